using System.Collections.Concurrent;
using System.Text.Json;

using LtiMentoring.SampleLms.District;

using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.SampleLms.Tokens;

/// <summary>The tools' public keys, fetched from where they publish them, and again when one signs with a key not seen before.</summary>
sealed class ToolKeys(SampleLmsOptions options) : IDisposable
{
    static readonly JsonWebTokenHandler Handler = new();

    readonly HttpClient http = new(options.ToolHandler ?? new SocketsHttpHandler(), disposeHandler: options.ToolHandler is null)
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 1_000_000,
    };

    readonly SemaphoreSlim oneAtATime = new(1);
    readonly ConcurrentDictionary<string, JsonWebKeySet> fetched = new();

    /// <returns>Null when this is no JWT.</returns>
    public static JsonWebToken? Read(string token)
    {
        try
        {
            return Handler.CanReadToken(token) ? Handler.ReadJsonWebToken(token) : null;
        }
        catch (ArgumentException) // How the handler reports a token whose parts do not decode.
        {
            return null;
        }
    }

    /// <returns>What is wrong with the signature, or null.</returns>
    public async Task<string?> Wrong(ToolRegistration tool, JsonWebToken token, CancellationToken stop)
    {
        if (token.Alg != "RS256" || string.IsNullOrEmpty(token.Kid))
            return "The header must name RS256 and a kid.";

        SecurityKey? key;
        try
        {
            key = await Find(tool.JwksUrl, token.Kid, stop);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException or ArgumentException or JsonException)
        {
            return $"The tool's keys cannot be read: {unreachable.Message}";
        }

        if (key is null)
            return $"The tool does not publish a key {token.Kid}.";

        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = ["RS256"],
            ValidateIssuer = false, // The caller checks these, with the time, which here comes from a clock that tests can set.
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid ? null : "The signature does not match the tool's key.";
    }

    public void Dispose()
    {
        http.Dispose();
        oneAtATime.Dispose();
    }

    async Task<JsonWebKey?> Find(string url, string kid, CancellationToken stop)
    {
        await oneAtATime.WaitAsync(stop);
        try
        {
            if (url.Length == 0)
                return null;
            if (fetched.TryGetValue(url, out var known) && Key(known, kid) is { } found)
                return found;
            return Key(fetched[url] = new JsonWebKeySet(await http.GetStringAsync(new Uri(url), stop)), kid);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    static JsonWebKey? Key(JsonWebKeySet keys, string kid) => keys.Keys.FirstOrDefault(key => key.Kid == kid && key.Kty == "RSA");
}
