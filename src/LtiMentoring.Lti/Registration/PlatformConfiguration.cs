using System.Text.Json;

namespace LtiMentoring.Lti.Registration;

/// <summary>
/// What a platform says of itself (OpenID Connect Discovery 1.0, section 3, with LTI's part: Dynamic Registration 1.0, section 3.5.2).
/// </summary>
public sealed record PlatformConfiguration
{
    const string Lti = "https://purl.imsglobal.org/spec/lti-platform-configuration";

    /// <summary>The issuer, letter by letter as tokens will name it.</summary>
    public required string Issuer { get; init; }

    public required string AuthorizationEndpoint { get; init; }
    public required string TokenEndpoint { get; init; }
    public required string JwksUri { get; init; }

    /// <summary>Where the tool registers; null when it must be registered by hand.</summary>
    public string? RegistrationEndpoint { get; init; }

    /// <summary>Whom requests for access tokens address, where that is not the token endpoint (<c>authorization_server</c>).</summary>
    public string? TokenAudience { get; init; }

    /// <summary>The kind of LMS, such as <c>moodle</c> or <c>canvas</c>, in lower case.</summary>
    public string? Family { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The messages that it sends, with the places in its pages that each may be sent from.</summary>
    public IReadOnlyList<(string Type, IReadOnlyList<string> Placements)> Messages { get; init; } = [];

    /// <summary>The configuration in a JSON document, or what is wrong with it.</summary>
    /// <param name="json">The document.</param>
    /// <param name="mayUseHttp">Whether addresses on the way may be read and changed by others: in development only.</param>
    public static (PlatformConfiguration? Configuration, RegistrationRefused? Refused) Read(string json, bool mayUseHttp)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(new Fields(document.RootElement), mayUseHttp)
                : (null, new RegistrationRefused(RegistrationRefusal.ConfigurationUnreadable, "it is no JSON object"));
        }
        // InvalidOperationException: names with half a letter in them.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, new RegistrationRefused(RegistrationRefusal.ConfigurationUnreadable, Excerpt.Of(e.Message, 200, ' ')));
        }
    }

    static (PlatformConfiguration?, RegistrationRefused?) Read(Fields fields, bool mayUseHttp)
    {
        foreach (var name in new[] { "issuer", "authorization_endpoint", "token_endpoint", "jwks_uri" })
        {
            if (fields.Address(name) is not { } address)
                return (null, new RegistrationRefused(RegistrationRefusal.AddressMissing, name));
            if (!mayUseHttp && !IsHttps(address))
                return (null, new RegistrationRefused(RegistrationRefusal.AddressInsecure, $"{name}: {Excerpt.Shown(address)}"));
        }
        if (fields.Texts("id_token_signing_alg_values_supported") is { Count: > 0 } algorithms && !algorithms.Contains("RS256", StringComparer.Ordinal))
            return (null, new RegistrationRefused(RegistrationRefusal.PlatformUnsuitable, $"it signs with {Excerpt.Shown(string.Join(' ', algorithms))}"));
        var lti = fields.Object(Lti);
        var messages = lti.Objects("messages_supported")?.Select(message => (message.Text("type") ?? "", message.Texts("placements") ?? [])).ToList() ?? [];
        if (messages.Count > 0 && !messages.Exists(message => message.Item1 == "LtiResourceLinkRequest"))
            return (null, new RegistrationRefused(RegistrationRefusal.PlatformUnsuitable, "it sends no LtiResourceLinkRequest"));
        return (new PlatformConfiguration
        {
            Issuer = fields.Text("issuer")!,
            AuthorizationEndpoint = fields.Text("authorization_endpoint")!,
            TokenEndpoint = fields.Text("token_endpoint")!,
            JwksUri = fields.Text("jwks_uri")!,
            RegistrationEndpoint = fields.Address("registration_endpoint"),
            TokenAudience = fields.Text("authorization_server"),
            Family = lti.Id("product_family_code")?.ToLowerInvariant(),
            Scopes = fields.Texts("scopes_supported") ?? [],
            Messages = messages,
        }, null);
    }

    internal static bool IsHttps(string address) => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
