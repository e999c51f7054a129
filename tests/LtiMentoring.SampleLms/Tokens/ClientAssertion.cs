using System.Globalization;
using System.Text.Json;

using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.SampleLms.Tokens;

/// <summary>Checks the JWT by which the tool proves who it is. Says what is wrong, because a tool's developer reads it.</summary>
sealed class ClientAssertion(Lms lms, ToolKeys keys)
{
    static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);
    static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    readonly JsonWebTokenHandler handler = new();

    /// <returns>What is wrong, or null.</returns>
    public async Task<string?> Wrong(string assertion, CancellationToken stop)
    {
        if (!handler.CanReadToken(assertion))
            return "The assertion is not a JWT.";

        JsonWebToken token;
        try
        {
            token = handler.ReadJsonWebToken(assertion);
        }
        catch (ArgumentException) // How the handler reports a token whose parts do not decode.
        {
            return "The assertion is not a JWT.";
        }

        return WrongClaims(token) ?? await WrongSignature(token, stop) ?? WrongUse(token);
    }

    string? WrongClaims(JsonWebToken token)
    {
        var now = lms.Clock.GetUtcNow();
        var client = lms.Registration.ClientId;
        if (token.Issuer != client || token.Subject != client)
            return "iss and sub must both be the client id.";
        if (!token.Audiences.Contains($"{lms.Address}/lti/token"))
            return "aud must be the address of this token endpoint.";
        if (Seconds(token, "exp") is not { } expires || Seconds(token, "iat") is not { } issued)
            return "exp and iat must be given, in seconds.";
        if (expires <= now - Leeway)
            return "The assertion has expired.";
        if (issued > now + Leeway)
            return "The assertion was issued in the future.";
        if (expires - issued > LongestLife)
            return "The assertion lives too long.";
        return Seconds(token, "nbf") > now + Leeway ? "The assertion is not valid yet."
            : string.IsNullOrEmpty(token.Id) ? "jti is missing." : null;
    }

    async Task<string?> WrongSignature(JsonWebToken token, CancellationToken stop)
    {
        if (token.Alg != "RS256" || string.IsNullOrEmpty(token.Kid))
            return "The header must name RS256 and a kid.";

        SecurityKey? key;
        try
        {
            key = await keys.Find(token.Kid, stop);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException or ArgumentException or JsonException)
        {
            return $"The tool's keys cannot be read: {unreachable.Message}";
        }

        if (key is null)
            return $"The tool does not publish a key {token.Kid}.";

        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = ["RS256"],
            ValidateIssuer = false, // Checked above, with the time, which here comes from a clock that tests can set.
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid ? null : "The signature does not match the tool's key.";
    }

    /// <summary>Last of all, so that a forged assertion cannot use up the jti of a real one.</summary>
    string? WrongUse(JsonWebToken token) =>
        lms.Tokens.FirstUse(token.Id, Seconds(token, "exp")!.Value + Leeway) ? null : "This jti was used before.";

    static DateTimeOffset? Seconds(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var value)
        && decimal.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and < 100_000_000_000
            ? DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds((double)seconds)
            : null;
}
