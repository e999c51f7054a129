using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Practice;

/// <summary>The ending, and a few words about it before the debrief. Saving them finishes the lesson, whichever ending it was.</summary>
public sealed class ReflectModel(CourseDesk desk, IRuns runs) : PageModel
{
    public Run Run { get; private set; } = null!;
    public Ending Ending => Run.Attempt.Now.Ending!;
    public Choice? LastSaid => Run.Attempt.Turns.LastOrDefault()?.Said;

    /// <summary>What was written in this run, by prompt: before the conversation and after it.</summary>
    public IReadOnlyDictionary<string, string> Written { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<Missing> Missing { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string run, CancellationToken cancel)
    {
        if (await FindAsync(run, cancel) is { } elsewhere)
            return elsewhere;
        Written = await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string run, CancellationToken cancel)
    {
        if (await FindAsync(run, cancel) is { } elsewhere)
            return elsewhere;
        var words = CourseDesk.WordsOf(Request.Form, Run.Scenario.Reflect.Select(prompt => prompt.Id));
        Missing = desk.Session.IsPreview ? [] :
            [.. CompletionRule.Of(Run.Lesson, Run.Course).Missing(Evidence.Of(Deed.EndingReached, Deed.Saved).WithAnswers(words))
                .Select(need => new Missing(need.PromptId!, SharedWords.MissingWords,
                    desk.Words.Inline(Run.Course, Run.Scenario.Reflect.Single(asked => asked.Id == need.PromptId).Words)))];
        var (published, _) = await desk.OpenAsync(cancel);
        await desk.SaveAsync(Request.Path, words.ToDictionary(word => Run.PlaceOf(word.Key), word => word.Value),
            Missing.Count == 0 ? (published.Course, Run.ModuleId, Run.Lesson.Id) : null, cancel);
        if (Missing.Count == 0)
            return new SeeOther($"{Request.PathBase}/practice/run/{run}/debrief");
        Written = (await ReadAsync(cancel)).Concat(words).GroupBy(word => word.Key).ToDictionary(word => word.Key, word => word.Last().Value);
        return Page();
    }

    Task<Dictionary<string, string>> ReadAsync(CancellationToken cancel) => desk.ReadAsync(Request.Path,
        Run.Scenario.Anticipate.Concat(Run.Scenario.Reflect).ToDictionary(prompt => prompt.Id, prompt => Run.PlaceOf(prompt.Id)), cancel);

    async Task<IActionResult?> FindAsync(string key, CancellationToken cancel)
    {
        if (await runs.FindAsync(key, cancel) is not { } found)
            return NotFound();
        Run = found;
        return found.Attempt.Now.Ending is null ? new SeeOther($"{Request.PathBase}/practice/run/{key}") : null;
    }

    /// <summary>The earlier question that a prompt shows again, with the answer to it.</summary>
    public (Text Question, string Words)? RecalledBy(Prompt prompt) =>
        prompt.Recall is { } id && Written.TryGetValue(id, out var words) && Run.Scenario.Anticipate.FirstOrDefault(asked => asked.Id == id) is { } question
            ? (question.Words, words) : null;
}
