using LtiMentoring.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>
/// Once in a while, deletes what nobody needs any more: a mentor's own words when the district's time for them is over, ended
/// sessions, used links. What was completed stays, and what the gradebook answered.
/// </summary>
public sealed class Sweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Sweep> log) : RepeatedWork(clock, log)
{
    /// <summary>An ended session is remembered longer than a login takes, and as long as words posted to it are kept.</summary>
    static readonly TimeSpan SessionLife = TimeSpan.FromDays(8);

    static readonly TimeSpan LinkLife = TimeSpan.FromDays(30);
    static readonly string[] AllDistricts = [MentoringDb.DistrictFilter];

    protected override TimeSpan Pause => TimeSpan.FromHours(6);

    protected override async Task<bool> RoundAsync(CancellationToken cancel)
    {
        await SweepAsync(cancel);
        return false;
    }

    /// <summary>One sweep. Replicas may do it at the same time: each row goes once.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        var now = Clock.GetUtcNow().UtcDateTime;
        var (sessionsEnd, linksEnd) = (now - SessionLife, now - LinkLife);
        await db.WriteAsync(() => db.Sessions.IgnoreQueryFilters(AllDistricts).Where(row => row.SeenAt < sessionsEnd).ExecuteDeleteAsync(cancel), cancel);
        await db.WriteAsync(() => db.OperatorVisits.Where(row => row.SeenAt < linksEnd).ExecuteDeleteAsync(cancel), cancel);
        await db.WriteAsync(() => db.OneTimeLinks.Where(row => row.EndsAt < linksEnd).ExecuteDeleteAsync(cancel), cancel);
        foreach (var district in await db.Districts.AsNoTracking().Where(row => row.KeepMonths != null).ToListAsync(cancel))
            await ForgetAsync(district, now.AddMonths(-district.KeepMonths!.Value), cancel);
    }

    async Task ForgetAsync(District district, DateTime before, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        db.DistrictId = district.Id;
        var gone = await db.People.Where(row => row.SeenAt < before && (
            db.Writings.Any(own => own.PersonId == row.Id) || db.Drafts.Any(own => own.PersonId == row.Id) || db.SheetRevisions.Any(own => own.PersonId == row.Id)
            || db.JournalEntries.Any(own => own.PersonId == row.Id) || db.CheckInPlans.Any(own => own.PersonId == row.Id) || db.Attempts.Any(own => own.PersonId == row.Id)))
            .Select(row => row.Id).ToListAsync(cancel);
        foreach (var person in gone)
            await scope.ServiceProvider.GetRequiredService<Writings>().DeleteAllAsync(person, cancel);
        if (gone.Count > 0)
            log.LogInformation("The own words of {Count} people of district {District} were deleted, {Months} months after their last visit", gone.Count, district.Id, district.KeepMonths);
    }
}
