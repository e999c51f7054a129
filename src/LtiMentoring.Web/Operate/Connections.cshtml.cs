using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>The operator's first page: which LMSs are connected.</summary>
public sealed class ConnectionsModel(MentoringDb db, OneTimeLinks links, CurrentOperator current) : PageModel
{
    public IReadOnlyList<Registration> Registered { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Registered = await db.Registrations.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.ClientId).ToListAsync(cancel);

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancel)
    {
        await links.LeaveAsync(current.KeyHash!, cancel);
        OperatorScheme.DeleteKey(Response);
        return new SeeOther($"{Request.PathBase}/operate");
    }
}
