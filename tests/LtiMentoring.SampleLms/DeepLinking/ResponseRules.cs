using System.Text.Json;

using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Grades;
using LtiMentoring.SampleLms.Tokens;

using Microsoft.IdentityModel.JsonWebTokens;

namespace LtiMentoring.SampleLms.DeepLinking;

/// <summary>What a deep linking response must be before its items are looked at.</summary>
sealed class ResponseRules(Lms lms, ToolKeys keys)
{
    const string Lti = "https://purl.imsglobal.org/spec/lti/claim/";
    const string Data = "https://purl.imsglobal.org/spec/lti-dl/claim/data";

    static readonly string[] Words = ["msg", "log", "errormsg", "errorlog"];

    /// <exception cref="BrokenRuleException">Names the rule.</exception>
    public async Task Check(DeepLinkingRequest request, ToolRegistration tool, JsonWebToken token, JsonElement claims, CancellationToken stop)
    {
        BrokenRuleException.Unless(token.Issuer == tool.ClientId, "iss must be the client id.");
        BrokenRuleException.Unless(token.Audiences.Contains(lms.Address), "aud must contain the LMS's issuer.");
        BrokenRuleException.Unless(claims.Lacks("azp") || claims.Text("azp") == lms.Address, "azp, when given, must be the LMS's issuer.");
        if (TokenTimes.Wrong(token, lms.Clock.GetUtcNow()) is { } time)
            throw new BrokenRuleException(time);
        var nonce = claims.Text("nonce");
        BrokenRuleException.Unless(!string.IsNullOrEmpty(nonce), "nonce is missing.");
        if (await keys.Wrong(tool, token, stop) is { } signature)
            throw new BrokenRuleException(signature);
        BrokenRuleException.Unless(lms.Tokens.FirstUse($"{tool.ClientId} nonce {nonce}", TokenTimes.End(token)), "This nonce was used before.");

        BrokenRuleException.Unless(claims.Text(Lti + "message_type") == "LtiDeepLinkingResponse", "message_type must be LtiDeepLinkingResponse.");
        BrokenRuleException.Unless(claims.Text(Lti + "version") == "1.3.0", "version must be 1.3.0.");
        BrokenRuleException.Unless(claims.Text(Lti + "deployment_id") == tool.Deployments[0], "deployment_id must be the request's.");
        BrokenRuleException.Unless(
            request.Data is null ? !claims.TryGetProperty(Data, out _) : claims.Text(Data) == request.Data,
            request.Data is null ? "data must be absent when none was sent." : "data must be what was sent.");
        foreach (var name in Words.Select(word => $"https://purl.imsglobal.org/spec/lti-dl/claim/{word}"))
            BrokenRuleException.Unless(claims.Lacks(name) || claims.Text(name) is not null, $"{name} must be text.");
    }
}
