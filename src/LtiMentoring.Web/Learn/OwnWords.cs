using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Learn;

/// <summary>Words, perhaps under the question that they answer.</summary>
public sealed record OwnAnswer(string? Question, string Words);

/// <summary>What was written in one place, under the heading of that place.</summary>
public sealed record OwnSection(string Title, IReadOnlyList<OwnAnswer> Answers);

/// <summary>Everything that a mentor wrote, gathered in one piece: to be read, printed, taken along or deleted.</summary>
public sealed class OwnWords(CourseDesk desk, StoredRuns runs, Journal journal, Writings writings, Sheets sheets, CurrentSession session, DistrictTime time)
{
    public async Task<(Course Course, IReadOnlyList<OwnSection> Sections)> ReadAsync(CancellationToken cancel)
    {
        var course = (await desk.OpenAsync(cancel)).Published.Course;
        if (session.IsPreview)
            return (course, []);
        var written = await writings.AllAsync(session.PersonId, cancel);
        var sections = new List<OwnSection> { await NotesAsync(cancel) };
        foreach (var module in course.Modules)
            foreach (var lesson in module.Lessons)
                sections.Add(new OwnSection(Say(course, lesson.Title), [.. await LessonAsync(course, module, lesson, written, cancel)]));
        foreach (var (run, startedAt) in await runs.AllAsync(cancel))
            sections.Add(new OwnSection(LearnWords.MineConversation.With(Say(run.Course, run.Scenario.Title), time.Date(startedAt)), [.. RunAnswers(run, written)]));
        return (course, [.. sections.Where(section => section.Answers.Count > 0)]);
    }

    async Task<OwnSection> NotesAsync(CancellationToken cancel) => new(LearnWords.MineNotes,
        [.. (await journal.AllAsync(session.PersonId, cancel)).Select(note => new OwnAnswer(time.DateAndTime(note.WrittenAt), note.Text))]);

    async Task<IEnumerable<OwnAnswer>> LessonAsync(
        Course course, Module module, Lesson lesson, IReadOnlyDictionary<string, string> written, CancellationToken cancel)
    {
        if (lesson is not (Agreement or GoalSheet))
            return from asked in OwnQuestion.Of(module, lesson)
                   where written.ContainsKey(asked.Place)
                   let words = written[asked.Place]
                   select new OwnAnswer(Say(course, asked.Question), asked.Picked(words) is { } picked ? Say(course, picked) : words);
        return await sheets.FindAsync(session.PersonId, $"{module.Id}/{lesson.Id}", cancel) is [var last, ..]
            ? SheetAnswers(course, lesson, last.Words) : [];
    }

    IEnumerable<OwnAnswer> SheetAnswers(Course course, Lesson sheet, IReadOnlyDictionary<string, string> words) => sheet switch
    {
        Agreement agreement => agreement.Clauses.Select(clause => new OwnAnswer(null, words.GetValueOrDefault(clause.Id) ?? Say(course, clause.Text))),
        GoalSheet goal => goal.Fields.Where(field => words.GetValueOrDefault(field.Id) is { Length: > 0 })
            .Select(field => new OwnAnswer(Say(course, field.Prompt), words[field.Id])),
        _ => [],
    };

    IEnumerable<OwnAnswer> RunAnswers(Run run, IReadOnlyDictionary<string, string> written) =>
    [
        .. from prompt in run.Scenario.Anticipate.Concat(run.Scenario.Reflect)
           where written.ContainsKey(run.PlaceOf(prompt.Id))
           select new OwnAnswer(Say(run.Course, prompt.Words), written[run.PlaceOf(prompt.Id)]),
        .. from turn in run.Attempt.Turns
           where written.ContainsKey(run.PlaceOf(turn.Number))
           select new OwnAnswer(turn.Scene.Title is { } title ? Say(run.Course, title) : null, written[run.PlaceOf(turn.Number)]),
    ];

    string Say(Course course, Text text) => desk.Words.Plain(course, text);
}
