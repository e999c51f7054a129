using System.Collections.Immutable;
using System.Text.Json;

using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Grades;
using LtiMentoring.SampleLms.Tokens;

namespace LtiMentoring.SampleLms.Registering;

/// <summary>Reads what a tool says of itself (OpenID Connect Dynamic Client Registration 1.0 with LTI's tool configuration).</summary>
static class ClientMetadata
{
    public const string ToolConfiguration = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    /// <exception cref="MetadataException">Names the rule that was broken.</exception>
    public static ToolRegistration Read(JsonElement client)
    {
        Demand(client.Text("application_type") == "web", "application_type must be web.");
        Demand(Texts(client, "response_types")?.Contains("id_token") ?? false, "response_types must hold id_token.");
        Demand(Texts(client, "grant_types") is { } grants && grants.Contains("implicit") && grants.Contains("client_credentials"),
            "grant_types must hold implicit and client_credentials.");
        Demand(client.Text("token_endpoint_auth_method") == "private_key_jwt", "token_endpoint_auth_method must be private_key_jwt.");
        Demand(client.Text("client_name") is { Length: > 0 }, "client_name is missing.");
        Demand(Texts(client, "redirect_uris") is { Length: > 0 } redirects && redirects.All(IsAddress),
            "redirect_uris must hold https addresses.", "invalid_redirect_uri");
        Demand(client.TryGetProperty(ToolConfiguration, out var tool) && tool.ValueKind == JsonValueKind.Object, $"{ToolConfiguration} is missing.");
        var domain = tool.Text("domain");
        Demand(!string.IsNullOrEmpty(domain) && !domain.Contains('/', StringComparison.Ordinal), "domain must be the tool's host.");
        var target = Address(tool, "target_link_uri");
        Demand(IsWithin(target, domain!), "domain_targetlinkuri_mismatch");
        Demand(Texts(tool, "claims") is { } claims && claims.Contains("sub") && claims.Contains("iss"), "claims must hold iss and sub.");

        return new ToolRegistration
        {
            Name = client.Text("client_name")!,
            LoginUrl = Address(client, "initiate_login_uri"),
            RedirectUrls = Texts(client, "redirect_uris")!.Value,
            JwksUrl = Address(client, "jwks_uri"),
            TargetLinkUrl = target,
            Claims = Texts(tool, "claims"),
            Custom = Custom(tool),
            Messages = Messages(tool, domain!),
            Scopes = [.. Scopes.All.Intersect((client.Text("scope") ?? "").Split(' '))],
        };
    }

    /// <summary>A message that this LMS does not send is left out, and the answer shows that.</summary>
    static ImmutableArray<ToolMessage> Messages(JsonElement tool, string domain)
    {
        Demand(tool.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array && messages.GetArrayLength() > 0,
            "messages is missing.");
        var read = messages.EnumerateArray().Select(message =>
        {
            Demand(message.ValueKind == JsonValueKind.Object && message.Text("type") is { Length: > 0 }, "A message has no type.");
            var target = message.Lacks("target_link_uri") ? null : Address(message, "target_link_uri");
            Demand(target is null || IsWithin(target, domain), "domain_targetlinkuri_mismatch");
            return new ToolMessage(message.Text("type")!) { TargetLinkUrl = target, Label = message.Text("label"), Custom = Custom(message) };
        }).ToImmutableArray();
        var kept = read.Where(message => SupportedMessage.All.Any(supported => supported.Type == message.Type)).ToImmutableArray();
        Demand(kept.Length > 0, "None of the messages is supported here.");
        return kept;
    }

    static ImmutableSortedDictionary<string, string> Custom(JsonElement json)
    {
        if (json.Lacks("custom_parameters"))
            return ImmutableSortedDictionary<string, string>.Empty;
        var custom = json.GetProperty("custom_parameters");
        Demand(custom.ValueKind == JsonValueKind.Object && custom.EnumerateObject().All(pair => pair.Value.ValueKind == JsonValueKind.String),
            "custom_parameters must be an object of strings.");
        return custom.EnumerateObject().ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal);
    }

    static ImmutableArray<string>? Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(entry => entry.GetString()!)]
            : null;

    static string Address(JsonElement json, string name)
    {
        Demand(json.Text(name) is { } address && IsAddress(address), $"{name} must be an https address.");
        return json.Text(name)!;
    }

    /// <summary>http only on this machine, where there is nobody in between.</summary>
    static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback));

    /// <summary>The domain's port counts when it is named.</summary>
    static bool IsWithin(string address, string domain)
    {
        var uri = new Uri(address);
        var host = domain.Contains(':', StringComparison.Ordinal) ? uri.Authority : uri.Host;
        return host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
    }

    static void Demand([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool held, string otherwise, string code = "invalid_client_metadata")
    {
        if (!held)
            throw new MetadataException(code, otherwise);
    }
}

sealed class MetadataException(string code, string description) : Exception(description)
{
    public string Code { get; } = code;
}
