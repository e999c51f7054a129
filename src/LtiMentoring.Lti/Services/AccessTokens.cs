using System.Collections.Concurrent;
using System.Text.Json;

namespace LtiMentoring.Lti.Services;

/// <summary>
/// Access tokens for the platforms' services (Security Framework 1.0, section 4.1), kept per registration and set of
/// scopes until shortly before they end. Several callers that need the same token ask once.
/// </summary>
public sealed class AccessTokens(LtiHttp http, CurrentToolKey currentKey, TimeProvider clock)
{
    /// <summary>A token is not used in the last minute of its life: the request takes time too.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    readonly ConcurrentDictionary<(Guid Platform, string Scopes), Slot> slots = new();

    /// <summary>A token that grants <paramref name="scopes"/>, or the platform's answer that refused one.</summary>
    /// <param name="refused">A token that the platform no longer accepts; another one is asked for.</param>
    public async Task<(string? Token, Answer? Failure)> GetAsync(
        Platform platform, IEnumerable<string> scopes, string? refused, CancellationToken cancel)
    {
        var scope = string.Join(' ', scopes.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal));
        var slot = slots.GetOrAdd((platform.Id, scope), _ => new Slot());
        await slot.Turn.WaitAsync(cancel);
        try
        {
            if (slot.Token is { } kept && kept != refused && clock.GetUtcNow() < slot.EndsAt - Margin)
                return (kept, null);
            var answer = await AskAsync(platform, scope, cancel);
            if (!answer.Succeeded)
                return (null, answer with { IsAboutToken = true });
            if (Read(answer.Body) is not { } grant)
                return (null, Answer.None("the token endpoint's answer has no access_token") with { IsAboutToken = true });
            (slot.Token, slot.EndsAt) = (grant.Token, clock.GetUtcNow() + grant.Life);
            return (slot.Token, null);
        }
        finally
        {
            slot.Turn.Release();
        }
    }

    async Task<Answer> AskAsync(Platform platform, string scope, CancellationToken cancel)
    {
        var key = await currentKey(cancel);
        using var request = new HttpRequestMessage(HttpMethod.Post, platform.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                ["client_assertion"] = key.ClientAssertion(platform.ClientId, platform.TokenEndpoint, clock.GetUtcNow()),
                ["scope"] = scope,
            }),
        };
        return await http.SendAsync(request, cancel);
    }

    static (string Token, TimeSpan Life)? Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("access_token", out var token) || token.ValueKind != JsonValueKind.String
                || token.GetString() is not { Length: > 0 } text || text.Any(char.IsControl))
                return null;
            // RFC 6749 only recommends expires_in; without it the token serves this one request.
            var life = json.RootElement.TryGetProperty("expires_in", out var seconds) && seconds.ValueKind == JsonValueKind.Number
                && seconds.TryGetDouble(out var value) ? Math.Clamp(value, 0, 86_400) : 0;
            return (text, TimeSpan.FromSeconds(life));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    sealed class Slot
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public string? Token { get; set; }
        public DateTimeOffset EndsAt { get; set; }
    }
}
