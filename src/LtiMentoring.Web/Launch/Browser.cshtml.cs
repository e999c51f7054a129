using LtiMentoring.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Launch;

/// <summary>
/// Says how this browser will open the tool where it stands now: by a cookie, by what the LMS keeps for us, or in a window of
/// its own. It knows nobody and holds nothing, so whoever wants to may frame it.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class BrowserModel : PageModel
{
    const string Probe = "__Host-probe";
    static readonly TimeSpan ProbeLife = TimeSpan.FromMinutes(1);

    /// <summary>Whether the cookie came back that the step before set.</summary>
    public bool KeepsCookies { get; private set; }

    /// <summary>Whether it stands in another page; null when the browser does not say.</summary>
    public bool? IsFramed { get; private set; }

    public IActionResult OnGet(string? step)
    {
        HttpContext.Items[SecurityHeaders.FrameAncestors] = "*";
        if (step is null)
        {
            EmbeddedCookie.Set(Response, Probe, "1", "/", ProbeLife);
            return new SeeOther($"{Request.PathBase}/lti/browser/seen");
        }
        KeepsCookies = Request.Cookies.ContainsKey(Probe);
        IsFramed = Request.Headers["Sec-Fetch-Dest"].ToString() switch { "document" => false, "iframe" or "frame" => true, _ => null };
        EmbeddedCookie.Delete(Response, Probe, "/");
        return Page();
    }
}
