using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>Links that work once: into the operator's pages, and for the registration of one LMS.</summary>
public sealed class OneTimeLinks(MentoringDb db, Settings settings, TimeProvider clock)
{
    /// <summary>How long a link waits to be used.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Makes a link into the operator's pages. Earlier ones that nobody used stop working.</summary>
    public async Task<string> ForOperatorAsync(CancellationToken cancel) =>
        $"{settings.PublicUrl}/operate/enter/{await MakeAsync(LinkPurpose.Operator, null, cancel)}";

    /// <summary>Makes a link and gives its token, of which only the hash is kept.</summary>
    public async Task<string> MakeAsync(LinkPurpose purpose, Guid? districtId, CancellationToken cancel)
    {
        var token = Secrets.New();
        var now = clock.GetUtcNow().UtcDateTime;
        await db.WriteAsync(async () =>
        {
            if (purpose == LinkPurpose.Operator)
                await db.OneTimeLinks.Where(row => row.Purpose == LinkPurpose.Operator && row.UsedAt == null).ExecuteDeleteAsync(cancel);
            db.OneTimeLinks.Add(new OneTimeLink
            {
                TokenHash = Secrets.Hash(token), Purpose = purpose, DistrictId = districtId, MadeAt = now, EndsAt = now + Life,
            });
        }, cancel);
        return token;
    }

    /// <summary>The link, if it can still be used.</summary>
    public Task<OneTimeLink?> FindAsync(LinkPurpose purpose, string token, CancellationToken cancel)
    {
        var (hash, now) = (Secrets.Hash(token), clock.GetUtcNow().UtcDateTime);
        return db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(
            row => row.TokenHash == hash && row.Purpose == purpose && row.UsedAt == null && row.EndsAt > now, cancel);
    }

    /// <summary>Uses the link up and opens a visit, whose key this gives; null when somebody was faster or it is too late.</summary>
    public Task<string?> EnterAsync(string token, CancellationToken cancel)
    {
        var (hash, now) = (Secrets.Hash(token), clock.GetUtcNow().UtcDateTime);
        return db.WriteAsync(async () =>
        {
            var used = await db.OneTimeLinks.Where(row => row.TokenHash == hash && row.Purpose == LinkPurpose.Operator && row.UsedAt == null && row.EndsAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancel);
            if (used == 0)
                return null;
            var key = Secrets.New();
            db.OperatorVisits.Add(new OperatorVisit { KeyHash = Secrets.Hash(key), OpenedAt = now, SeenAt = now });
            return key;
        }, cancel);
    }

    /// <summary>Ends a visit; its cookie opens nothing any more.</summary>
    public Task LeaveAsync(string keyHash, CancellationToken cancel) =>
        db.WriteAsync(() => db.OperatorVisits.Where(row => row.KeyHash == keyHash).ExecuteDeleteAsync(cancel), cancel);
}
