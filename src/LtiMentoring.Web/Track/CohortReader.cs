using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Track;

/// <summary>Reads the groups of courses: when a course is first opened, once a day while it is in use, and when an administrator asks.</summary>
sealed class CohortReader(IServiceScopeFactory scopes, Waits waits, TimeProvider clock, ILogger<CohortReader> log) : DueWork<LmsCourse>(scopes, waits, clock, log)
{
    protected override Task DoAsync(IServiceProvider services, Guid districtId, Guid id, CancellationToken cancel) =>
        services.GetRequiredService<Roster>().ReadAsync(districtId, id, cancel);
}
