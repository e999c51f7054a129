using System.Text.Json.Nodes;

namespace LtiMentoring.Lti.Registration;

/// <summary>
/// What this tool says of itself to a platform (OpenID Connect Dynamic Client Registration 1.0, section 2, with LTI's part:
/// Dynamic Registration 1.0, section 3.6.1).
/// </summary>
/// <param name="Name">What people will call it.</param>
/// <param name="Description">A sentence about it.</param>
/// <param name="Launch">Where launches arrive, also those that choose what to place.</param>
/// <param name="Login">Where a platform begins a login.</param>
/// <param name="Jwks">Where its keys are published.</param>
/// <param name="Logo">Its picture.</param>
public sealed record ToolDescription(string Name, string Description, string Launch, string Login, string Jwks, string Logo)
{
    public const string Configuration = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    /// <summary>Those that every platform with LTI Advantage knows; others are asked for only where they are offered.</summary>
    static readonly string[] CommonScopes = [Scopes.LineItem, Scopes.LineItemReadOnly, Scopes.Score, Scopes.ResultReadOnly, Scopes.Roster];

    static readonly string[] WantedScopes = [.. CommonScopes, Scopes.Groups, Scopes.NoticeHandlers];

    static readonly string[] WantedMessages = ["LtiResourceLinkRequest", "LtiDeepLinkingRequest", "LtiSubmissionReviewRequest", "DataPrivacyLaunchRequest"];

    /// <summary>Places from which staff choose what to add, by the names that the specification and Canvas use.</summary>
    static readonly string[] WantedPlacements = ["ContentArea", "assignment_selection", "link_selection", "https://canvas.instructure.com/lti/assignment_selection"];

    /// <summary>The registration that a platform of this configuration is sent: nothing is asked for that it does not offer.</summary>
    /// <param name="platform">What the platform says of itself.</param>
    /// <param name="custom">Custom parameters of every launch, which may be variables.</param>
    public JsonObject For(PlatformConfiguration platform, IReadOnlyDictionary<string, string> custom) => new()
    {
        ["application_type"] = "web",
        ["response_types"] = Strings(["id_token"]),
        ["grant_types"] = Strings(["implicit", "client_credentials"]),
        ["initiate_login_uri"] = Login,
        ["redirect_uris"] = Strings([Launch]),
        ["client_name"] = Name,
        ["jwks_uri"] = Jwks,
        ["logo_uri"] = Logo,
        ["token_endpoint_auth_method"] = "private_key_jwt",
        ["scope"] = string.Join(' ', platform.Scopes.Count == 0 ? CommonScopes : WantedScopes.Intersect(platform.Scopes)),
        [Configuration] = new JsonObject
        {
            ["domain"] = new Uri(Launch).Authority,
            ["description"] = Description,
            ["target_link_uri"] = Launch,
            ["custom_parameters"] = new JsonObject(custom.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            // A mentor's mail address is nobody's business here.
            ["claims"] = Strings(["iss", "sub", "name", "given_name", "family_name"]),
            ["messages"] = new JsonArray([.. Messages(platform)]),
        },
    };

    IEnumerable<JsonNode> Messages(PlatformConfiguration platform)
    {
        foreach (var type in WantedMessages)
        {
            var offered = platform.Messages.Where(message => message.Type == type).ToList();
            if (platform.Messages.Count > 0 && offered.Count == 0)
                continue;
            var message = new JsonObject { ["type"] = type, ["target_link_uri"] = Launch, ["label"] = Name };
            var placements = WantedPlacements.Intersect(offered.SelectMany(one => one.Placements)).ToList();
            if (type == "LtiDeepLinkingRequest" && placements.Count > 0)
                message["placements"] = Strings(placements);
            yield return message;
        }
    }

    static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);
}
