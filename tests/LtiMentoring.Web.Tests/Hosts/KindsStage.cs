using LtiMentoring.Web.Tests.Machine;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>A tool with a small course that has a lesson of each kind.</summary>
public class KindsStage : MentorStage
{
    public KindsStage() : this(null) { }

    protected KindsStage(PostgresServer? server) : base([$"--CourseDirectory={Path.Combine(AppContext.BaseDirectory, "Learn", "Kinds")}"], server) { }

    /// <summary>The same on the other database.</summary>
    public new sealed class Postgres(PostgresServer server) : KindsStage(server);

    /// <summary>Does what a lesson asks for, with what was given.</summary>
    public static async Task<Page> DoAsync(MentorWalk mentor, string lesson, params (string, string)[] fields)
    {
        var page = await mentor.GetAsync($"/modules/{lesson}");
        return await mentor.Visitor.SubmitAsync(page.Form(), fields);
    }

    /// <summary>Finishes every lesson of the first module.</summary>
    public static async Task FinishFirstAsync(MentorWalk mentor)
    {
        foreach (var lesson in new[] { "card", "form", "film", "before", "goal" })
            await DoAsync(mentor, $"first/{lesson}");
        await DoAsync(mentor, "first/promises", ("acknowledged", "true"));
        await DoAsync(mentor, "first/meetings", [.. Meetings]);
        await DoAsync(mentor, "first/about-the-course", ("declined", "true"));
    }

    public static readonly IReadOnlyList<(string, string)> Meetings =
    [
        ("words.first", "2026-09-17"), ("words.time", "15:15"), ("words.minutes", "30"), ("words.every", "2"), ("words.times", "10"), ("words.where", "Room 114"),
    ];
}
