using LtiMentoring.Lti;
using LtiMentoring.Lti.DeepLinking;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Launch;

/// <summary>
/// From a verified message to a session: which district, who, in what role, for what. One of the few files that know both
/// LTI and what a mentor is.
/// </summary>
public sealed class SignIn(MentoringDb db, Sessions sessions, PlacedLinks links, LmsCourses courses, NoticeSubscriptions notices, Receipts receipts, TimeProvider clock)
{
    /// <summary>
    /// Opens the session that the login was promised; or refuses. In a browser that keeps no cookie, the address alone opens a
    /// mentor's session; staff, who may see more than their own, always hold a key.
    /// </summary>
    public async Task<(Arrival? Arrival, Refused? Refused)> OpenAsync(
        LaunchMessage message, Registration registration, LoginState state, string language, bool keepsNoCookies, CancellationToken cancel)
    {
        var deployment = await db.Deployments.IgnoreQueryFilters([MentoringDb.DistrictFilter]).AsNoTracking()
            .SingleOrDefaultAsync(row => row.RegistrationId == registration.Id && row.DeploymentId == message.DeploymentId, cancel);
        if (deployment is null)
            return (null, await WaitAsync(message, registration, cancel));
        var role = RoleOf(message.Roles);
        if (role == Role.Mentor && message is not ResourceLinkRequest)
            return (null, new Refused(Refusal.StaffOnly, $"{message.GetType().Name} by somebody with the roles {string.Join(' ', message.Roles)}"));
        db.DistrictId = deployment.DistrictId;
        var (person, link) = await RememberAsync(message, deployment, cancel);
        // Whoever learns in a course is a mentor there, whatever they were given: their own training counts.
        role = role == Role.Mentor ? role : person.GrantedRole ?? role;
        var offered = await db.Districts.Where(row => row.Id == deployment.DistrictId).Select(row => row.Languages).SingleAsync(cancel);
        var arrival = new Arrival(keepsNoCookies && role == Role.Mentor ? null : Secrets.New(), PurposeOf(message));
        var now = clock.GetUtcNow().UtcDateTime;
        var session = new StoredSession
        {
            IdHash = Secrets.Hash(state.SessionId), KeyHash = arrival.Key is { } key ? Secrets.Hash(key) : null, Nonce = message.Nonce, DistrictId = deployment.DistrictId,
            RegistrationId = registration.Id, PersonId = person.Id, PlacedLinkId = link?.Id, Role = role, Purpose = arrival.Purpose,
            Request = RequestOf(message), Language = Languages.AsOffered(language, offered), OpenedAt = now, SeenAt = now,
        };
        var opened = await db.WriteAsync(async () =>
        {
            if (!await sessions.TryInsertAsync(session, cancel))
                return false;
            await db.Registrations.Where(row => row.Id == registration.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastLaunchAt, now), cancel);
            if (role == Role.Mentor && link is not null && !person.IsNobody)
                await receipts.OweAsync(person, link, registration.TellsStarted, cancel);
            return true;
        }, cancel);
        return opened ? (arrival, null) : (null, new Refused(Refusal.NonceUsed, "this launch was opened before"));
    }

    /// <summary>The session that this login was promised; null when it was not opened.</summary>
    public Task<OpenedBefore?> OpenedAsync(LoginState state, CancellationToken cancel)
    {
        var idHash = Secrets.Hash(state.SessionId);
        return db.Sessions.IgnoreQueryFilters([MentoringDb.DistrictFilter]).Where(row => row.IdHash == idHash)
            .Select(row => new OpenedBefore(row.Purpose, row.KeyHash == null)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>
    /// A deployment that nobody has given to a district yet waits for the operator, and its people are told so. Only the
    /// platform can make it wait: its message is signed.
    /// </summary>
    async Task<Refused> WaitAsync(LaunchMessage message, Registration registration, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.WriteAsync(async () =>
        {
            var pending = await db.PendingDeployments.SingleOrDefaultAsync(
                row => row.RegistrationId == registration.Id && row.DeploymentId == message.DeploymentId, cancel);
            if (pending is null && await db.PendingDeployments.CountAsync(row => row.RegistrationId == registration.Id, cancel) < PendingDeployment.Most)
                db.PendingDeployments.Add(pending = new PendingDeployment
                {
                    RegistrationId = registration.Id, DeploymentId = message.DeploymentId, FirstSeenAt = now, SeenAt = now, Described = message.Context?.Title,
                });
            if (pending is not null)
                pending.SeenAt = now;
        }, cancel);
        return new Refused(Refusal.DeploymentUnknown, $"deployment {message.DeploymentId} of registration {registration.Id} waits for approval");
    }

    /// <summary>
    /// Whoever is in the course only to learn is a mentor here, whatever else they are in the institution: their row is in
    /// the gradebook. LTI's own Mentor role means a guardian who watches a learner, and gives nothing here.
    /// </summary>
    static Role RoleOf(IReadOnlyList<string> roles) =>
        Roles.IsOnlyLearner(roles) ? Role.Mentor
        : Roles.IsAdministrator(roles) ? Role.Administrator
        : Roles.IsStaff(roles) ? Role.Trainer
        : Role.Mentor;

    static SessionPurpose PurposeOf(LaunchMessage message) => message switch
    {
        DeepLinkingRequest => SessionPurpose.Place,
        SubmissionReviewRequest => SessionPurpose.Review,
        DataPrivacyRequest => SessionPurpose.Privacy,
        _ => SessionPurpose.Course,
    };

    static string? RequestOf(LaunchMessage message) => message switch
    {
        DeepLinkingRequest deepLinking => new PlaceRequest(message.DeploymentId, deepLinking.Settings).Write(),
        SubmissionReviewRequest review => review.ForUser,
        DataPrivacyRequest privacy => privacy.ForUser,
        _ => null,
    };

    /// <summary>The person and the placed link, as this launch describes them. Written only when something changed.</summary>
    async Task<(Person Person, PlacedLink? Link)> RememberAsync(LaunchMessage message, Deployment deployment, CancellationToken cancel)
    {
        var known = await FindAsync();
        if (!db.ChangeTracker.HasChanges())
            return known;
        db.ChangeTracker.Clear();
        return await db.WriteAsync(FindAsync, cancel);

        async Task<(Person, PlacedLink?)> FindAsync()
        {
            await courses.LearnAsync(message, deployment, cancel);
            await notices.LearnAsync(message, deployment, cancel);
            return (await FindPersonAsync(message, deployment, cancel), await links.FindAsync(message, deployment, cancel));
        }
    }

    async Task<Person> FindPersonAsync(LaunchMessage message, Deployment deployment, CancellationToken cancel)
    {
        // Whoever comes without a name of any kind shares one row, to which nothing is ever recorded.
        var subject = message.Subject ?? "";
        var person = await db.People.SingleOrDefaultAsync(row => row.Issuer == message.Issuer && row.Subject == subject, cancel);
        if (person is null)
            db.People.Add(person = new Person { DistrictId = deployment.DistrictId, Issuer = message.Issuer, Subject = subject });
        if (person.IsNobody)
            return person;
        person.Name = message.Person.Name ?? person.Name;
        person.GivenName = message.Person.GivenName ?? person.GivenName;
        person.IsTest = Roles.IsTestUser(message.Roles);
        person.SeenAt = clock.GetUtcNow().UtcDateTime.Date;
        return person;
    }
}

/// <summary>A session that a login opened before. Where the address is its key, nobody is told the address again.</summary>
public sealed record OpenedBefore(SessionPurpose Purpose, bool IsByAddress);

/// <summary>What a launch opened: the key for the browser, unless the address alone is it, and what the session is for.</summary>
public sealed record Arrival(string? Key, SessionPurpose Purpose);
