using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>The districts that this tool serves.</summary>
public sealed class DistrictListModel(MentoringDb db) : PageModel
{
    public IReadOnlyList<District> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => All = await db.Districts.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancel);
}
