using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>Lets one replica at a time do a thing that has a name. A lease ends by itself when its holder dies.</summary>
public sealed class Leases(MentoringDb db, TimeProvider clock)
{
    /// <summary>Takes the lease, unless somebody else holds it.</summary>
    public async Task<bool> TryTakeAsync(string name, string owner, TimeSpan life, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ends = now + life;
        return await db.WriteAsync(() => db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Leases" ("Name", "Owner", "EndsAt") VALUES ({name}, {owner}, {ends})
            ON CONFLICT ("Name") DO UPDATE SET "Owner" = excluded."Owner", "EndsAt" = excluded."EndsAt" WHERE "Leases"."EndsAt" < {now}
            """, cancel), cancel) == 1;
    }

    /// <summary>
    /// Lets nobody else pass this point until the caller's transaction ends; others wait here. Belongs into a transaction
    /// of the caller's.
    /// </summary>
    public Task PassAloneAsync(string name, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO "Leases" ("Name", "Owner", "EndsAt") VALUES ({name}, '', {DateTime.UnixEpoch})
        ON CONFLICT ("Name") DO UPDATE SET "Owner" = excluded."Owner"
        """, cancel);

    public Task EndAsync(string name, string owner, CancellationToken cancel) =>
        db.WriteAsync(() => db.Leases.Where(lease => lease.Name == name && lease.Owner == owner).ExecuteDeleteAsync(cancel), cancel);
}
