using LtiMentoring.Lti;
using LtiMentoring.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Launch;

/// <summary>
/// The second step of a login in a frame: did the browser return the cookie? If so, on to the platform. If not, the same
/// login goes on in a window of its own, where cookies are kept.
/// </summary>
public sealed class CheckModel(
    Registrations registrations, LoginTokens tokens, SignIn signIn, Settings settings, ILogger<CheckModel> log, TimeProvider clock) : LaunchPage(log, clock)
{
    /// <summary>The login, for the link that opens the new window.</summary>
    public string Login { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(string? login, CancellationToken cancel) => GoOnAsync(login, inOwnWindow: false, cancel);

    public Task<IActionResult> OnGetWindowAsync(string? login, CancellationToken cancel) => GoOnAsync(login, inOwnWindow: true, cancel);

    async Task<IActionResult> GoOnAsync(string? login, bool inOwnWindow, CancellationToken cancel)
    {
        if (login is null || tokens.Login(login) is not { } pending)
            return Refuse(Refusal.StateAltered, "the login is missing or was not made here");
        if (pending.State.IsExpired(Clock.GetUtcNow()))
            return Refuse(Refusal.StateExpired, "the login is older than ten minutes", pending.State.PlatformId);
        if (await registrations.FindAsync(pending.State.PlatformId, cancel) is not { Disabled: false } registration)
            return Refuse(Refusal.PlatformDisabled, "the registration was removed or switched off meanwhile", pending.State.PlatformId);
        // Pressed a second time: the platform would refuse its hint, and that window holds the session's key already.
        if (inOwnWindow && await signIn.OpenedAsync(pending.State, cancel) is { } purpose)
            return new SeeOther(SessionPath.Address(Request, pending.State.SessionId, SessionPath.Landing(purpose)));
        if (inOwnWindow)
            // A window of its own shares no cookie with the frame, so the login's cookie is set anew.
            LoginCookie.Set(Response, pending);
        else if (LoginCookie.Holds(Request, pending.State))
            LoginCookie.RememberKept(Response);
        else
            return OfferWindow(login, registration.FrameOrigins);
        return new SeeOther(tokens.AuthenticationRequest(pending, registration.ToPlatform(), settings));
    }

    PageResult OfferWindow(string login, string frameOrigins)
    {
        Login = login;
        HttpContext.Items[SecurityHeaders.FrameAncestors] = $"'self' {frameOrigins}";
        return Page();
    }
}
