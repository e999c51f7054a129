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
    Registrations registrations, LoginTokens tokens, SignIn signIn, Sessions sessions, Settings settings, ILogger<CheckModel> log, TimeProvider clock) : LaunchPage(log, clock)
{
    /// <summary>The login, for the link that opens the new window.</summary>
    public string Login { get; private set; } = "";

    /// <summary>What the login's cookie would hold, did this browser keep it.</summary>
    public string BrowserKey { get; private set; } = "";

    /// <summary>What script may leave with the platform instead of a cookie.</summary>
    public StorageView? Storage { get; private set; }

    public Task<IActionResult> OnGetAsync(string? login, CancellationToken cancel) => ReadAsync(login, (pending, registration) =>
    {
        if (!LoginCookie.Holds(Request, pending.State))
            return OfferWindow(login!, pending, registration);
        LoginCookie.RememberKept(Response);
        return ToPlatform(pending, registration);
    }, cancel);

    public Task<IActionResult> OnGetWindowAsync(string? login, CancellationToken cancel) => ReadAsync(login, async (pending, registration) =>
    {
        // Pressed a second time: the platform would refuse its hint, and that window holds the session's key already.
        if (await signIn.OpenedAsync(pending.State, cancel) is { } opened)
            return opened.IsByAddress
                ? Refuse(Refusal.NonceUsed, "the frame has opened the session, whose address is its key", registration.Id)
                : new SeeOther(SessionPath.Address(Request, pending.State.SessionId, SessionPath.Landing(opened.Purpose)));
        // A window of its own shares no cookie with the frame, so the login's cookie is set anew.
        LoginCookie.Set(Response, pending);
        return ToPlatform(pending, registration);
    }, cancel);

    /// <summary>The platform keeps the key: on to it, with a state that says so.</summary>
    public Task<IActionResult> OnGetStorageAsync(string? login, CancellationToken cancel) => ReadAsync(login, (pending, registration) =>
        pending.Request.StorageTarget is { } target
            ? ToPlatform(pending with { State = pending.State with { Storage = target } }, registration)
            : Refuse(Refusal.StateAltered, "the login names no storage", registration.Id), cancel);

    /// <summary>A session that a frame opened goes on in this window, with a key that nobody has seen.</summary>
    public async Task<IActionResult> OnGetEnterAsync(string? ticket, CancellationToken cancel)
    {
        if (ticket is null || tokens.Handover(ticket) is not { Arrival.Key: { } carried } handover)
            return Refuse(Refusal.StateAltered, "the way into the window was not made here");
        if (Clock.GetUtcNow() > handover.At + Handover.Lifetime)
            return Refuse(Refusal.StateExpired, "the way into the window is older than five minutes");
        if (!IsFromOurPage)
            return Refuse(Refusal.OtherBrowser, "the way into the window was not opened from the frame");
        // Gone through before: then this window holds the key, or it is a copy's.
        if (await sessions.ChangeKeyAsync(handover.SessionId, carried, cancel) is { } key)
            SessionPath.SetKey(HttpContext, handover.SessionId, key);
        return new SeeOther(SessionPath.Address(Request, handover.SessionId, SessionPath.Landing(handover.Arrival.Purpose)));
    }

    Task<IActionResult> ReadAsync(string? login, Func<PendingLogin, Registration, IActionResult> then, CancellationToken cancel) =>
        ReadAsync(login, (pending, registration) => Task.FromResult(then(pending, registration)), cancel);

    /// <summary>The login that all of these carry, once it was found good.</summary>
    async Task<IActionResult> ReadAsync(string? login, Func<PendingLogin, Registration, Task<IActionResult>> then, CancellationToken cancel)
    {
        if (login is null || tokens.Login(login) is not { } pending)
            return Refuse(Refusal.StateAltered, "the login is missing or was not made here");
        if (pending.State.IsExpired(Clock.GetUtcNow()))
            return Refuse(Refusal.StateExpired, "the login is older than ten minutes", pending.State.PlatformId);
        if (await registrations.FindAsync(pending.State.PlatformId, cancel) is not { Disabled: false } registration)
            return Refuse(Refusal.PlatformDisabled, "the registration was removed or switched off meanwhile", pending.State.PlatformId);
        return await then(pending, registration);
    }

    SeeOther ToPlatform(PendingLogin pending, Registration registration) =>
        new(tokens.AuthenticationRequest(pending, registration.ToPlatform(), settings));

    PageResult OfferWindow(string login, PendingLogin pending, Registration registration)
    {
        Login = login;
        Storage = pending.Request.StorageTarget is { } target ? StorageView.Of(target, pending.State, registration) : null;
        BrowserKey = pending.BrowserKey;
        HttpContext.Items[SecurityHeaders.FrameAncestors] = $"'self' {registration.FrameOrigins}";
        return Page();
    }
}
