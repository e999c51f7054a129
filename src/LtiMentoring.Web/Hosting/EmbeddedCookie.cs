namespace LtiMentoring.Web.Hosting;

/// <summary>
/// Cookies that live inside an LMS's frame. Partitioned: kept even where third-party cookies are blocked, for this LMS
/// alone. Secure is accepted over plain http on a loopback address.
/// </summary>
static class EmbeddedCookie
{
    public static void Set(HttpResponse response, string name, string value, string path, TimeSpan? life) =>
        response.Cookies.Append(name, value, Options(path, life));

    public static void Delete(HttpResponse response, string name, string path) =>
        response.Cookies.Append(name, "", Options(path, TimeSpan.Zero));

    static CookieOptions Options(string path, TimeSpan? life)
    {
        var options = new CookieOptions
        {
            Path = path,
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.None,
            MaxAge = life,
            IsEssential = true,
        };
        options.Extensions.Add("Partitioned");
        return options;
    }
}
