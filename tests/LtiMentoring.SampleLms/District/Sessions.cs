using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace LtiMentoring.SampleLms.District;

/// <summary>Who is signed in to the LMS itself.</summary>
sealed class Sessions(State.Table<LmsPerson> people)
{
    const string Cookie = "sample_lms_session";

    readonly ConcurrentDictionary<string, string> signedIn = new();

    public void Begin(HttpContext http, LmsPerson person)
    {
        var id = RandomNumberGenerator.GetHexString(32);
        signedIn[id] = person.Sub;

        // None, because the authorization request comes back through the tool, inside a frame. Browsers take Secure from http on a loopback address.
        http.Response.Cookies.Append(Cookie, id, new CookieOptions { SameSite = SameSiteMode.None, Secure = true, HttpOnly = true, Path = "/" });
    }

    public LmsPerson? Person(HttpContext http) =>
        http.Request.Cookies[Cookie] is { } id && signedIn.TryGetValue(id, out var sub) ? people.Find(sub) : null;
}
