using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Track;

/// <summary>The cohorts of a district, with what may be known of their people: whether the course is complete, and when.</summary>
public sealed class CohortList(MentoringDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<CourseView>> ReadAsync(Course course, CancellationToken cancel)
    {
        var courses = await db.LmsCourses.AsNoTracking().OrderByDescending(row => row.SeenAt).ThenBy(row => row.Title).ToListAsync(cancel);
        var cohorts = await db.Cohorts.AsNoTracking().ToListAsync(cancel);
        var members = await (
            from member in db.CohortMembers
            join person in db.People on member.PersonId equals person.Id
            select new { member.CohortId, Person = person }).AsNoTracking().ToListAsync(cancel);
        var inCohorts = db.CohortMembers.Select(row => row.PersonId);
        var finished = (await db.FinishedLessons.Where(row => row.CourseId == course.Id && inCohorts.Contains(row.PersonId))
            .Select(row => new { row.PersonId, row.ModuleId, row.LessonId }).ToListAsync(cancel)).ToLookup(row => row.PersonId, row => (row.ModuleId, row.LessonId));
        var completed = await db.Completions.Where(row => row.CourseId == course.Id && row.ModuleId == "" && inCohorts.Contains(row.PersonId))
            .ToDictionaryAsync(row => row.PersonId, row => row.CompletedAt, cancel);
        var people = members.ToLookup(row => row.CohortId, row => View(row.Person));
        var now = clock.GetUtcNow().UtcDateTime;
        return
        [
            .. courses.Select(row => new CourseView(row, row.DueAt <= now || row is { ReadAt: null, ReadFailure: null },
            [
                .. cohorts.Where(cohort => cohort.LmsCourseId == row.Id)
                    .OrderBy(cohort => cohort.SetName, StringComparer.CurrentCulture).ThenBy(cohort => cohort.Name, StringComparer.CurrentCulture)
                    .Select(cohort => new CohortView(cohort, [.. people[cohort.Id].OrderBy(person => person.Name, StringComparer.CurrentCulture)])),
            ])),
        ];

        PersonView View(Person person)
        {
            DateTime? at = completed.TryGetValue(person.Id, out var day) ? day : null;
            return new PersonView(person.Name, at, at is null && Standing.Of(course, finished[person.Id].ToHashSet()).In(null).HasBegun);
        }
    }

    /// <summary>Has a course read as soon as possible.</summary>
    public Task AskAsync(Guid courseId, CancellationToken cancel)
    {
        DateTime? now = clock.GetUtcNow().UtcDateTime;
        return db.WriteAsync(() => db.LmsCourses.Where(row => row.Id == courseId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now).SetProperty(row => row.ReadTries, 0), cancel), cancel);
    }
}

/// <param name="Row">The course in the LMS.</param>
/// <param name="IsBeingRead">Whether the LMS is being asked.</param>
/// <param name="Cohorts">Its groups.</param>
public sealed record CourseView(LmsCourse Row, bool IsBeingRead, IReadOnlyList<CohortView> Cohorts);

public sealed record CohortView(Cohort Row, IReadOnlyList<PersonView> People)
{
    public int Ready => People.Count(person => person.CompletedAt is not null);
}

/// <param name="Name">Null when the LMS keeps it to itself.</param>
/// <param name="CompletedAt">When the whole course was completed.</param>
/// <param name="HasBegun">Whether a first lesson is done.</param>
public sealed record PersonView(string? Name, DateTime? CompletedAt, bool HasBegun);
