using LtiMentoring.Lti.Grades;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.PassBack;

/// <summary>
/// The gradebook column of a placed link: the one that the launch named, the one that we found or made before, or else one
/// found by resource id and tag, or made. Only one replica makes a column for the same thing at a time.
/// </summary>
sealed class Columns(MentoringDb db, Leases leases)
{
    static readonly TimeSpan LeaseLife = TimeSpan.FromMinutes(2);
    static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(2);

    /// <summary>The column with its full marks, or what its absence means.</summary>
    public async Task<(LineItem? Column, Outcome? Outcome)> FindAsync(Gradebook gradebook, PlacedLink link, string courseId, CancellationToken cancel)
    {
        if (link.LineItem is { } named)
            return await ReadAsync(gradebook, link, named, cancel);
        if (link.OwnLineItem is { } own)
            return await ReadAsync(gradebook, link, own, cancel);
        if (link.LineItems is not { } container || !gradebook.MayFindLineItems)
            return (null, new Outcome(ReceiptState.WaitsForLaunch, "The launch named no gradebook column and none may be looked for."));
        return await FindOrMakeAsync(gradebook, link, container, link.ModuleId ?? courseId, cancel);
    }

    /// <summary>A column of ours is gone: the next launch finds or makes another one. The launch may have named it as well.</summary>
    public Task ForgetAsync(PlacedLink link, string address, CancellationToken cancel) => db.WriteAsync(
        () => db.PlacedLinks.Where(row => row.Id == link.Id && row.OwnLineItem == address)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OwnLineItem, (string?)null), cancel), cancel);

    async Task<(LineItem?, Outcome?)> ReadAsync(Gradebook gradebook, PlacedLink link, string address, CancellationToken cancel)
    {
        // Without leave to read it, full marks are 1 of 1: the LMS scales them to its own maximum.
        if (!gradebook.MayFindLineItems)
            return (new LineItem { Id = address }, null);
        var (column, answer) = await gradebook.GetAsync(address, cancel);
        if (!answer.Succeeded)
        {
            var outcome = Outcome.Of(answer);
            if (outcome.State == ReceiptState.WaitsForLaunch)
                await ForgetAsync(link, address, cancel);
            return (null, outcome);
        }
        return (new LineItem { Id = address, ScoreMaximum = column?.ScoreMaximum is > 0 and var maximum ? maximum : 1 }, null);
    }

    async Task<(LineItem?, Outcome?)> FindOrMakeAsync(Gradebook gradebook, PlacedLink link, string container, string resourceId, CancellationToken cancel)
    {
        var name = $"column {link.DeploymentId} {link.ContextId} {resourceId} {PlacedLink.ColumnTag}";
        var owner = Guid.CreateVersion7().ToString("N");
        if (!await leases.TryTakeAsync(name, owner, LeaseLife, cancel))
            return (null, new Outcome(ReceiptState.Pending, "Another sender is making the column.", SoonAgain));
        try
        {
            var (column, answer) = await gradebook.FindAsync(container, resourceId, PlacedLink.ColumnTag, cancel);
            if (!answer.Succeeded)
                return (null, Outcome.Of(answer));
            if (column is null && !gradebook.MayCreateLineItems)
                return (null, new Outcome(ReceiptState.WaitsForLaunch, "There is no gradebook column for this, and none may be made."));
            if (column is null)
                (column, answer) = await gradebook.CreateAsync(container, new LineItem
                {
                    Label = link.Title ?? resourceId, ScoreMaximum = 1, ResourceId = resourceId, Tag = PlacedLink.ColumnTag, ResourceLinkId = link.ResourceLinkId,
                }, cancel);
            if (!answer.Succeeded)
                return (null, Outcome.Of(answer));
            if (!Lti.WebAddress.IsAbsolute(column?.Id))
                return (null, new Outcome(ReceiptState.Pending, $"The LMS made a column without an address: {answer.Words}"));
            await RememberAsync(link, column.Id, cancel);
            return (column, null);
        }
        finally
        {
            await leases.EndAsync(name, owner, CancellationToken.None);
        }
    }

    Task RememberAsync(PlacedLink link, string address, CancellationToken cancel) => db.WriteAsync(
        () => db.PlacedLinks.Where(row => row.Id == link.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.OwnLineItem, address), cancel), cancel);
}
