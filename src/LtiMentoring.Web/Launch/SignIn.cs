using LtiMentoring.Lti;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Launch;

/// <summary>
/// From a verified message to a session: which district, who, in what role, at which placed link. One of the few files
/// that know both LTI and what a mentor is.
/// </summary>
public sealed class SignIn(MentoringDb db, Sessions sessions, Receipts receipts, TimeProvider clock)
{
    /// <summary>Opens the session that the login was promised, and gives its key; or refuses.</summary>
    public async Task<(string? Key, Refused? Refused)> OpenAsync(
        LaunchMessage message, Registration registration, LoginState state, string language, CancellationToken cancel)
    {
        var deployment = await db.Deployments.IgnoreQueryFilters([MentoringDb.DistrictFilter]).AsNoTracking()
            .SingleOrDefaultAsync(row => row.RegistrationId == registration.Id && row.DeploymentId == message.DeploymentId, cancel);
        if (deployment is null)
            return (null, new Refused(Refusal.DeploymentUnknown, $"deployment {message.DeploymentId} of registration {registration.Id}"));
        db.DistrictId = deployment.DistrictId;
        var (person, link) = await RememberAsync(message, deployment, cancel);
        var key = Secrets.New();
        var now = clock.GetUtcNow().UtcDateTime;
        var session = new StoredSession
        {
            IdHash = Secrets.Hash(state.SessionId), KeyHash = Secrets.Hash(key), Nonce = message.Nonce, DistrictId = deployment.DistrictId,
            RegistrationId = registration.Id, PersonId = person.Id, PlacedLinkId = link.Id, Role = RoleOf(message.Roles),
            Language = language, OpenedAt = now, SeenAt = now,
        };
        var opened = await db.WriteAsync(async () =>
        {
            if (!await sessions.TryInsertAsync(session, cancel))
                return false;
            if (session.Role == Role.Mentor)
                await receipts.OweAsync(person, link, cancel);
            return true;
        }, cancel);
        return opened ? (key, null) : (null, new Refused(Refusal.NonceUsed, "this launch was opened before"));
    }

    /// <summary>Whether the session that this login was promised exists.</summary>
    public Task<bool> WasOpenedAsync(LoginState state, CancellationToken cancel)
    {
        var idHash = Secrets.Hash(state.SessionId);
        return db.Sessions.IgnoreQueryFilters([MentoringDb.DistrictFilter]).AnyAsync(row => row.IdHash == idHash, cancel);
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

    /// <summary>The person and the placed link, as this launch describes them. Written only when something changed.</summary>
    async Task<(Person Person, PlacedLink Link)> RememberAsync(LaunchMessage message, Deployment deployment, CancellationToken cancel)
    {
        var known = await FindAsync();
        if (!db.ChangeTracker.HasChanges())
            return known;
        db.ChangeTracker.Clear();
        return await db.WriteAsync(FindAsync, cancel);

        async Task<(Person, PlacedLink)> FindAsync() =>
            (await FindPersonAsync(message, deployment, cancel), await FindLinkAsync(message, deployment, cancel));
    }

    async Task<Person> FindPersonAsync(LaunchMessage message, Deployment deployment, CancellationToken cancel)
    {
        var person = await db.People.SingleOrDefaultAsync(row => row.Issuer == message.Issuer && row.Subject == message.Subject, cancel);
        if (person is null)
            db.People.Add(person = new Person { DistrictId = deployment.DistrictId, Issuer = message.Issuer, Subject = message.Subject });
        person.Name = message.Person.Name ?? person.Name;
        person.GivenName = message.Person.GivenName ?? person.GivenName;
        return person;
    }

    async Task<PlacedLink> FindLinkAsync(LaunchMessage message, Deployment deployment, CancellationToken cancel)
    {
        var link = await db.PlacedLinks.SingleOrDefaultAsync(
            row => row.DeploymentId == deployment.Id && row.ResourceLinkId == message.ResourceLink.Id, cancel);
        if (link is null)
            db.PlacedLinks.Add(link = new PlacedLink
            {
                DistrictId = deployment.DistrictId, DeploymentId = deployment.Id, ResourceLinkId = message.ResourceLink.Id,
            });
        link.Learn(message);
        return link;
    }
}
