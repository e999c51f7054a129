using LtiMentoring.Lti.Services;

namespace LtiMentoring.Web.Hosting;

/// <summary>The connections on which platforms are asked for keys, tokens and grades.</summary>
static class Outbound
{
    public static LtiHttp Create() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 32,
    });
}
