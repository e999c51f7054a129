using LtiMentoring.Lti.Launch;
using LtiMentoring.Web.Hosting;

namespace LtiMentoring.Web.Launch;

/// <summary>
/// Binds a login to the browser that began it. Every login has a cookie of its own: two frames that open at once would
/// overwrite a shared one.
/// </summary>
static class LoginCookie
{
    /// <summary>Present once we have seen that this browser returns our cookies in this frame.</summary>
    const string Kept = "__Host-ok";

    /// <summary>Under which name the platform keeps the key instead, and under which field our page brings it back.</summary>
    public static string StorageKey(LoginState state) => $"login-{state.Browser}";
    public const string StorageField = "storage-key";

    static string Name(LoginState state) => $"__Host-login-{state.Browser}";

    public static void Set(HttpResponse response, PendingLogin login) =>
        EmbeddedCookie.Set(response, Name(login.State), login.BrowserKey, "/", LoginState.Lifetime);

    public static bool Holds(HttpRequest request, LoginState state) => Secrets.Matches(request.Cookies[Name(state)], state.BrowserHash);

    public static void Delete(HttpResponse response, LoginState state) => EmbeddedCookie.Delete(response, Name(state), "/");

    public static bool AreKept(HttpRequest request) => request.Cookies.ContainsKey(Kept);

    public static void RememberKept(HttpResponse response) => EmbeddedCookie.Set(response, Kept, "1", "/", TimeSpan.FromDays(30));
}
