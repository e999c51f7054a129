using LtiMentoring.Lti;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace LtiMentoring.Web.Launch;

/// <summary>Where a platform begins a launch: third-party initiated login, by GET or POST.</summary>
public sealed class LoginModel(
    Registrations registrations, LoginTokens tokens, Settings settings, ILogger<LoginModel> log, TimeProvider clock) : LaunchPage(log, clock)
{
    public Task<IActionResult> OnGetAsync(Guid? registration, CancellationToken cancel) =>
        BeginAsync(registration, name => Request.Query[name], cancel);

    public async Task<IActionResult> OnPostAsync(Guid? registration, CancellationToken cancel)
    {
        var form = Request.HasFormContentType ? await Request.ReadFormAsync(cancel) : FormCollection.Empty;
        // Moodle's address may carry parameters of its own.
        return await BeginAsync(registration, name => form.TryGetValue(name, out var value) ? value : Request.Query[name], cancel);
    }

    async Task<IActionResult> BeginAsync(Guid? registration, Func<string, Microsoft.Extensions.Primitives.StringValues> parameters, CancellationToken cancel)
    {
        var (login, refused) = LoginRequest.Read(name => parameters(name) is [{ } only] ? only : null);
        if (login is null)
            return Refuse(refused!);
        (var found, refused) = await registrations.FindAsync(login, registration, cancel);
        if (found is null)
            return Refuse(refused!);
        if (!IsOurs(login.TargetLinkUri))
            return Refuse(Refusal.TargetElsewhere, $"target {login.TargetLinkUri}", found.Id);
        return Send(login, found);
    }

    /// <summary>
    /// The way to the platform is chosen before it is asked, because some platforms accept their hints only once. In a
    /// frame, a browser that never returned a cookie of ours is asked first whether it does.
    /// </summary>
    IActionResult Send(LoginRequest login, Registration registration)
    {
        var browserKey = Secrets.New();
        var state = new LoginState(
            registration.Id, Nonce: Secrets.New(), login.TargetLinkUri, Browser: Secrets.New()[..8], Secrets.Hash(browserKey),
            SessionId: Secrets.New(), Clock.GetUtcNow());
        var pending = new PendingLogin(login, state, browserKey);
        LoginCookie.Set(Response, pending);
        // "document" is a window of its own; browsers that do not say are treated as frames.
        var isOwnWindow = Request.Headers["Sec-Fetch-Dest"] == "document";
        return isOwnWindow || LoginCookie.AreKept(Request)
            ? new SeeOther(tokens.AuthenticationRequest(pending, registration.ToPlatform(), settings))
            : new SeeOther($"{Request.PathBase}/lti/check?login={tokens.Protect(pending)}");
    }

    bool IsOurs(string target) =>
        target == settings.PublicUrl || target.StartsWith(settings.PublicUrl + "/", StringComparison.Ordinal)
        || target.StartsWith(settings.PublicUrl + "?", StringComparison.Ordinal);
}
