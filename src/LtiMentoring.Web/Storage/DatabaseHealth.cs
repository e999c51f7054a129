using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LtiMentoring.Web.Storage;

/// <summary>Whether the database answers, for whoever watches over the tool from outside.</summary>
sealed class DatabaseHealth(MentoringDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
