using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Launch;

namespace LtiMentoring.SampleLms.Registering;

/// <summary>A kind of message that this LMS sends, and from where in its pages.</summary>
sealed record SupportedMessage(string Type, params string[] Placements)
{
    public static readonly SupportedMessage[] All =
    [
        new("LtiResourceLinkRequest"),
        new("LtiDeepLinkingRequest", "ContentArea"),
        new("LtiSubmissionReviewRequest"),
        .. DataPrivacyMessage.Names.Select(name => new SupportedMessage(name)),
    ];

    public JsonObject Json()
    {
        var json = new JsonObject { ["type"] = Type };
        if (Placements.Length > 0)
            json["placements"] = new JsonArray([.. Placements.Select(placement => (JsonNode)placement)]);
        return json;
    }
}
