using LtiMentoring.Lti;
using LtiMentoring.Lti.Notices;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Launch;

/// <summary>Takes a platform's notices: each once, for the deployment that it is for.</summary>
public sealed class Notices(MentoringDb db, NoticeVerifier verifier, TimeProvider clock, ILogger<Notices> log)
{
    /// <summary>Takes one notice, or says why not. One that was taken before changes nothing, and is no failure: the answer to it may have been lost.</summary>
    public async Task<Refusal?> TakeAsync(string token, Registration registration, CancellationToken cancel)
    {
        var (notice, refused) = await verifier.VerifyAsync(token, registration.ToPlatform(), cancel);
        var deployment = notice is null ? null : await db.Deployments.IgnoreQueryFilters([MentoringDb.DistrictFilter]).AsNoTracking()
            .SingleOrDefaultAsync(row => row.RegistrationId == registration.Id && row.DeploymentId == notice.DeploymentId, cancel);
        if (notice is not null && deployment is null)
            refused = new Refused(Refusal.DeploymentUnknown, $"a notice for deployment {notice.DeploymentId}, which no district here has");
        if (refused is not null)
        {
            log.LogWarning("Notice refused: {Why}, reference {Reference}, platform {Platform}: {Detail}", refused.Why, Reference.New(), registration.Id, refused.Detail);
            return refused.Why;
        }
        db.DistrictId = deployment!.DistrictId;
        var isNew = await db.WriteAsync(() => RecordAsync(notice!, deployment, cancel), cancel);
        log.LogInformation("Notice {Type} for deployment {Deployment} {Taken}", notice!.Type, deployment.Id, isNew ? "taken" : "came again");
        return null;
    }

    async Task<bool> RecordAsync(Notice notice, Deployment deployment, CancellationToken cancel)
    {
        var (hash, now) = (Secrets.Hash(notice.Nonce), clock.GetUtcNow().UtcDateTime);
        if (await db.ReceivedNotices.AnyAsync(row => row.RegistrationId == deployment.RegistrationId && row.NonceHash == hash, cancel))
            return false;
        db.ReceivedNotices.Add(new ReceivedNotice { RegistrationId = deployment.RegistrationId, NonceHash = hash, ReceivedAt = now });
        await db.Deployments.Where(row => row.Id == deployment.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.NoticeReceivedAt, now), cancel);
        if (notice is not ContextCopyNotice copy)
            return true;
        var known = await db.CourseCopies.Where(row => row.DeploymentId == deployment.Id && row.ContextId == copy.ContextId).Select(row => row.OriginId).ToListAsync(cancel);
        db.CourseCopies.AddRange(copy.OriginContextIds.Distinct(StringComparer.Ordinal).Where(origin => origin != copy.ContextId).Except(known, StringComparer.Ordinal)
            .Select(origin => new CourseCopy
            {
                DistrictId = deployment.DistrictId, DeploymentId = deployment.Id, ContextId = copy.ContextId, OriginId = origin, ToldAt = now,
            }));
        return true;
    }
}
