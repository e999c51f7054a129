using System.Globalization;

using Microsoft.IdentityModel.JsonWebTokens;

namespace LtiMentoring.SampleLms.Tokens;

/// <summary>When a JWT of the tool's holds. Says what is wrong, because a tool's developer reads it.</summary>
static class TokenTimes
{
    public static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);
    static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    /// <returns>What is wrong, or null.</returns>
    public static string? Wrong(JsonWebToken token, DateTimeOffset now)
    {
        if (Seconds(token, "exp") is not { } expires || Seconds(token, "iat") is not { } issued)
            return "exp and iat must be given, in seconds.";
        if (expires <= now - Leeway)
            return "The token has expired.";
        if (issued > now + Leeway)
            return "The token was issued in the future.";
        if (expires - issued > LongestLife)
            return "The token lives too long.";
        return Seconds(token, "nbf") > now + Leeway ? "The token is not valid yet." : null;
    }

    /// <summary>From when on the token is refused for its age alone.</summary>
    public static DateTimeOffset End(JsonWebToken token) => Seconds(token, "exp")!.Value + Leeway;

    static DateTimeOffset? Seconds(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var value)
        && decimal.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and < 100_000_000_000
            ? DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds((double)seconds)
            : null;
}
