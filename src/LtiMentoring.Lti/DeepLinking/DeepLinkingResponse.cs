using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LtiMentoring.Lti.Services;

namespace LtiMentoring.Lti.DeepLinking;

/// <summary>
/// The answer to a <see cref="DeepLinkingRequest"/> (LtiDeepLinkingResponse: Deep Linking 2.0, section 4.5; Security Framework
/// 1.0, section 5.2), signed by the tool. The browser posts it to the platform as the field <c>JWT</c>.
/// </summary>
public static class DeepLinkingResponse
{
    /// <summary>How long the browser may take to carry it over.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    static readonly JsonSerializerOptions Written = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The signed token.</summary>
    /// <param name="key">The tool's key; its name goes into the header, which Brightspace insists on.</param>
    /// <param name="platform">Whom the answer is for: its issuer is the audience, and we sign under the client id.</param>
    /// <param name="deploymentId">The deployment that asked.</param>
    /// <param name="data">What the platform gave for itself; returned when it gave something.</param>
    /// <param name="items">What was chosen; nothing when the person went back without a choice.</param>
    /// <param name="now">When it is made.</param>
    public static string Sign(ToolKey key, Platform platform, string deploymentId, string? data, IReadOnlyList<ContentItem> items, DateTimeOffset now)
    {
        var claims = new JsonObject
        {
            ["iss"] = platform.ClientId,
            ["aud"] = platform.Issuer,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Life).ToUnixTimeSeconds(),
            ["nonce"] = Guid.CreateVersion7().ToString("N"),
            [Claims.MessageType] = "LtiDeepLinkingResponse",
            [Claims.Version] = "1.3.0",
            [Claims.DeploymentId] = deploymentId,
            [Claims.ContentItems] = JsonSerializer.SerializeToNode(items, Written),
        };
        if (data is not null)
            claims[Claims.DeepLinkingData] = data;
        return key.Sign(claims.ToJsonString());
    }
}
