using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Complete;

/// <summary>What an LMS's administrator is shown who asks what is kept about people (data privacy launch).</summary>
public sealed class PrivacyModel(MentoringDb db, CurrentSession session) : PageModel
{
    public int People { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var issuer = session.Open.Person.Issuer;
        People = await db.People.CountAsync(row => row.Issuer == issuer && row.Subject != "", cancel);
    }
}
