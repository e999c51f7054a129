using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Hosting;

/// <summary>Opens and finds sessions.</summary>
public sealed class Sessions(MentoringDb db, TimeProvider clock)
{
    /// <summary>How long a session lasts after it was last used.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>How long one lasts whose address alone opens it.</summary>
    public static readonly TimeSpan IdleByAddress = TimeSpan.FromMinutes(60);

    /// <summary>How long an ended session is remembered, so that words posted to it still find their writer.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>How exactly the last use is known.</summary>
    static readonly TimeSpan Grain = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Inserts the session, unless its nonce was used before: the one insert that makes a replay impossible on any number
    /// of replicas. Belongs into a transaction of the caller's.
    /// </summary>
    public async Task<bool> TryInsertAsync(StoredSession row, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Sessions" ("IdHash", "KeyHash", "Nonce", "DistrictId", "RegistrationId", "PersonId", "PlacedLinkId",
                "Role", "Language", "Purpose", "Request", "OpenedAt", "SeenAt")
            VALUES ({row.IdHash}, {row.KeyHash}, {row.Nonce}, {row.DistrictId}, {row.RegistrationId}, {row.PersonId},
                {row.PlacedLinkId}, {row.Role.ToString()}, {row.Language}, {row.Purpose.ToString()}, {row.Request}, {row.OpenedAt}, {row.SeenAt})
            ON CONFLICT DO NOTHING
            """, cancel) == 1;

    /// <summary>
    /// The session of that id, if the browser holds its key or it needs none; from then on the database shows its district.
    /// </summary>
    public async Task<(OpenSession Session, bool Ended)?> FindAsync(string id, string? key, CancellationToken cancel)
    {
        var idHash = Secrets.Hash(id);
        var found = await (
            from row in db.Sessions.IgnoreQueryFilters(new[] { MentoringDb.DistrictFilter })
            join person in db.People on row.PersonId equals person.Id
            join placed in db.PlacedLinks on row.PlacedLinkId equals placed.Id into links
            from link in links.DefaultIfEmpty()
            join district in db.Districts on row.DistrictId equals district.Id
            join registration in db.Registrations on row.RegistrationId equals registration.Id
            where row.IdHash == idHash && !registration.Disabled
            select new { row, person, link, district, registration.FrameOrigins }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null || found.row.KeyHash is { } hash && !Secrets.Matches(key, hash))
            return null;
        db.DistrictId = found.district.Id;
        var session = new OpenSession(found.row, found.person, found.district, found.link, found.FrameOrigins);
        return (session, clock.GetUtcNow() > found.row.SeenAt + (found.row.KeyHash is null ? IdleByAddress : Idle));
    }

    /// <summary>
    /// Gives the session another key; null when the old one is not its key, or not any more. So what carries a key in an
    /// address opens one window and no second.
    /// </summary>
    public async Task<string?> ChangeKeyAsync(string id, string key, CancellationToken cancel)
    {
        var fresh = Secrets.New();
        var (idHash, oldHash, freshHash) = (Secrets.Hash(id), Secrets.Hash(key), Secrets.Hash(fresh));
        var changed = await db.WriteAsync(() => db.Sessions.IgnoreQueryFilters(new[] { MentoringDb.DistrictFilter })
            .Where(row => row.IdHash == idHash && row.KeyHash == oldHash)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.KeyHash, freshHash), cancel), cancel);
        return changed == 1 ? fresh : null;
    }

    /// <summary>Writes down that the session was used, and in which language.</summary>
    public async Task TouchAsync(StoredSession row, string? language, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (language is null && now - row.SeenAt < Grain)
            return;
        row.SeenAt = now;
        row.Language = language ?? row.Language;
        await db.WriteAsync(() => db.Sessions.Where(session => session.IdHash == row.IdHash).ExecuteUpdateAsync(
            set => set.SetProperty(session => session.SeenAt, row.SeenAt).SetProperty(session => session.Language, row.Language), cancel), cancel);
    }
}
