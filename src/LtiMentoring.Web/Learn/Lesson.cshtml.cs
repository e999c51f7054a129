using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Learn;

/// <summary>One lesson: something to read, compare, agree on, plan or think over. A role-play is played in the Practice room.</summary>
public sealed class LessonModel(CourseDesk desk, LessonWork work, Bookmarks bookmarks, CheckInPlans plans, KeptWords kept) : PageModel
{
    PublishedCourse published = null!;

    public Course Course => published.Course;
    public Module Module { get; private set; } = null!;
    public Lesson Lesson { get; private set; } = null!;
    public Standing Standing { get; private set; } = null!;

    /// <summary>What the mentor wrote or picked here, by field.</summary>
    public IReadOnlyDictionary<string, string> Written { get; private set; } = new Dictionary<string, string>();

    /// <summary>What an earlier self-check, which this one asks again, was answered with; by statement.</summary>
    public IReadOnlyDictionary<string, string> Before { get; private set; } = new Dictionary<string, string>();

    /// <summary>Dated revisions of an agreement or a goal, the newest first.</summary>
    public IReadOnlyList<Sheet> Revisions { get; private set; } = [];

    /// <summary>The plan of meetings, on the page that plans them.</summary>
    public CheckInPlan? Plan { get; private set; }

    /// <summary>Whether the mentor keeps this lesson in the library.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Whether the box is checked: it was when the lesson was finished, or when the form was sent.</summary>
    public bool IsAcknowledged { get; private set; }

    /// <summary>What is still missing, by field; shown when the form was sent without it.</summary>
    public IReadOnlyList<Missing> Missing { get; private set; } = [];

    /// <summary>Modules that come first. Staff who look at the course may open everything.</summary>
    public IReadOnlyList<Module> ComesFirst { get; private set; } = [];

    /// <summary>After a sheet or a plan was kept, the page shows what can be taken along.</summary>
    bool StaysHere => Lesson is Agreement or GoalSheet or CheckIns && !desk.Session.IsPreview;

    public bool IsDone => Standing.IsDone(Module.Id, Lesson.Id);
    public int Number => Module.Lessons.ToList().FindIndex(lesson => lesson.Id == Lesson.Id) + 1;
    public Lesson? Next => Module.After(Lesson);

    /// <summary>Where the button leads that goes on: only on pages whose form stays where it is.</summary>
    public string? GoOnTo { get; private set; }

    public string? Wrong(string field) => Missing.FirstOrDefault(missing => missing.Field == field)?.Sentence;

    public async Task<IActionResult> OnGetAsync(string module, string? lesson, CancellationToken cancel)
    {
        if (await FindAsync(module, lesson, cancel) is { } elsewhere)
            return elsewhere;
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string module, string lesson, bool acknowledged, bool declined, CancellationToken cancel)
    {
        if (await FindAsync(module, lesson, cancel) is { } elsewhere)
            return elsewhere;
        if (ComesFirst.Count > 0)
            return new SeeOther($"{Request.PathBase}{Request.Path}");
        var words = LessonForm.Offered(Lesson, CourseDesk.WordsOf(Request.Form, LessonForm.Fields(Lesson)));
        if (declined && Lesson is Survey)
            words.Clear();
        Missing = MissingFrom(words, acknowledged);
        // What was written is kept even when the lesson is not finished yet.
        await work.SaveAsync(Request.Path, published, Module.Id, Lesson, words, Missing.Count == 0, cancel);
        if (Missing.Count == 0)
            return new SeeOther(Request.PathBase + (StaysHere ? $"{Request.Path}#kept" : await NextAddressAsync(cancel)));
        await ReadAsync(cancel);
        (Written, IsAcknowledged) = (words, acknowledged);
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(string module, string lesson, bool keep, CancellationToken cancel)
    {
        if (await FindAsync(module, lesson, cancel) is { } elsewhere)
            return elsewhere;
        if (!desk.Session.IsPreview)
        {
            await bookmarks.SetAsync(desk.Session.DistrictId, desk.Session.PersonId, Module.Id, Lesson.Id, keep, cancel);
            await kept.KeepAsync(desk.Session.Open, Request, cancel);
        }
        return new SeeOther($"{Request.PathBase}{Request.Path}");
    }

    async Task ReadAsync(CancellationToken cancel)
    {
        if (!desk.Session.IsPreview)
        {
            IsKept = await bookmarks.HasAsync(desk.Session.PersonId, Module.Id, Lesson.Id, cancel);
            Plan = Lesson is CheckIns ? await plans.FindAsync(desk.Session.PersonId, cancel) : null;
        }
        (Written, IsAcknowledged) = (await work.ReadAsync(Request.Path, Module.Id, Lesson, cancel), IsDone);
        GoOnTo = StaysHere && IsDone ? await NextAddressAsync(cancel) : null;
        Revisions = await work.RevisionsAsync(Module.Id, Lesson, cancel);
        if (Lesson is SelfCheck { Follows: { } follows } check && Course.Followed(check) is { } earlier)
            Before = await work.ReadAsync($"/modules/{follows}", follows.Split('/')[0], earlier, cancel);
    }

    async Task<IActionResult?> FindAsync(string moduleId, string? lessonId, CancellationToken cancel)
    {
        (published, Standing) = await desk.OpenAsync(cancel);
        if (Course.FindModule(moduleId) is not { } module)
            return NotFound();
        Module = module;
        if (lessonId is null)
            return new SeeOther($"{Request.PathBase}/modules/{module.Id}/{(Standing.Find(module.Id)!.Next ?? module.Lessons[0]).Id}");
        if (Course.FindLesson(moduleId, lessonId) is not { } found)
            return NotFound();
        Lesson = found;
        ComesFirst = desk.ComesFirst(Standing, module);
        return found is RolePlay && ComesFirst.Count == 0 ? new SeeOther($"{Request.PathBase}/practice/{module.Id}/{found.Id}") : null;
    }

    /// <summary>To the next lesson; after the last one of a module, to what was just completed, or to what is left of it.</summary>
    async Task<string> NextAddressAsync(CancellationToken cancel)
    {
        if (Next is { } next)
            return $"/modules/{Module.Id}/{next.Id}";
        var (_, standing) = await desk.OpenAsync(cancel);
        return standing.IsComplete && Module.Edition is null ? "/complete"
            : $"/complete/{Module.Id}";
    }

    List<Missing> MissingFrom(Dictionary<string, string> words, bool acknowledged)
    {
        var evidence = Evidence.Of(LessonForm.Deeds(Lesson, acknowledged || IsDone)).WithAnswers(words);
        var missing = CompletionRule.Of(Lesson, Course).Missing(evidence).Select(Say).ToList();
        if (Lesson is CheckIns)
            missing.AddRange(CheckInForm.Read(words, CheckInPlans.Empty(default, default)));
        if (LessonForm.IsDayUnreadable(words))
            missing.Add(new Missing(LessonForm.ReviewOn, LearnWords.DayUnreadable));
        return missing;
    }

    Missing Say(Need need) => need switch
    {
        { PromptId: { } prompt } => new Missing(prompt, SharedWords.MissingWords,
            desk.Words.Inline(Course, ((Reflection)Lesson).Prompts.Single(asked => asked.Id == prompt).Words)),
        { Deed: Deed.AttendanceMarked } => new Missing("agenda", LearnWords.AttendanceIsMarked),
        _ => new Missing("acknowledged", LearnWords.MissingAcknowledgement),
    };
}
