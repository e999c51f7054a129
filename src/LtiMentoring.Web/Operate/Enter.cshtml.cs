using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Operate;

/// <summary>
/// Where a one-time link leads. Opening the address uses nothing up, since mail programs open what they find; the button
/// does. The token is its own proof, so the form needs no other.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class EnterModel(OneTimeLinks links) : PageModel
{
    public bool Works { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        Works = await links.FindAsync(LinkPurpose.Operator, token, cancel) is not null;
        // Whoever came in by this link and follows it again is in already.
        if (!Works && (await HttpContext.AuthenticateAsync(OperatorScheme.Name)).Succeeded)
            return new SeeOther($"{Request.PathBase}/operate");
        return Works ? Page() : Gone();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await links.EnterAsync(token, cancel) is not { } key)
            return Gone();
        OperatorScheme.SetKey(Response, key);
        return new SeeOther($"{Request.PathBase}/operate");
    }

    PageResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
