using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.PassBack;

/// <summary>
/// Tells gradebooks that want to know it who has begun. The queue is the table of opened links: a replica takes what is due by
/// moving its next try, so replicas share the work, and what a killed one took comes back.
/// </summary>
sealed class StartedSender(IServiceScopeFactory scopes, Waits waits, TimeProvider clock, ILogger<StartedSender> log) : RepeatedWork(clock, log)
{
    const int Batch = 8;

    protected override TimeSpan Pause => waits.Poll;

    protected override async Task<bool> RoundAsync(CancellationToken cancel) => await SendDueAsync(cancel) > 0;

    async Task<int> SendDueAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        var now = Clock.GetUtcNow().UtcDateTime;
        var due = db.OpenedLinks.IgnoreQueryFilters([MentoringDb.DistrictFilter]).Where(row => row.Started == StartedState.Pending && row.StartedNextTryAt <= now);
        var candidates = await due.OrderBy(row => row.StartedNextTryAt).Take(Batch)
            .Select(row => new { row.DistrictId, row.PersonId, row.PlacedLinkId }).ToListAsync(cancel);
        var lease = now + waits.Lease;
        foreach (var one in candidates)
        {
            // The update repeats the condition: what another replica took meanwhile is not touched.
            var taken = await db.WriteAsync(() => due.Where(row => row.PersonId == one.PersonId && row.PlacedLinkId == one.PlacedLinkId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.StartedNextTryAt, lease), cancel), cancel);
            if (taken == 0)
                continue;
            await using var own = scopes.CreateAsyncScope();
            await own.ServiceProvider.GetRequiredService<StartedNews>().SendAsync(one.DistrictId, one.PersonId, one.PlacedLinkId, cancel);
        }
        return candidates.Count;
    }
}
