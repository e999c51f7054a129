using LtiMentoring.Lti.Services;

namespace LtiMentoring.Lti.Tests.Hosts;

static class Wire
{
    /// <summary>Real connections, as a tool on this machine makes them.</summary>
    public static LtiHttp Open(TimeProvider? clock = null, TimeSpan? timeLimit = null) =>
        new(new OutboundGuard(new Uri("http://127.0.0.1"), []), clock, timeLimit);

    public static async Task<Answer> GetAsync(this LtiHttp http, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await http.SendAsync(request, CancellationToken.None);
    }

    /// <summary>A registration with a platform that stands at this address.</summary>
    public static Platform Platform(string address, string clientId = "client-1") => new(
        Guid.Parse("01a20258-2c96-7b87-804e-1af12270932a"), "https://lms.example.org", clientId,
        $"{address}/authorize", $"{address}/token", $"{address}/jwks");
}
