using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>
/// The debts of completions to gradebooks. Every row is made here, in the transaction of whatever made it due.
/// </summary>
public sealed class Receipts(MentoringDb db, TimeProvider clock)
{
    /// <summary>
    /// A mentor opened a placed link: what they have completed already is owed to it, and what waited for a launch of it
    /// is sent again.
    /// </summary>
    /// <param name="person">The mentor.</param>
    /// <param name="link">What they opened.</param>
    /// <param name="tellsStarted">Whether its gradebook wants to know of mentors who have begun.</param>
    /// <param name="cancel">Gives it up.</param>
    public async Task OweAsync(Person person, PlacedLink link, bool tellsStarted, CancellationToken cancel)
    {
        await PassAloneAsync(person.Id, cancel);
        var wanted = link.ModuleId ?? "";
        var completed = await db.Completions.SingleOrDefaultAsync(row => row.PersonId == person.Id && row.ModuleId == wanted, cancel);
        if (!await db.OpenedLinks.AnyAsync(row => row.PersonId == person.Id && row.PlacedLinkId == link.Id, cancel))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var tells = tellsStarted && completed is null;
            db.OpenedLinks.Add(new OpenedLink
            {
                DistrictId = link.DistrictId, PersonId = person.Id, PlacedLinkId = link.Id, OpenedAt = now,
                Started = tells ? StartedState.Pending : null, StartedNextTryAt = tells ? now : null,
            });
        }
        if (completed is not null)
            await OweAsync(completed, link.Id, cancel);
    }

    /// <summary>
    /// Until the caller's transaction ends, no other one passes here for this person. Two that only see what was committed
    /// before they began could each miss what the other adds: the last two lessons, or a completion and a place it is owed to.
    /// </summary>
    public Task PassAloneAsync(Guid personId, CancellationToken cancel) =>
        db.People.Where(row => row.Id == personId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Subject, row => row.Subject), cancel);

    /// <summary>A mentor completed something: it is owed to every placed link of theirs that stands for it.</summary>
    public async Task OweAsync(Completion completion, CancellationToken cancel)
    {
        var links = await (
            from opened in db.OpenedLinks
            join link in db.PlacedLinks on opened.PlacedLinkId equals link.Id
            where opened.PersonId == completion.PersonId && (link.ModuleId ?? "") == completion.ModuleId
            select link.Id).ToListAsync(cancel);
        foreach (var link in links)
            await OweAsync(completion, link, cancel);
    }

    async Task OweAsync(Completion completion, Guid linkId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var receipt = await db.Receipts.SingleOrDefaultAsync(row => row.CompletionId == completion.Id && row.PlacedLinkId == linkId, cancel);
        if (receipt is null)
            db.Receipts.Add(new Receipt
            {
                DistrictId = completion.DistrictId, CompletionId = completion.Id, PersonId = completion.PersonId, PlacedLinkId = linkId, NextTryAt = now,
            });
        // Whatever stood in the way, the LMS may have mended it before it launched again.
        else if (receipt.State is ReceiptState.WaitsForLaunch or ReceiptState.NeedsPerson)
            (receipt.State, receipt.Tries, receipt.NextTryAt) = (ReceiptState.Pending, 0, now);
    }
}
