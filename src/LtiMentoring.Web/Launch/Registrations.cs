using LtiMentoring.Lti;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Launch;

/// <summary>Finds the registration that a login is for.</summary>
public sealed class Registrations(MentoringDb db)
{
    static readonly TimeSpan Grain = TimeSpan.FromSeconds(5);

    public async Task<(Registration? Found, Refused? Refused)> FindAsync(LoginRequest login, Guid? ownAddress, CancellationToken cancel)
    {
        // A platform that leaves out client_id can be given a login address of its own.
        var candidates = await db.Registrations
            .Where(row => row.Issuer == login.Issuer
                && (ownAddress == null || row.Id == ownAddress)
                && (login.ClientId == null || row.ClientId == login.ClientId))
            .OrderBy(row => row.Id).Take(2).AsNoTracking().ToListAsync(cancel);
        return candidates switch
        {
            [] => (null, new Refused(Refusal.PlatformUnknown, $"issuer {login.Issuer}, client id {login.ClientId ?? "not given"}")),
            [{ Disabled: true }] => (null, new Refused(Refusal.PlatformDisabled, $"registration {candidates[0].Id} is switched off")),
            [var one] => (one, null),
            _ => (null, new Refused(Refusal.PlatformAmbiguous, $"issuer {login.Issuer} has several registrations and the login names no client id")),
        };
    }

    /// <summary>
    /// Writes down what was refused; of a flood, one in a few seconds. Once a launch has worked, only what the platform itself sent
    /// or failed to send: nobody else may speak beside a connection in its name.
    /// </summary>
    public Task RememberAsync(Guid id, Refused refused, DateTime now)
    {
        var (words, before) = ($"{refused.Why}: {refused.Detail}", now - Grain);
        var isThePlatforms = refused.IsSigned || refused.Why == Refusal.KeysUnreachable;
        return db.WriteAsync(() => db.Registrations.Where(row => row.Id == id && (isThePlatforms || row.LastLaunchAt == null)
                && (row.LastRefusedAt == null || row.LastRefusedAt < before || row.LastRefusedAt > now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastRefusal, words).SetProperty(row => row.LastRefusedAt, now)));
    }

    public Task<Registration?> FindAsync(Guid id, CancellationToken cancel) =>
        db.Registrations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
}
