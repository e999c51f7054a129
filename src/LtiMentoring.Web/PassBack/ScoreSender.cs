using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.PassBack;

/// <summary>
/// Sends what is owed to gradebooks. The queue is the table of receipts: a replica leases what is due with one conditional
/// update, so replicas share the work, and what a killed one held returns when its lease ends.
/// </summary>
sealed class ScoreSender(IServiceScopeFactory scopes, Waits waits, TimeProvider clock, ILogger<ScoreSender> log) : RepeatedWork(clock, log)
{
    const int Batch = 8;
    const int AtOnce = 4;

    protected override TimeSpan Pause => waits.Poll;

    protected override async Task<bool> RoundAsync(CancellationToken cancel) => await SendDueAsync(cancel) > 0;

    async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var leased = await LeaseAsync(cancel);
        await Parallel.ForEachAsync(leased, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, SendAsync);
        return leased.Count;
    }

    /// <summary>A receipt that breaks something here holds nobody up: it is tried again when its lease ends.</summary>
    async ValueTask SendAsync(LeasedReceipt receipt, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Delivery>().SendAsync(receipt, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            log.LogError(e, "Receipt {Receipt} could not be sent and waits for its lease to end", receipt.Id);
        }
    }

    async Task<List<LeasedReceipt>> LeaseAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        var now = Clock.GetUtcNow().UtcDateTime;
        var due = db.Receipts.IgnoreQueryFilters([MentoringDb.DistrictFilter]).Where(
            row => row.State == ReceiptState.Pending && row.NextTryAt <= now && (row.LeaseEndsAt == null || row.LeaseEndsAt < now));
        var candidates = await due.OrderBy(row => row.NextTryAt).Take(Batch).Select(row => row.Id).ToListAsync(cancel);
        if (candidates.Count == 0)
            return [];
        var owner = Guid.CreateVersion7().ToString("N");
        var ends = now + waits.Lease;
        // The update repeats the condition: a candidate that another replica leased meanwhile is not touched.
        await db.WriteAsync(() => due.Where(row => candidates.Contains(row.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LeaseOwner, owner).SetProperty(row => row.LeaseEndsAt, ends), cancel), cancel);
        return await db.Receipts.IgnoreQueryFilters([MentoringDb.DistrictFilter]).Where(row => row.LeaseOwner == owner)
            .Select(row => new LeasedReceipt(row.Id, row.DistrictId, owner)).ToListAsync(cancel);
    }
}
