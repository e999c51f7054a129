using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;
using LtiMentoring.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>A mentor's runs. Each goes on with the publication that it began with, whatever is published later.</summary>
public sealed class StoredRuns(MentoringDb db, Courses courses, Writings writings, CurrentSession session, TimeProvider clock) : IRuns
{
    public async Task<Run?> FindAsync(string key, CancellationToken cancel) =>
        Guid.TryParseExact(key, "N", out var id) ? await ReadAsync(Mine().Where(row => row.Id == id), cancel) : null;

    public Task<Run?> LatestAsync(Course course, string moduleId, string lessonId, CancellationToken cancel) =>
        ReadAsync(Mine().Where(row => row.ModuleId == moduleId && row.LessonId == lessonId), cancel);

    public Task<Run?> LatestAsync(CancellationToken cancel) => ReadAsync(Mine(), cancel);

    /// <summary>Every run, the newest first, with the time at which it began.</summary>
    public async Task<IReadOnlyList<(Run Run, DateTime StartedAt)>> AllAsync(CancellationToken cancel)
    {
        var all = new List<(Run, DateTime)>();
        foreach (var row in await Mine().ToListAsync(cancel))
            all.Add((await ReadAsync(row, cancel), row.StartedAt));
        return all;
    }

    public Task<string> StartAsync(
        PublishedCourse published, string moduleId, RolePlay lesson, IReadOnlyDictionary<string, string> words, CancellationToken cancel) =>
        db.WriteAsync(async () =>
        {
            var row = new StoredAttempt
            {
                DistrictId = session.DistrictId, PersonId = session.PersonId, PublicationId = published.Id, ModuleId = moduleId,
                LessonId = lesson.Id, StartedAt = clock.GetUtcNow().UtcDateTime,
            };
            db.Attempts.Add(row);
            var key = row.Id.ToString("N");
            await writings.SaveAsync(session.DistrictId, session.PersonId, words.ToDictionary(word => Run.PlaceOf(key, word.Key), word => word.Value), cancel);
            return key;
        }, cancel);

    public async Task<string> AppendAsync(Run run, Step step, CancellationToken cancel, string own = "")
    {
        var id = Guid.ParseExact(run.Key, "N");
        var number = run.Attempt.Steps.Count + 1;
        await db.WriteAsync(async () =>
        {
            if (await db.Steps.AnyAsync(row => row.AttemptId == id && row.Number == number, cancel))
                return;
            db.Steps.Add(Row(id, number, step));
            if (step is Said)
                await writings.SaveAsync(session.DistrictId, session.PersonId, new Dictionary<string, string> { [run.PlaceOf(run.Attempt.Turns.Count + 1)] = own }, cancel);
        }, cancel);
        return run.Key;
    }

    public Task<string> BranchAsync(Run run, int turn, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var way = run.Attempt.Turns.Take(turn - 1).ToList();
        // Of a button that is pressed twice, the second press waits here for the first, and finds what that one began.
        var from = Guid.ParseExact(run.Key, "N");
        await db.Attempts.Where(row => row.Id == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.LessonId, run.Lesson.Id), cancel);
        if (await LatestAsync(run.Course, run.ModuleId, run.Lesson.Id, cancel) is { } latest && latest.Key != run.Key
            && latest.Published.Id == run.Published.Id && latest.Attempt.Steps.SequenceEqual(way.Select(StepOf)))
            return latest.Key;
        var row = new StoredAttempt
        {
            DistrictId = session.DistrictId, PersonId = session.PersonId, PublicationId = run.Published.Id, ModuleId = run.ModuleId, LessonId = run.Lesson.Id,
            StartedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Attempts.Add(row);
        foreach (var passed in way)
            db.Steps.Add(Row(row.Id, passed.Number, StepOf(passed)));
        var key = row.Id.ToString("N");
        var places = run.Scenario.Anticipate.Select(prompt => (From: run.PlaceOf(prompt.Id), To: Run.PlaceOf(key, prompt.Id)))
            .Concat(way.Select(passed => (From: run.PlaceOf(passed.Number), To: Run.PlaceOf(key, $"turn.{passed.Number}")))).ToList();
        var written = await writings.FindAsync(session.PersonId, [.. places.Select(place => place.From)], cancel);
        await writings.SaveAsync(session.DistrictId, session.PersonId,
            places.Where(place => written.ContainsKey(place.From)).ToDictionary(place => place.To, place => written[place.From]), cancel);
        return key;
    }, cancel);

    static Step StepOf(Turn passed) => passed.Said is { } said ? new Said(passed.Scene.Id, said.Id) : new WentOn(passed.Scene.Id);

    // Two may begin within one moment; their ids are in the order in which they were made.
    IQueryable<StoredAttempt> Mine() =>
        db.Attempts.AsNoTracking().Where(row => row.PersonId == session.PersonId).OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id);

    async Task<Run?> ReadAsync(IQueryable<StoredAttempt> attempts, CancellationToken cancel) =>
        await attempts.FirstOrDefaultAsync(cancel) is { } row ? await ReadAsync(row, cancel) : null;

    async Task<Run> ReadAsync(StoredAttempt row, CancellationToken cancel)
    {
        var published = await courses.FindAsync(row.PublicationId, cancel);
        // A publication is checked before it is made and never changes, so what it held when the run began is there.
        var lesson = (RolePlay)published.Course.FindLesson(row.ModuleId, row.LessonId)!;
        var scenario = published.Course.FindScenario(lesson.Scenario)!;
        var steps = await db.Steps.AsNoTracking().Where(step => step.AttemptId == row.Id).OrderBy(step => step.Number).ToListAsync(cancel);
        return new Run(row.Id.ToString("N"), published, row.ModuleId, lesson, scenario, new Attempt(scenario, [.. steps.Select(Read)]));
    }

    static Step Read(StoredStep row) => row.Kind switch
    {
        StepKind.Said => new Said(row.SceneId!, row.ChoiceId!),
        StepKind.WentOn => new WentOn(row.SceneId!),
        _ => new Rewound(row.ToTurn!.Value),
    };

    StoredStep Row(Guid attempt, int number, Step step) => new()
    {
        AttemptId = attempt,
        Number = number,
        DistrictId = session.DistrictId,
        At = clock.GetUtcNow().UtcDateTime,
        Kind = step switch { Said => StepKind.Said, WentOn => StepKind.WentOn, _ => StepKind.Rewound },
        SceneId = step switch { Said said => said.SceneId, WentOn on => on.SceneId, _ => null },
        ChoiceId = (step as Said)?.ChoiceId,
        ToTurn = (step as Rewound)?.ToTurn,
    };
}
