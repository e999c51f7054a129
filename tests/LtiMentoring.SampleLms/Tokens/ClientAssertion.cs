using LtiMentoring.SampleLms.District;

using Microsoft.IdentityModel.JsonWebTokens;

namespace LtiMentoring.SampleLms.Tokens;

/// <summary>Checks the JWT by which a tool proves who it is. Says what is wrong, because a tool's developer reads it.</summary>
sealed class ClientAssertion(Lms lms, ToolKeys keys)
{
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

    string? WrongClaims(JsonWebToken token) =>
        !token.Audiences.Contains($"{lms.Address}/lti/token")
            ? "aud must be the address of this token endpoint."
            : TokenTimes.Wrong(token, lms.Clock.GetUtcNow()) ?? (string.IsNullOrEmpty(token.Id) ? "jti is missing." : null);

    /// <summary>Last of all, so that a forged assertion cannot use up the jti of a real one.</summary>
    string? WrongUse(JsonWebToken token) =>
        lms.Tokens.FirstUse($"{token.Issuer} {token.Id}", TokenTimes.End(token)) ? null : "This jti was used before.";
}
