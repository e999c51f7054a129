using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>The operator's first page: which LMSs are connected, and what waits for approval.</summary>
public sealed class ConnectionsModel(MentoringDb db, OneTimeLinks links, CurrentOperator current) : PageModel
{
    public IReadOnlyList<Registration> Registered { get; private set; } = [];
    public IReadOnlyList<Waiting> Pending { get; private set; } = [];
    public DistrictChoice District { get; private set; } = new();

    public IReadOnlyList<Missing> Missing { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Registered = await db.Registrations.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.ClientId).ToListAsync(cancel);
        Pending = await (
            from pending in db.PendingDeployments
            join registration in db.Registrations on pending.RegistrationId equals registration.Id
            orderby pending.FirstSeenAt
            select new Waiting(pending, registration.Name)).AsNoTracking().ToListAsync(cancel);
        await District.LoadAsync(db, cancel);
    }

    /// <summary>Gives a deployment to a district; from then on its launches work.</summary>
    public async Task<IActionResult> OnPostApproveAsync(Guid pending, DistrictChoice choice, CancellationToken cancel)
    {
        District = choice;
        await OnGetAsync(cancel);
        if (Pending.All(waiting => waiting.Row.Id != pending))
            return new SeeOther($"{Request.PathBase}/operate");
        Missing = [.. District.Check(Prefix(pending))];
        if (Missing.Count > 0)
            return Page();
        db.DistrictId = await District.ResolveAsync(db, cancel);
        await db.WriteAsync(async () =>
        {
            if (await db.PendingDeployments.SingleOrDefaultAsync(row => row.Id == pending, cancel) is not { } row)
                return;
            db.Deployments.Add(new Deployment { DistrictId = db.DistrictId.Value, RegistrationId = row.RegistrationId, DeploymentId = row.DeploymentId });
            db.PendingDeployments.Remove(row);
        }, cancel);
        return new SeeOther($"{Request.PathBase}/operate");
    }

    /// <summary>Forgets it. Should it launch again, it waits again.</summary>
    public async Task<IActionResult> OnPostForgetAsync(Guid pending, CancellationToken cancel)
    {
        await db.WriteAsync(() => db.PendingDeployments.Where(row => row.Id == pending).ExecuteDeleteAsync(cancel), cancel);
        return new SeeOther($"{Request.PathBase}/operate");
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancel)
    {
        await links.LeaveAsync(current.KeyHash!, cancel);
        OperatorScheme.DeleteKey(Response);
        return new SeeOther($"{Request.PathBase}/operate");
    }

    public static string Prefix(Guid pending) => $"p{pending:N}-";
}

/// <summary>A deployment that waits, and the platform that it is of.</summary>
public sealed record Waiting(PendingDeployment Row, string Platform);
