using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Notices;
using LtiMentoring.Lti.Services;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Launch;

/// <summary>Asks platforms to tell of copied courses: wanted at a launch, asked for when nobody waits for it.</summary>
public sealed class NoticeSubscriptions(MentoringDb db, LtiServices services, Settings settings, Waits waits, TimeProvider clock, ILogger<NoticeSubscriptions> log)
{
    /// <summary>Takes over where the platform is asked. Only what changed is written.</summary>
    public async Task LearnAsync(LaunchMessage message, Deployment deployment, CancellationToken cancel)
    {
        if (message is not ResourceLinkRequest { Notices: { } offered } || !offered.Types.Contains(Notice.ContextCopy, StringComparer.Ordinal))
            return;
        var address = ToolAddresses.Notices(settings, deployment.RegistrationId);
        if (deployment.NoticeHandlers == offered.Handlers && (deployment.NoticeHandler is null || deployment.NoticeHandler == address))
            return;
        var row = await db.Deployments.SingleAsync(row => row.Id == deployment.Id, cancel);
        (row.NoticeHandlers, row.NoticeHandler, row.NoticesTries, row.DueAt) = (offered.Handlers, null, 0, clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>Asks for one deployment.</summary>
    public async Task AskAsync(Guid district, Guid deploymentId, CancellationToken cancel)
    {
        db.DistrictId = district;
        var (deployment, registration) = await (
            from row in db.Deployments.AsNoTracking()
            join platform in db.Registrations.AsNoTracking() on row.RegistrationId equals platform.Id
            where row.Id == deploymentId
            select new { row, platform }).SingleOrDefaultAsync(cancel) is { } found ? (found.row, found.platform) : (null, null);
        if (deployment?.NoticeHandlers is not { } handlers || registration is not { Disabled: false })
            return;
        var address = ToolAddresses.Notices(settings, registration.Id);
        var answer = await new NoticeHandlers(services, registration.ToPlatform()).RegisterAsync(handlers, Notice.ContextCopy, address, cancel);
        var tries = deployment.NoticesTries + 1;
        DateTime? next = answer.Succeeded ? null : clock.GetUtcNow().UtcDateTime + waits.After(tries, answer.RetryAfter);
        // Not given up when the program is told to stop: the LMS has answered.
        await db.WriteAsync(() => db.Deployments.Where(row => row.Id == deploymentId && row.NoticeHandlers == handlers).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.NoticeHandler, answer.Succeeded ? address : null).SetProperty(row => row.NoticesFailure, answer.Succeeded ? null : answer.Words)
            .SetProperty(row => row.NoticesTries, tries).SetProperty(row => row.DueAt, next), CancellationToken.None), CancellationToken.None);
        log.LogInformation("Asked deployment {Deployment} for notices, try {Tries}: {Words}", deploymentId, tries, answer.Words);
    }
}
