using LtiMentoring.Lti.Notices;
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

    /// <summary>Twice as long as a notice can be sent again.</summary>
    static readonly TimeSpan NoticeLife = 2 * NoticeVerifier.LongestLife;

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
        var (sessionsEnd, linksEnd, noticesEnd) = (now - SessionLife, now - LinkLife, now - NoticeLife);
        await db.WriteAsync(() => db.Sessions.IgnoreQueryFilters(AllDistricts).Where(row => row.SeenAt < sessionsEnd).ExecuteDeleteAsync(cancel), cancel);
        await db.WriteAsync(() => db.OperatorVisits.Where(row => row.SeenAt < linksEnd).ExecuteDeleteAsync(cancel), cancel);
        await db.WriteAsync(() => db.OneTimeLinks.Where(row => row.EndsAt < linksEnd).ExecuteDeleteAsync(cancel), cancel);
        await db.WriteAsync(() => db.ReceivedNotices.Where(row => row.ReceivedAt < noticesEnd).ExecuteDeleteAsync(cancel), cancel);
        await db.WriteAsync(() => OnRostersOnly(db).ExecuteDeleteAsync(cancel), cancel);
        foreach (var district in await db.Districts.AsNoTracking().Where(row => row.KeepMonths != null).ToListAsync(cancel))
            await ForgetAsync(district, now, cancel);
    }

    /// <summary>Who was never here and is in no cohort any more.</summary>
    static IQueryable<Person> OnRostersOnly(MentoringDb db) => db.People.IgnoreQueryFilters(AllDistricts).Where(row => row.SeenAt == null && row.GrantedRole == null
        && !db.CohortMembers.IgnoreQueryFilters(AllDistricts).Any(member => member.PersonId == row.Id)
        && !db.OpenedLinks.IgnoreQueryFilters(AllDistricts).Any(link => link.PersonId == row.Id)
        && !db.Sessions.IgnoreQueryFilters(AllDistricts).Any(session => session.PersonId == row.Id)
        && !db.Completions.IgnoreQueryFilters(AllDistricts).Any(completion => completion.PersonId == row.Id));

    async Task ForgetAsync(District district, DateTime now, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        db.DistrictId = district.Id;
        var before = now.AddMonths(-district.KeepMonths!.Value);
        var gone = db.People.Where(row => row.SeenAt < before);
        var rows = await db.WriteAsync(async () =>
        {
            // Whoever was last here before visits were written down: their time begins now.
            await db.People.Where(row => row.SeenAt == null && db.OpenedLinks.Any(link => link.PersonId == row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now.Date), cancel);
            return await scope.ServiceProvider.GetRequiredService<Writings>().DeleteAllAsync(gone, cancel)
                + await db.Bookmarks.Where(row => gone.Select(person => person.Id).Contains(row.PersonId)).ExecuteDeleteAsync(cancel);
        }, cancel);
        if (rows > 0)
            log.LogInformation("{Rows} private rows of district {District} were deleted, {Months} months after their people's last visit", rows, district.Id, district.KeepMonths);
    }
}
