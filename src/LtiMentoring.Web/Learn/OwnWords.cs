using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Learn;

/// <summary>Words, perhaps under the question that they answer.</summary>
public sealed record OwnAnswer(string? Question, string Words);

/// <summary>What was written in one place, under the heading of that place.</summary>
public sealed record OwnSection(string Title, IReadOnlyList<OwnAnswer> Answers);

/// <summary>Everything that a mentor wrote, gathered in one piece: to be read, printed, taken along or deleted.</summary>
public sealed class OwnWords(
    CourseDesk desk, StoredRuns runs, Journal journal, Writings writings, Sheets sheets, CheckInPlans plans, CurrentSession session, DistrictTime time)
{
    public async Task<(Course Course, IReadOnlyList<OwnSection> Sections)> ReadAsync(CancellationToken cancel)
    {
        var course = (await desk.OpenAsync(cancel)).Published.Course;
        if (session.IsPreview)
            return (course, []);
        var left = await writings.AllAsync(session.PersonId, cancel);
        List<OwnSection> sections =
        [
            await NotesAsync(cancel),
            .. from module in course.Modules
               from lesson in module.Lessons
               select new OwnSection(Say(course, lesson.Title), [.. Answers(course, OwnQuestion.Of(module, lesson), left)]),
            .. await SheetsAsync(cancel),
            await PlanAsync(cancel),
            .. from played in await runs.AllAsync(cancel)
               let title = Dated(Say(played.Run.Course, played.Run.Scenario.Title), played.StartedAt)
               select new OwnSection(title, [.. Answers(played.Run.Course, OwnQuestion.Of(played.Run), left)]),
            // Nobody asks for these any more, and they are the mentor's all the same.
            new OwnSection(LearnWords.MineEarlier, [.. left.OrderBy(word => word.Key, StringComparer.Ordinal).Select(word => new OwnAnswer(null, word.Value))]),
        ];
        return (course, [.. sections.Where(section => section.Answers.Count > 0)]);
    }

    async Task<OwnSection> NotesAsync(CancellationToken cancel) => new(LearnWords.MineNotes,
        [.. (await journal.AllAsync(session.PersonId, cancel)).Select(note => new OwnAnswer(time.DateAndTime(note.WrittenAt), note.Text))]);

    /// <summary>What was written to these questions. It is taken out of what is left.</summary>
    IEnumerable<OwnAnswer> Answers(Course course, IEnumerable<OwnQuestion> questions, Dictionary<string, string> left)
    {
        foreach (var asked in questions)
            if (left.Remove(asked.Place, out var words))
                yield return new OwnAnswer(asked.Question is { } question ? Say(course, question) : null, asked.Picked(words) is { } picked ? Say(course, picked) : words);
    }

    /// <summary>Every copy of every sheet, under the clauses and questions that it was kept with.</summary>
    async Task<IEnumerable<OwnSection>> SheetsAsync(CancellationToken cancel)
    {
        var sections = new List<OwnSection>();
        foreach (var (place, sheet) in await sheets.AllAsync(session.PersonId, cancel))
        {
            var course = (await desk.Courses.FindAsync(sheet.PublicationId, cancel)).Course;
            if (place.Split('/') is [var module, var id] && course.FindLesson(module, id) is { } lesson)
                sections.Add(new OwnSection(Dated(Say(course, lesson.Title), sheet.SavedAt), [.. SheetAnswers(course, lesson, sheet)]));
        }
        return sections;
    }

    IEnumerable<OwnAnswer> SheetAnswers(Course course, Lesson lesson, Sheet sheet) =>
    [
        .. from line in SheetLine.Of(lesson, sheet)
           select new OwnAnswer(line.Question is null ? null : Say(course, line.Question), line.Words ?? Say(course, line.Clause!)),
        .. sheet.ReviewOn is { } day ? [new OwnAnswer(null, LearnWords.ReadAgainOn.With(day.ToString("D", null)))] : Array.Empty<OwnAnswer>(),
    ];

    async Task<OwnSection> PlanAsync(CancellationToken cancel)
    {
        if (await plans.FindAsync(session.PersonId, cancel) is not { } plan)
            return new OwnSection(LearnWords.MinePlan, []);
        var fields = CheckInForm.Write(plan);
        return new OwnSection(LearnWords.MinePlan,
        [
            new OwnAnswer(LearnWords.PlanFirst, SharedWords.DateAndTime.With(plan.FirstOn.ToString("D", null), plan.StartsAt.ToString("t", null))),
            new OwnAnswer(LearnWords.PlanMinutes, fields[CheckInForm.Minutes]),
            new OwnAnswer(LearnWords.PlanEvery, CheckInForm.EveryWords(plan.EveryWeeks)),
            new OwnAnswer(LearnWords.PlanTimes, fields[CheckInForm.Times]),
            .. plan.Where.Length > 0 ? [new OwnAnswer(LearnWords.PlanWhere, plan.Where)] : Array.Empty<OwnAnswer>(),
        ]);
    }

    string Dated(string title, DateTime at) => LearnWords.MineDated.With(title, time.Date(at));

    /// <summary>As it is read, without the marks of its emphasis.</summary>
    string Say(Course course, Text text) => Markdown.Plain(desk.Words.Plain(course, text));
}
