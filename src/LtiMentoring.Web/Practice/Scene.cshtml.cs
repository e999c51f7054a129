using LtiMentoring.Training.Practice;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Practice;

/// <summary>The conversation itself, one turn at a time. What is posted twice, or from an older page, changes nothing.</summary>
public sealed class SceneModel(CourseDesk desk, IRuns runs) : PageModel
{
    /// <summary>The field for the line that a mentor writes before choosing one.</summary>
    public const string OwnField = "own";

    /// <summary>The line that stands in the box: kept as a session ended, or written here before it was taken back.</summary>
    public string? Own { get; private set; }

    public Run Run { get; private set; } = null!;

    public Scene Scene => Run.Attempt.Now.Scene!;
    public Persona? Speaker => Run.Scenario.Speaker(Scene);
    public int TurnNumber => Run.Attempt.Turns.Count + 1;

    /// <summary>The last line that the mentor said, and what came after it: shown above the scene.</summary>
    public IReadOnlyList<Turn> Recent => [.. Run.Attempt.Turns.Skip(Run.Attempt.Turns.ToList().FindLastIndex(turn => turn.Said is not null) is var last and >= 0 ? last : 0)];

    public IReadOnlyList<Turn> Earlier => [.. Run.Attempt.Turns.Take(Run.Attempt.Turns.Count - Recent.Count)];

    /// <summary>The turn to return to when the last line is taken back.</summary>
    public Turn? LastSaid => Run.Attempt.Turns.LastOrDefault(turn => turn.Said is not null);

    public async Task<IActionResult> OnGetAsync(string run, CancellationToken cancel)
    {
        if (!await FindAsync(run, cancel))
            return NotFound();
        Own = (await desk.ReadAsync(Request.Path, new Dictionary<string, string> { [OwnField] = Run.PlaceOf(TurnNumber) }, cancel)).GetValueOrDefault(OwnField);
        return Run.Attempt.Now.Ending is null ? Page() : new SeeOther($"{Request.PathBase}/practice/run/{run}/reflect");
    }

    public Task<IActionResult> OnPostSayAsync(string run, string scene, string choice, int step, CancellationToken cancel) =>
        TakeAsync(run, step, attempt => attempt.Say(scene, choice), cancel, CourseDesk.WordsOf(Request.Form, [OwnField])[OwnField]);

    public Task<IActionResult> OnPostGoOnAsync(string run, string scene, int step, CancellationToken cancel) =>
        TakeAsync(run, step, attempt => attempt.GoOn(scene), cancel);

    /// <summary>A line that was begun here is kept for this turn, and those of the turns before stay where they are.</summary>
    public async Task<IActionResult> OnPostBackAsync(string run, int turn, int step, CancellationToken cancel)
    {
        var answer = await TakeAsync(run, step, attempt => attempt.RewindTo(turn), cancel);
        if (Run is not null && CourseDesk.WordsOf(Request.Form, [OwnField])[OwnField] is { Length: > 0 } begun)
            await desk.SaveAsync(Request.Path, new Dictionary<string, string> { [Run.PlaceOf(TurnNumber)] = begun }, null, cancel);
        return answer;
    }

    async Task<IActionResult> TakeAsync(string key, int step, Func<Attempt, Reply> take, CancellationToken cancel, string own = "")
    {
        if (!await FindAsync(key, cancel))
            return NotFound();
        // A form from before the last step is out of date: the answer is the conversation as it stands.
        if (step == Run.Attempt.Steps.Count && take(Run.Attempt).Step is { } next)
        {
            key = await runs.AppendAsync(Run, next, cancel, own);
            // A line that was kept from an ended session belonged to the turn that is over now.
            if ((await desk.KeptAsync(Request.Path, cancel)).Count > 0)
                await desk.ForgetKeptAsync(Request.Path, cancel);
        }
        return new SeeOther($"{Request.PathBase}/practice/run/{key}#now");
    }

    async Task<bool> FindAsync(string key, CancellationToken cancel)
    {
        if (await runs.FindAsync(key, cancel) is not { } found)
            return false;
        Run = found;
        return true;
    }
}
