using System.Text.Json;

namespace LtiMentoring.Lti.Services;

/// <summary>A token endpoint's good answer (RFC 6749, section 5.1).</summary>
/// <param name="Token">The token, as it goes into an Authorization header.</param>
/// <param name="Life">How long it lasts from when it was asked for; zero when the platform does not say.</param>
/// <param name="Scope">What it grants, separated by spaces; null when that is just what was asked for.</param>
sealed record TokenGrant(string Token, TimeSpan Life, string? Scope)
{
    /// <summary>A platform may err; no token is kept for longer than a day.</summary>
    const double LongestLife = 86_400;

    /// <summary>Servers refuse headers that are longer.</summary>
    const int LongestToken = 16_000;

    /// <summary>The grant, or what is wrong with the answer: the end of a sentence, without anything from the answer itself.</summary>
    public static (TokenGrant? Grant, string? Trouble) Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var answer = new Fields(json.RootElement);
            if (answer.Text("access_token", LongestToken) is not { } token || !token.All(letter => letter is > ' ' and < '\x7f'))
                return (null, "has no access_token that a header could carry");
            // RFC 6749, section 7.1: a token of a kind that we do not know must not be used. Without a word it is the usual kind.
            if (answer.Has("token_type") && !"bearer".Equals(answer.Text("token_type"), StringComparison.OrdinalIgnoreCase))
                return (null, "has a token that is not of the type Bearer");
            // RFC 6749 only recommends expires_in; without it the token serves this one request.
            return (new TokenGrant(token, TimeSpan.FromSeconds(Math.Clamp(answer.Number("expires_in") ?? 0, 0, LongestLife)), answer.Text("scope")), null);
        }
        catch (JsonException)
        {
            return (null, "is not JSON");
        }
    }
}
