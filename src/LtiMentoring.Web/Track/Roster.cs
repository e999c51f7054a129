using LtiMentoring.Lti;
using LtiMentoring.Lti.Roster;
using LtiMentoring.Lti.Services;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Track;

/// <summary>From the groups and members of a course in an LMS to cohorts and people here.</summary>
public sealed class Roster(MentoringDb db, LtiServices services, Waits waits, TimeProvider clock, ILogger<Roster> log)
{
    /// <summary>How often a course is read that people open, and how long after the last launch it counts as in use.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromDays(1);
    static readonly TimeSpan InUse = TimeSpan.FromDays(30);

    /// <summary>After so many failures the next launch from the course tries again, or whoever asks for it.</summary>
    const int MostTries = 10;

    /// <summary>People are looked up so many at a time.</summary>
    const int Some = 500;

    /// <summary>Reads one course and keeps what it says. Half a list changes nothing: nobody leaves a cohort because a page did not come.</summary>
    public async Task ReadAsync(Guid districtId, Guid courseId, CancellationToken cancel)
    {
        db.DistrictId = districtId;
        var found = await (
            from row in db.LmsCourses.AsNoTracking()
            join deployment in db.Deployments on row.DeploymentId equals deployment.Id
            join platform in db.Registrations.AsNoTracking() on deployment.RegistrationId equals platform.Id
            where row.Id == courseId
            select new { Course = row, Registration = platform }).SingleOrDefaultAsync(cancel);
        // One that is switched off here is asked again when it is opened again.
        if (found is not { Registration.Disabled: false })
        {
            await db.WriteAsync(() => db.LmsCourses.Where(row => row.Id == courseId).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, (DateTime?)null), cancel), cancel);
            return;
        }
        var (groups, members, failure) = await AskAsync(found.Course, found.Registration.ToPlatform(), cancel);
        await db.WriteAsync(async () =>
        {
            var course = await db.LmsCourses.SingleOrDefaultAsync(row => row.Id == courseId, cancel);
            if (course is null)
                return;
            var now = clock.GetUtcNow().UtcDateTime;
            course.ReadFailure = failure;
            course.ReadTries = failure is null ? 0 : course.ReadTries + 1;
            DateTime? next = failure is not null ? course.ReadTries < MostTries ? now + waits.After(course.ReadTries, null) : null
                : course.SeenAt > now - InUse ? now + Fresh : null;
            // Somebody may ask for a reading while this one is under way, or even while it is being kept. Theirs comes after it.
            await db.LmsCourses.Where(row => row.Id == courseId && row.DueAt == found.Course.DueAt)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, next), cancel);
            if (failure is not null)
                return;
            course.ReadAt = now;
            await KeepAsync(course, found.Registration.Issuer, groups, members, cancel);
        }, cancel);
        log.LogInformation("Read {Groups} groups of course {Course}: {Failure}", groups.Count, courseId, failure ?? "whole");
    }

    async Task<(IReadOnlyList<(CourseGroup Group, string? Set)> Groups, IReadOnlyList<Member> Members, string? Failure)> AskAsync(
        LmsCourse course, Platform platform, CancellationToken cancel)
    {
        var client = new CourseGroups(services, platform);
        var (groups, answer) = await client.ReadAsync(course.Groups, cancel);
        if (groups is null)
            return ([], [], answer.Words);
        // A set is only a name above the groups; one that cannot be read is left out.
        var sets = course.GroupSets is { } address ? (await client.ReadSetsAsync(address, cancel)).Sets ?? [] : [];
        List<Member> members = [];
        if (groups.Count > 0)
        {
            var isEnd = false;
            await foreach (var page in new Memberships(services, platform).ReadAsync(course.Memberships, null, null, cancel))
            {
                members.AddRange(page.Members.Where(IsMentor));
                (isEnd, answer) = (page.IsEnd, page.Answer);
            }
            if (!isEnd)
                return ([], [], answer.Words);
        }
        return ([.. groups.DistinctBy(group => group.Id).Select(group => (group, sets.FirstOrDefault(set => set.Id == group.SetId)?.Name))], members, null);
    }

    /// <summary>Staff look after a group, and belong to nobody's cohort.</summary>
    static bool IsMentor(Member member) => member.Status == MemberStatus.Active && member.GroupIds.Count > 0 && !Roles.IsStaff(member.Roles)
        && (Roles.IsOnlyLearner(member.Roles) || !Roles.IsAdministrator(member.Roles)) && !Roles.IsTestUser(member.Roles);

    async Task KeepAsync(LmsCourse course, string issuer, IReadOnlyList<(CourseGroup Group, string? Set)> groups, IReadOnlyList<Member> members, CancellationToken cancel)
    {
        var cohorts = await db.Cohorts.Where(row => row.LmsCourseId == course.Id).ToDictionaryAsync(row => row.GroupId, cancel);
        foreach (var (group, set) in groups)
        {
            if (!cohorts.TryGetValue(group.Id, out var cohort))
                db.Cohorts.Add(cohorts[group.Id] = cohort = new Cohort { DistrictId = course.DistrictId, LmsCourseId = course.Id, GroupId = group.Id, Name = group.Name });
            (cohort.Name, cohort.SetName) = (group.Name, set);
        }
        var there = groups.Select(one => one.Group.Id).ToHashSet(StringComparer.Ordinal);
        db.Cohorts.RemoveRange(cohorts.Values.Where(cohort => !there.Contains(cohort.GroupId)));
        var people = await PeopleAsync(course.DistrictId, issuer, members, cancel);
        var wanted = (
            from member in members
            from id in member.GroupIds
            where there.Contains(id)
            select (Cohort: cohorts[id].Id, Person: people[member.UserId].Id)).ToHashSet();
        var ids = cohorts.Values.Select(cohort => cohort.Id).ToList();
        foreach (var row in await db.CohortMembers.Where(row => ids.Contains(row.CohortId)).ToListAsync(cancel))
            if (!wanted.Remove((row.CohortId, row.PersonId)))
                db.CohortMembers.Remove(row);
        db.CohortMembers.AddRange(wanted.Select(one => new CohortMember { DistrictId = course.DistrictId, CohortId = one.Cohort, PersonId = one.Person }));
    }

    /// <summary>The members as people, by the platform's name for them. Who was never here has a row from now on: that they have not begun is what an administrator looks for.</summary>
    async Task<Dictionary<string, Person>> PeopleAsync(Guid districtId, string issuer, IReadOnlyList<Member> members, CancellationToken cancel)
    {
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var some in members.Chunk(Some))
        {
            var subjects = some.Select(member => member.UserId).ToList();
            foreach (var person in await db.People.Where(row => row.Issuer == issuer && subjects.Contains(row.Subject)).ToListAsync(cancel))
                people[person.Subject] = person;
        }
        foreach (var member in members)
        {
            if (!people.TryGetValue(member.UserId, out var person))
                db.People.Add(people[member.UserId] = person = new Person { DistrictId = districtId, Issuer = issuer, Subject = member.UserId });
            person.Name = member.Name ?? person.Name;
            person.GivenName = member.GivenName ?? person.GivenName;
        }
        return people;
    }
}
