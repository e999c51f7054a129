using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>Reads and writes a mentor's plan of meetings.</summary>
public sealed class CheckInPlans(MentoringDb db, TimeProvider clock)
{
    public Task<CheckInPlan?> FindAsync(Guid personId, CancellationToken cancel) =>
        db.CheckInPlans.AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == personId, cancel);

    /// <summary>A plan to be filled in, for somebody who has none.</summary>
    public static CheckInPlan Empty(Guid districtId, Guid personId) => new()
    {
        DistrictId = districtId, PersonId = personId, FirstOn = default, StartsAt = default, Minutes = 0, EveryWeeks = 0, Times = 0, Where = "",
        ChangedAt = default, Sequence = 0,
    };

    /// <summary>Keeps the plan in place of the last one. Belongs into a transaction of the caller's.</summary>
    public async Task KeepAsync(CheckInPlan plan, CancellationToken cancel)
    {
        var stored = await db.CheckInPlans.SingleOrDefaultAsync(row => row.PersonId == plan.PersonId, cancel);
        if (stored is null)
            db.CheckInPlans.Add(stored = Empty(plan.DistrictId, plan.PersonId));
        (stored.FirstOn, stored.StartsAt, stored.Minutes, stored.EveryWeeks, stored.Times, stored.Where) =
            (plan.FirstOn, plan.StartsAt, plan.Minutes, plan.EveryWeeks, plan.Times, plan.Where);
        (stored.ChangedAt, stored.Sequence) = (clock.GetUtcNow().UtcDateTime, stored.Sequence + 1);
    }
}
