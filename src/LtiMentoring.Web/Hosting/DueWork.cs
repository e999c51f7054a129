using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Hosting;

/// <summary>
/// Does what is due about rows of one kind, in all districts. A replica takes a row by moving the time at which it is due, so
/// replicas share the work, and what a killed one took comes back.
/// </summary>
public abstract class DueWork<T>(IServiceScopeFactory scopes, Waits waits, TimeProvider clock, ILogger log) : RepeatedWork(clock, log)
    where T : class, IDueRow
{
    const int Batch = 8;

    protected sealed override TimeSpan Pause => waits.Poll;

    /// <summary>Does it for one row, and says when that row is due again.</summary>
    protected abstract Task DoAsync(IServiceProvider services, Guid districtId, Guid id, CancellationToken cancel);

    protected sealed override async Task<bool> RoundAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        var now = Clock.GetUtcNow().UtcDateTime;
        var due = db.Set<T>().IgnoreQueryFilters([MentoringDb.DistrictFilter]).Where(row => row.DueAt <= now);
        var candidates = await due.OrderBy(row => row.DueAt).Take(Batch).Select(row => new { row.DistrictId, row.Id }).ToListAsync(cancel);
        DateTime? lease = now + waits.Lease;
        foreach (var one in candidates)
        {
            // The update repeats the condition: what another replica took meanwhile is not touched.
            var taken = await db.WriteAsync(() => due.Where(row => row.Id == one.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, lease), cancel), cancel);
            if (taken == 0)
                continue;
            await using var own = scopes.CreateAsyncScope();
            await DoAsync(own.ServiceProvider, one.DistrictId, one.Id, cancel);
        }
        return candidates.Count > 0;
    }
}
