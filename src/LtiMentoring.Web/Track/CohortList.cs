using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Track;

/// <summary>The cohorts of a district, with what may be known of their people: whether the course is complete, and when.</summary>
public sealed class CohortList(MentoringDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<CourseView>> ReadAsync(Course training, CancellationToken cancel)
    {
        var courses = await (
            from row in db.LmsCourses
            join deployment in db.Deployments on row.DeploymentId equals deployment.Id
            join registration in db.Registrations on deployment.RegistrationId equals registration.Id
            orderby row.SeenAt descending, row.Title, registration.Name
            select new { Row = row, Platform = registration.Name }).AsNoTracking().ToListAsync(cancel);
        // One LMS need not be named. Of several, or of one that is connected twice, each course says where it is from.
        var hasSeveral = courses.Select(course => course.Platform).Distinct().Count() > 1;
        var cohorts = await db.Cohorts.AsNoTracking().ToListAsync(cancel);
        var members = await (
            from member in db.CohortMembers
            join person in db.People on member.PersonId equals person.Id
            select new { member.CohortId, Person = person }).AsNoTracking().ToListAsync(cancel);
        var inCohorts = db.CohortMembers.Select(row => row.PersonId);
        var finished = (await db.FinishedLessons.Where(row => row.CourseId == training.Id && inCohorts.Contains(row.PersonId))
            .Select(row => new { row.PersonId, row.ModuleId, row.LessonId }).ToListAsync(cancel)).ToLookup(row => row.PersonId, row => (row.ModuleId, row.LessonId));
        var completed = await db.Completions.Where(row => row.CourseId == training.Id && row.ModuleId == "" && inCohorts.Contains(row.PersonId))
            .ToDictionaryAsync(row => row.PersonId, row => row.CompletedAt, cancel);
        var people = members.ToLookup(row => row.CohortId, row => View(row.Person));
        var now = clock.GetUtcNow().UtcDateTime;
        return
        [
            .. courses.Select(course => new CourseView(course.Row, hasSeveral ? course.Platform : null, course.Row.DueAt <= now || course.Row is { ReadAt: null, ReadFailure: null },
            [
                .. cohorts.Where(cohort => cohort.LmsCourseId == course.Row.Id)
                    .OrderBy(cohort => cohort.SetName, StringComparer.CurrentCulture).ThenBy(cohort => cohort.Name, StringComparer.CurrentCulture)
                    .Select(cohort => new CohortView(cohort, [.. people[cohort.Id].OrderBy(person => person.Name, StringComparer.CurrentCulture)])),
            ])),
        ];

        PersonView View(Person person)
        {
            DateTime? at = completed.TryGetValue(person.Id, out var day) ? day : null;
            return new PersonView(person.Name, at, at is null && Standing.Of(training, finished[person.Id].ToHashSet()).In(null).HasBegun);
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
/// <param name="Platform">The connection that it came by, where there are several.</param>
/// <param name="IsBeingRead">Whether the LMS is being asked.</param>
/// <param name="Cohorts">Its groups.</param>
public sealed record CourseView(LmsCourse Row, string? Platform, bool IsBeingRead, IReadOnlyList<CohortView> Cohorts);

public sealed record CohortView(Cohort Row, IReadOnlyList<PersonView> People)
{
    public int Ready => People.Count(person => person.CompletedAt is not null);
}

/// <param name="Name">Null when the LMS keeps it to itself.</param>
/// <param name="CompletedAt">When the whole course was completed.</param>
/// <param name="HasBegun">Whether a first lesson is done.</param>
public sealed record PersonView(string? Name, DateTime? CompletedAt, bool HasBegun);
