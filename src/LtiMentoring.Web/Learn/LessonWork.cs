using System.Globalization;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Learn;

/// <summary>
/// Where the work of each kind of lesson is kept: words and picked answers as they are, agreements and goals as dated
/// revisions, answers to a survey without any name.
/// </summary>
public sealed class LessonWork(
    CourseDesk desk, Sheets sheets, Surveys surveys, CheckInPlans plans, Progress progress, Receipts receipts, CurrentSession session)
{
    /// <summary>What this mentor wrote or picked in a lesson, by field.</summary>
    public async Task<Dictionary<string, string>> ReadAsync(string page, string module, Lesson lesson, CancellationToken cancel)
    {
        if (lesson is not (Agreement or GoalSheet or CheckIns))
            return await desk.ReadAsync(page, Places(module, lesson), cancel);
        var words = session.IsPreview ? []
            : lesson is CheckIns ? await plans.FindAsync(session.PersonId, cancel) is { } plan ? CheckInForm.Write(plan) : []
            : Words(await sheets.FindAsync(session.PersonId, PlaceOf(module, lesson), cancel));
        foreach (var (field, kept) in await desk.KeptAsync(page, cancel))
            words[field] = kept;
        return words;
    }

    /// <summary>Every revision of an agreement or a goal, the newest first.</summary>
    public async Task<IReadOnlyList<Sheet>> RevisionsAsync(string module, Lesson lesson, CancellationToken cancel) =>
        session.IsPreview || lesson is not (Agreement or GoalSheet) ? [] : await sheets.FindAsync(session.PersonId, PlaceOf(module, lesson), cancel);

    /// <summary>Keeps what was sent and, when nothing is missing, finishes the lesson with the same commit.</summary>
    public Task SaveAsync(
        string page, PublishedCourse published, string module, Lesson lesson, Dictionary<string, string> words, bool isFinished, CancellationToken cancel)
    {
        (Course, string, string)? finished = isFinished ? (published.Course, module, lesson.Id) : null;
        var place = PlaceOf(module, lesson);
        return lesson switch
        {
            Agreement or GoalSheet => desk.SaveAsync(page, new Dictionary<string, string>(), finished, cancel, () => sheets.AddAsync(
                session.DistrictId, session.PersonId, place, published.Id, words.Where(word => word.Key != LessonForm.ReviewOn).ToDictionary(),
                LessonForm.Day(words), cancel)),
            // Unlike words, half a plan is of no use to anybody.
            CheckIns when !isFinished => Task.CompletedTask,
            CheckIns => desk.SaveAsync(page, new Dictionary<string, string>(), finished, cancel, () => plans.KeepAsync(Plan(words), cancel)),
            Survey => desk.SaveAsync(page, new Dictionary<string, string>(), finished, cancel,
                () => AddAnswersAsync(published.Course, module, lesson, words, cancel)),
            _ => desk.SaveAsync(page, words.ToDictionary(word => $"{place}/{word.Key}", word => word.Value), finished, cancel),
        };
    }

    CheckInPlan Plan(Dictionary<string, string> words)
    {
        var plan = CheckInPlans.Empty(session.DistrictId, session.PersonId);
        _ = CheckInForm.Read(words, plan);
        return plan;
    }

    async Task AddAnswersAsync(Course course, string module, Lesson lesson, Dictionary<string, string> words, CancellationToken cancel)
    {
        // A form that is sent twice counts once: whoever passes here second finds the lesson finished.
        await receipts.PassAloneAsync(session.PersonId, cancel);
        if ((await progress.DoneAsync(session.PersonId, course, cancel)).Contains((module, lesson.Id)))
            return;
        var answers = words.Where(word => word.Value.Length > 0).ToDictionary();
        if (answers.Count > 0)
            await surveys.AddAsync(session.DistrictId, course.Id, PlaceOf(module, lesson), answers, cancel);
    }

    static Dictionary<string, string> Words(IReadOnlyList<Sheet> revisions)
    {
        if (revisions is not [var last, ..])
            return [];
        var words = last.Words.ToDictionary();
        if (last.ReviewOn is { } day)
            words[LessonForm.ReviewOn] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return words;
    }

    static string PlaceOf(string module, Lesson lesson) => $"{module}/{lesson.Id}";

    // What somebody answered to a survey is never shown again, not even to them.
    static Dictionary<string, string> Places(string module, Lesson lesson) =>
        lesson is Survey ? [] : LessonForm.Fields(lesson).ToDictionary(field => field, field => $"{PlaceOf(module, lesson)}/{field}");
}
