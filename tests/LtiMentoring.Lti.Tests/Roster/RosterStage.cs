using LtiMentoring.Lti.Roster;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Roster;

/// <summary>A platform with a course, and the tool that reads who is in it.</summary>
sealed class RosterStage : IAsyncDisposable
{
    public const string Path = "/services.php/CourseSection/2/bindings/1/memberships";

    readonly ServiceStage stage;

    RosterStage(ServiceStage stage) => (this.stage, Memberships) = (stage, new Memberships(stage.Services, stage.Platform));

    public PlatformSite Site => stage.Site;
    public Memberships Memberships { get; }
    public string Address => $"{Site.Address}{Path}";
    public IReadOnlyList<Asked> TokenRequests => stage.TokenRequests;
    public IEnumerable<Asked> Asked => Site.AskedAt(Path);

    public static async Task<RosterStage> StartAsync() => new(await ServiceStage.StartAsync());

    /// <summary>The course in one page, with these members as JSON.</summary>
    public void Course(string members) => Site.AnswerJson(Path, Page(members));

    /// <summary>The course in pages; the query string of each but the first is "page=" and its number.</summary>
    /// <param name="pages">The members on each page, as JSON.</param>
    /// <param name="link">Makes the Link header from the next page's address.</param>
    public void Pages(string[] pages, Func<string, string> link) => Site.Answers[Path] = http =>
    {
        var page = http.Request.Query.TryGetValue("page", out var asked) ? int.Parse(asked!, System.Globalization.CultureInfo.InvariantCulture) : 1;
        if (page < pages.Length)
            http.Response.Headers.Link = link($"{Address}?page={page + 1}");
        return PlatformSite.WriteAsync(http, Page(pages[page - 1]));
    };

    public static string Page(string members) => $$"""{"id":"x","context":{"id":"2","label":"PMO-1"},"members":[{{members}}]}""";

    public static string Member(int number) => $$"""{"user_id":"{{number}}","roles":["Learner"]}""";

    public async Task<IReadOnlyList<MembersPage>> ReadAsync(string? role = null, string? resourceLinkId = null) =>
        await Memberships.ReadAsync(Address, role, resourceLinkId, CancellationToken.None).ToListAsync();

    /// <summary>The one member whom this JSON describes.</summary>
    public async Task<Member> OneAsync(string json)
    {
        Course(json);
        return (await ReadAsync()).Single().Members.Single();
    }

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();
}
