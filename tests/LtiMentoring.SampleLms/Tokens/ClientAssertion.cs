using System.Globalization;

using LtiMentoring.SampleLms.District;

using Microsoft.IdentityModel.JsonWebTokens;

namespace LtiMentoring.SampleLms.Tokens;

/// <summary>Checks the JWT by which the tool proves who it is. Says what is wrong, because a tool's developer reads it.</summary>
sealed class ClientAssertion(Lms lms, ToolKeys keys)
{
    static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);
    static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    /// <returns>The tool that proved itself, or what is wrong.</returns>
    public async Task<(ToolRegistration? Tool, string? Wrong)> Check(string assertion, CancellationToken stop)
    {
        if (ToolKeys.Read(assertion) is not { } token)
            return (null, "The assertion is not a JWT.");
        if (lms.Tools.Find(token.Issuer) is not { } tool || token.Subject != tool.ClientId)
            return (null, "iss and sub must both be the client id.");
        if (!tool.IsActive)
            return (null, "The tool is not active yet.");
        var wrong = WrongClaims(token) ?? await keys.Wrong(tool, token, stop) ?? WrongUse(token);
        return (wrong is null ? tool : null, wrong);
    }

    string? WrongClaims(JsonWebToken token)
    {
        var now = lms.Clock.GetUtcNow();
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

    /// <summary>Last of all, so that a forged assertion cannot use up the jti of a real one.</summary>
    string? WrongUse(JsonWebToken token) =>
        lms.Tokens.FirstUse($"{token.Issuer} {token.Id}", Seconds(token, "exp")!.Value + Leeway) ? null : "This jti was used before.";

    internal static DateTimeOffset? Seconds(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var value)
        && decimal.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and < 100_000_000_000
            ? DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds((double)seconds)
            : null;
}
