using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Practice;

/// <summary>After the conversation: the path, what was felt along it, the roads not taken, and the way back to any turn.</summary>
public sealed class DebriefModel(CourseDesk desk, IRuns runs) : PageModel
{
    public Run Run { get; private set; } = null!;
    public Debrief Debrief { get; private set; } = null!;
    public PathDrawing Drawing { get; private set; } = null!;
    public Standing Standing { get; private set; } = null!;
    public Module Module { get; private set; } = null!;

    /// <summary>What was written in this run, by prompt, or by turn for the lines in one's own words.</summary>
    public IReadOnlyDictionary<string, string> Written { get; private set; } = new Dictionary<string, string>();

    /// <summary>What comes next in the course as it is now, which may no longer have this lesson.</summary>
    public Lesson? Next => Standing.Find(Module.Id)?.Module.After(Run.Lesson);
    public bool IsModuleComplete => Standing.Find(Module.Id) is { IsComplete: true };

    public async Task<IActionResult> OnGetAsync(string run, CancellationToken cancel)
    {
        if (await runs.FindAsync(run, cancel) is not { } found)
            return NotFound();
        Run = found;
        if (found.Attempt.Now.Ending is null)
            return new SeeOther($"{Request.PathBase}/practice/run/{run}");
        (var published, Standing) = await desk.OpenAsync(cancel);
        // First one's own words, then the debrief. Whoever plays again has written them before, and a lesson that the course
        // no longer has cannot be finished any more.
        if (!desk.Session.IsPreview && published.Course.FindLesson(found.ModuleId, found.Lesson.Id) is not null && !Standing.IsDone(found.ModuleId, found.Lesson.Id))
            return new SeeOther($"{Request.PathBase}/practice/run/{run}/reflect");
        Module = found.Course.FindModule(found.ModuleId)!;
        Debrief = Debrief.Of(found.Course, found.Attempt);
        Drawing = PathDrawing.Of(Debrief);
        Written = await desk.ReadAsync(Request.Path, Places(found), cancel);
        return Page();
    }

    /// <summary>What was written in this run: before and after the conversation by prompt, and at a turn by its number.</summary>
    static Dictionary<string, string> Places(Run run) =>
        run.Scenario.Anticipate.Concat(run.Scenario.Reflect).Select(prompt => KeyValuePair.Create(prompt.Id, run.PlaceOf(prompt.Id)))
            .Concat(run.Attempt.Turns.Select(turn => KeyValuePair.Create(OwnLine(turn.Number), run.PlaceOf(turn.Number)))).ToDictionary();

    public static string OwnLine(int turn) => $"turn.{turn}";

    /// <summary>Another run begins at that turn. This one, with its debrief, stays among the past conversations.</summary>
    public async Task<IActionResult> OnPostAsync(string run, int turn, CancellationToken cancel)
    {
        if (await runs.FindAsync(run, cancel) is not { } found)
            return NotFound();
        if (found.Attempt.RewindTo(turn).Step is not null)
            run = await runs.BranchAsync(found, turn, cancel);
        return new SeeOther($"{Request.PathBase}/practice/run/{run}#now");
    }
}
