using LtiMentoring.Lti;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Launch;

/// <summary>
/// The second step of a login in a frame: did the browser return the cookie? If so, on to the platform. If not, the platform
/// may keep the browser's key; else the same login goes on in a window of its own, where cookies are kept.
/// </summary>
public sealed class CheckModel(
    Registrations registrations, LoginTokens tokens, SignIn signIn, Settings settings, ILogger<CheckModel> log, TimeProvider clock) : LaunchPage(log, clock)
{
    /// <summary>The login, for the link that opens the new window.</summary>
    public string Login { get; private set; } = "";

    /// <summary>What the login's cookie would hold, did this browser keep it.</summary>
    public string BrowserKey { get; private set; } = "";

    /// <summary>What script may leave with the platform instead of a cookie.</summary>
    public StorageView? Storage { get; private set; }

    public Task<IActionResult> OnGetAsync(string? login, CancellationToken cancel) => GoOnAsync(login, inOwnWindow: false, cancel);

    public Task<IActionResult> OnGetWindowAsync(string? login, CancellationToken cancel) => GoOnAsync(login, inOwnWindow: true, cancel);

    /// <summary>The platform keeps the key: on to it, with a state that says so.</summary>
    public async Task<IActionResult> OnGetStorageAsync(string? login, CancellationToken cancel) =>
        login is not null && tokens.Login(login) is { Request.StorageTarget: { } target } pending && !pending.State.IsExpired(Clock.GetUtcNow())
            && await registrations.FindAsync(pending.State.PlatformId, cancel) is { Disabled: false } registration
            ? new SeeOther(tokens.AuthenticationRequest(pending with { State = pending.State with { Storage = target } }, registration.ToPlatform(), settings))
            : Refuse(Refusal.StateAltered, "the login is too old, was not made here, or names no storage");

    /// <summary>A session that a frame opened goes on in this window.</summary>
    public IActionResult OnGetEnter(string? ticket)
    {
        if (ticket is null || tokens.Handover(ticket) is not { } handover || Clock.GetUtcNow() > handover.At + Handover.Lifetime)
            return Refuse(Refusal.StateExpired, "the way into the window is too old or was not made here");
        SessionPath.SetKey(HttpContext, handover.SessionId, handover.Arrival.Key!);
        return new SeeOther(SessionPath.Address(Request, handover.SessionId, SessionPath.Landing(handover.Arrival.Purpose)));
    }

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
            return OfferWindow(login, pending, registration);
        return new SeeOther(tokens.AuthenticationRequest(pending, registration.ToPlatform(), settings));
    }

    PageResult OfferWindow(string login, PendingLogin pending, Registration registration)
    {
        Login = login;
        Storage = pending.Request.StorageTarget is { } target ? StorageView.Of(target, pending.State, registration) : null;
        BrowserKey = pending.BrowserKey;
        HttpContext.Items[SecurityHeaders.FrameAncestors] = $"'self' {registration.FrameOrigins}";
        return Page();
    }
}
