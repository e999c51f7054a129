using LtiMentoring.Lti;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Launch;

/// <summary>Where the platform posts the launch itself. The token is verified here, once; after that there is a session.</summary>
public sealed class LaunchModel(
    Registrations registrations, LoginTokens tokens, LaunchVerifier verifier, SignIn signIn, ILogger<LaunchModel> log, TimeProvider clock)
    : LaunchPage(log, clock)
{
    /// <summary>The platform's answer, while script asks the platform for the browser's key.</summary>
    public (StorageView From, string State, string Answer)? Fetching { get; private set; }

    /// <summary>The way into a window of its own, for staff whose browser keeps no cookies in a frame.</summary>
    public string? Handover { get; private set; }

    /// <summary>Somebody opened the address itself. There is nothing here without a course.</summary>
    public IActionResult OnGet() => Refuse(Refusal.StateMissing, "the launch address was opened by GET");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var form = Request.HasFormContentType ? await Request.ReadFormAsync(cancel) : FormCollection.Empty;
        if (form["state"] is not [{ Length: > 0 } token])
            return Refuse(Refusal.StateMissing, "the answer has no state");
        if (tokens.State(token) is not { } state)
            return Refuse(Refusal.StateAltered, $"a state of {token.Length} characters");
        if (state.IsExpired(Clock.GetUtcNow()))
            return Refuse(Refusal.StateExpired, $"the login began at {state.IssuedAt:u}", state.PlatformId);
        var error = form["error"] is [{ Length: > 0 } named, ..] ? $"{named}: {form["error_description"]}".ReplaceLineEndings(" ") : null;
        // With storage the answer comes twice: from the platform, and from our own page with the key.
        var isFetched = state.Storage is not null && form.ContainsKey(LoginCookie.StorageField);
        var isKept = isFetched && IsFromOurPage && Secrets.Matches(form[LoginCookie.StorageField], state.BrowserHash);
        if (state.Storage is { } target && !isFetched && error is null)
            return await FetchAsync(target, state, token, form["id_token"], cancel);
        if (state.Storage is null ? !LoginCookie.Holds(Request, state) : isFetched && !isKept)
            // Its cookie is gone after the first launch: perhaps somebody went back in the browser's history.
            return await signIn.OpenedAsync(state, cancel) is { IsByAddress: false, Purpose: var purpose }
                ? new SeeOther(SessionPath.Address(Request, state.SessionId, purpose is SessionPurpose.Course ? "/already-open" : SessionPath.Landing(purpose)))
                : Refuse(Refusal.OtherBrowser, "the browser does not hold the login's key", state.PlatformId);
        if (error is not null)
            return Refuse(Refusal.PlatformAnsweredError, error, state.PlatformId);
        if (await registrations.FindAsync(state.PlatformId, cancel) is not { Disabled: false } registration)
            return Refuse(Refusal.PlatformDisabled, "the registration was removed or switched off", state.PlatformId);
        var (message, refused) = await verifier.VerifyAsync(isFetched ? tokens.Answer(form["id_token"]) : form["id_token"], registration.ToPlatform(), state, cancel);
        if (message is null)
            return Refuse(refused!, registration.Id);
        LoginCookie.Delete(Response, state);
        (var arrival, refused) = await signIn.OpenAsync(message, registration, state, Languages.Find(message.Presentation.Locale)
            ?? Languages.FromHeader(Request), isKept, cancel);
        if (arrival is null)
            return Refuse(refused! with { IsSigned = true }, registration.Id);
        if (isKept && arrival.Key is not null)
            return OfferWindow(new Handover(state.SessionId, arrival, Clock.GetUtcNow()), registration);
        if (arrival.Key is { } key)
            SessionPath.SetKey(HttpContext, state.SessionId, key);
        return new SeeOther(SessionPath.Address(Request, state.SessionId, SessionPath.Landing(arrival.Purpose)));
    }

    /// <summary>Nothing of the answer is believed yet. It only waits in the page until the key is there.</summary>
    async Task<IActionResult> FetchAsync(string target, LoginState state, string token, string? idToken, CancellationToken cancel)
    {
        if (await registrations.FindAsync(state.PlatformId, cancel) is not { Disabled: false } registration)
            return Refuse(Refusal.PlatformDisabled, "the registration was removed or switched off", state.PlatformId);
        HttpContext.Items[SecurityHeaders.FrameAncestors] = $"'self' {registration.FrameOrigins}";
        Fetching = (StorageView.Of(target, state, registration), token, tokens.ProtectAnswer(idToken ?? ""));
        return Page();
    }

    PageResult OfferWindow(Handover handover, Registration registration)
    {
        HttpContext.Items[SecurityHeaders.FrameAncestors] = $"'self' {registration.FrameOrigins}";
        Handover = tokens.Protect(handover);
        return Page();
    }
}
