using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Learn;

/// <summary>One lesson: something to read, compare or think over. A role-play is played in the Practice room.</summary>
public sealed class LessonModel(CourseDesk desk) : PageModel
{
    public Course Course { get; private set; } = null!;
    public Module Module { get; private set; } = null!;
    public Lesson Lesson { get; private set; } = null!;
    public Standing Standing { get; private set; } = null!;

    /// <summary>What the mentor wrote here, by prompt.</summary>
    public IReadOnlyDictionary<string, string> Written { get; private set; } = new Dictionary<string, string>();

    /// <summary>What is still missing, by field; shown when the form was sent without it.</summary>
    public IReadOnlyList<Missing> Missing { get; private set; } = [];

    public int Number => Module.Lessons.ToList().FindIndex(lesson => lesson.Id == Lesson.Id) + 1;
    public Lesson? Next => Module.Lessons.ElementAtOrDefault(Number);

    public async Task<IActionResult> OnGetAsync(string module, string? lesson, CancellationToken cancel)
    {
        if (await FindAsync(module, lesson, cancel) is { } elsewhere)
            return elsewhere;
        Written = await desk.ReadAsync(Request.Path, Places(), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string module, string lesson, bool acknowledged, CancellationToken cancel)
    {
        if (await FindAsync(module, lesson, cancel) is { } elsewhere)
            return elsewhere;
        var words = CourseDesk.WordsOf(Request.Form, Fields());
        Missing = MissingFrom(words, acknowledged);
        // What was written is kept even when the lesson is not finished yet.
        await desk.SaveAsync(Request.Path, words.ToDictionary(word => PlaceOf(word.Key), word => word.Value),
            Missing.Count == 0 ? (Course, Module.Id, Lesson.Id) : null, cancel);
        if (Missing.Count == 0)
            return new SeeOther(Request.PathBase + await NextAddressAsync(cancel));
        Written = words;
        return Page();
    }

    async Task<IActionResult?> FindAsync(string moduleId, string? lessonId, CancellationToken cancel)
    {
        (var published, Standing) = await desk.OpenAsync(cancel);
        Course = published.Course;
        if (Course.FindModule(moduleId) is not { } module)
            return NotFound();
        Module = module;
        if (lessonId is null)
            return new SeeOther($"{Request.PathBase}/modules/{module.Id}/{(Standing.Find(module.Id)!.Next ?? module.Lessons[0]).Id}");
        if (Course.FindLesson(moduleId, lessonId) is not { } found)
            return NotFound();
        Lesson = found;
        return found is RolePlay ? new SeeOther($"{Request.PathBase}/practice/{module.Id}/{found.Id}") : null;
    }

    /// <summary>To the next lesson; after the last one of a module, to what was just completed.</summary>
    async Task<string> NextAddressAsync(CancellationToken cancel)
    {
        if (Next is { } next)
            return $"/modules/{Module.Id}/{next.Id}";
        var (_, standing) = await desk.OpenAsync(cancel);
        return standing.IsComplete ? "/complete" : standing.Find(Module.Id) is { IsComplete: true } ? $"/complete/{Module.Id}" : "/";
    }

    IReadOnlyList<Prompt> Prompts => Lesson is Reflection reflection ? reflection.Prompts : [];

    Dictionary<string, string> Places() => Fields().ToDictionary(field => field, PlaceOf);

    IEnumerable<string> Fields() => Lesson is Comparator { Ask: not null } ? ["note"] : Prompts.Select(prompt => prompt.Id);

    string PlaceOf(string field) => $"{Module.Id}/{Lesson.Id}/{field}";

    List<Missing> MissingFrom(Dictionary<string, string> words, bool acknowledged)
    {
        var isAcknowledged = acknowledged || Standing.IsDone(Module.Id, Lesson.Id);
        var evidence = Evidence.Of([Deed.ReadOn, Deed.Saved, .. isAcknowledged ? [Deed.Acknowledged] : Array.Empty<Deed>()]).WithAnswers(words);
        return [.. CompletionRule.Of(Lesson, Course).Missing(evidence).Select(need => need.PromptId is { } prompt
            ? new Missing(prompt, SharedWords.MissingWords, desk.Words.Inline(Course, Prompts.Single(asked => asked.Id == prompt).Words))
            : new Missing("acknowledged", LearnWords.MissingAcknowledgement))];
    }
}
