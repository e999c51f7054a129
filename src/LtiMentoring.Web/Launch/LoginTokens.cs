using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LtiMentoring.Lti.Launch;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace LtiMentoring.Web.Launch;

/// <summary>A login that has not been sent to the platform yet, with the key of its cookie.</summary>
public sealed record PendingLogin(LoginRequest Request, LoginState State, string BrowserKey);

/// <summary>A session that was opened in a frame and goes on in a window of its own, where cookies are kept.</summary>
public sealed record Handover(string SessionId, Arrival Arrival, DateTimeOffset At)
{
    /// <summary>How long the window may take to open.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
}

/// <summary>
/// Protects what travels through the browser during a login: the state that the platform returns, and the login itself
/// while we find out which cookies this browser keeps. Nothing is stored until a launch is accepted.
/// </summary>
public sealed class LoginTokens(IDataProtectionProvider protection)
{
    readonly IDataProtector states = protection.CreateProtector("Launch.State");
    readonly IDataProtector logins = protection.CreateProtector("Launch.Login");
    readonly IDataProtector handovers = protection.CreateProtector("Launch.Handover");
    readonly IDataProtector answers = protection.CreateProtector("Launch.Answer");

    public string Protect(LoginState state) => WebEncoders.Base64UrlEncode(states.Protect(state.Pack()));

    /// <summary>The state, or null when it was not made here or was changed.</summary>
    public LoginState? State(string token) => Unprotect(states, token) is { } bytes ? LoginState.Unpack(bytes) : null;

    public string Protect(PendingLogin login) => WebEncoders.Base64UrlEncode(logins.Protect(JsonSerializer.SerializeToUtf8Bytes(login)));

    public PendingLogin? Login(string token) => Unprotect(logins, token) is { } bytes ? JsonSerializer.Deserialize<PendingLogin>(bytes) : null;

    public string Protect(Handover handover) => WebEncoders.Base64UrlEncode(handovers.Protect(JsonSerializer.SerializeToUtf8Bytes(handover)));

    public Handover? Handover(string token) => Unprotect(handovers, token) is { } bytes ? JsonSerializer.Deserialize<Handover>(bytes) : null;

    /// <summary>The platform's answer, to wait in a page where nothing but this program can read it.</summary>
    public string ProtectAnswer(string idToken) => WebEncoders.Base64UrlEncode(answers.Protect(Encoding.UTF8.GetBytes(idToken)));

    public string? Answer(string? token) => token is not null && Unprotect(answers, token) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    static byte[]? Unprotect(IDataProtector protector, string token)
    {
        try
        {
            return protector.Unprotect(WebEncoders.Base64UrlDecode(token));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
