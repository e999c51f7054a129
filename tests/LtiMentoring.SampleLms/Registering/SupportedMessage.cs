using System.Text.Json.Nodes;

namespace LtiMentoring.SampleLms.Registering;

/// <summary>A kind of message that this LMS sends, and from where in its pages.</summary>
sealed record SupportedMessage(string Type, params string[] Placements)
{
    public static readonly SupportedMessage[] All =
    [
        new("LtiResourceLinkRequest"),
        new("LtiDeepLinkingRequest", "ContentArea"),
    ];

    public JsonObject Json()
    {
        var json = new JsonObject { ["type"] = Type };
        if (Placements.Length > 0)
            json["placements"] = new JsonArray([.. Placements.Select(placement => (JsonNode)placement)]);
        return json;
    }
}
