using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.SampleLms.Tokens;

/// <summary>The tool's public keys, fetched from where it publishes them, and again when it signs with one not seen before.</summary>
sealed class ToolKeys(Lms lms, SampleLmsOptions options) : IDisposable
{
    readonly HttpClient http = new(options.ToolHandler ?? new SocketsHttpHandler(), disposeHandler: options.ToolHandler is null)
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 1_000_000,
    };

    readonly SemaphoreSlim oneAtATime = new(1);
    (string Url, JsonWebKeySet Keys) fetched = ("", new JsonWebKeySet());

    public async Task<SecurityKey?> Find(string kid, CancellationToken stop)
    {
        await oneAtATime.WaitAsync(stop);
        try
        {
            var url = lms.Registration.JwksUrl;
            if (fetched.Url == url && Key(kid) is { } known)
                return known;
            if (url.Length == 0)
                return null;
            fetched = (url, new JsonWebKeySet(await http.GetStringAsync(new Uri(url), stop)));
            return Key(kid);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        oneAtATime.Dispose();
    }

    JsonWebKey? Key(string kid) => fetched.Keys.Keys.FirstOrDefault(key => key.Kid == kid && key.Kty == "RSA");
}
