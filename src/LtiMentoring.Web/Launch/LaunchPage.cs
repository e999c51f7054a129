using LtiMentoring.Lti;
using LtiMentoring.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Launch;

/// <summary>A page of this room: it has no session, and when it refuses it shows why.</summary>
[IgnoreAntiforgeryToken]
public abstract class LaunchPage(ILogger log, TimeProvider clock) : PageModel
{
    protected TimeProvider Clock => clock;

    Guid? refusedPlatform;
    Refused? refusedBecause;

    public RefusedView? Refused { get; private set; }

    /// <summary>Shows the refusal instead of the page. What is shown says nothing of the token; the log says what was wrong.</summary>
    protected PageResult Refuse(Refused refused, Guid? platformId = null)
    {
        (refusedPlatform, refusedBecause) = (platformId, refused);
        // In a window of its own every browser keeps its own site's cookies, unless it keeps none of anybody's.
        var keepsNothing = refused.Why == Refusal.OtherBrowser && Request.Cookies.Count == 0 && Request.Headers["Sec-Fetch-Dest"] == "document";
        Refused = new RefusedView(refused, keepsNothing, Reference.New(), clock.GetUtcNow());
        log.LogWarning("Launch refused: {Refusal}, reference {Reference}, platform {Platform}: {Detail}",
            refused.Why, Refused.Reference, platformId, refused.Detail);
        ViewData["Title"] = RefusedStory.For(Refused).Title;
        ViewData["NoLanguages"] = true;
        // It carries nothing of anybody's, so whoever tried to open it in a frame may show it.
        HttpContext.Items[SecurityHeaders.FrameAncestors] = "*";
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>
    /// Whether a page of ours sent the browser here. What carries a key by itself is believed from nowhere else: it could be the
    /// key of somebody else's login. Browsers that do not say are believed.
    /// </summary>
    protected bool IsFromOurPage => Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";

    /// <summary>What was refused last stands beside the connection, for the operator who looks after it.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await next();
        if (refusedPlatform is { } platform)
            await HttpContext.RequestServices.GetRequiredService<Registrations>().RememberAsync(platform, refusedBecause!, clock.GetUtcNow().UtcDateTime);
    }

    protected PageResult Refuse(Refusal why, string detail, Guid? platformId = null) => Refuse(new Refused(why, detail), platformId);
}

/// <summary>Where the platform keeps the key of a login: its frame, who answers there, and the key's name.</summary>
public sealed record StorageView(string Target, string Origin, string Key)
{
    public static StorageView Of(string target, Lti.Launch.LoginState state, Storage.Registration registration) =>
        new(target, WebAddress.Origin(registration.AuthorizationEndpoint), LoginCookie.StorageKey(state));
}

/// <summary>What a refused page shows.</summary>
/// <param name="KeepsNothing">Whether this browser seems to keep no cookies at all.</param>
public sealed record RefusedView(Refused Refused, bool KeepsNothing, string Reference, DateTimeOffset At)
{
    public Refusal Why => Refused.Why;

    /// <summary>What the LMS called itself, where nobody knows it: whoever registers it needs that letter by letter.</summary>
    public string? Asked => Why is Refusal.PlatformUnknown or Refusal.PlatformAmbiguous ? Refused.Detail : null;
}
