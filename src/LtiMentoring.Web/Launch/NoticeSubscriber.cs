using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Launch;

/// <summary>Asks the platforms that are to be asked for notices. One that refuses is asked again some hours later, as long as it is connected.</summary>
sealed class NoticeSubscriber(IServiceScopeFactory scopes, Waits waits, TimeProvider clock, ILogger<NoticeSubscriber> log) : DueWork<Deployment>(scopes, waits, clock, log)
{
    protected override Task DoAsync(IServiceProvider services, Guid districtId, Guid id, CancellationToken cancel) =>
        services.GetRequiredService<NoticeSubscriptions>().AskAsync(districtId, id, cancel);
}
