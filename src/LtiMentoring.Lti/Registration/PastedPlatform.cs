using System.Text.Json;

namespace LtiMentoring.Lti.Registration;

/// <summary>
/// The values that an LMS shows of itself as JSON, under the names that LMSs give them: an OpenID configuration, or what an
/// administration page prints. What is missing is null.
/// </summary>
public sealed record PastedPlatform(
    string? Issuer, string? ClientId, string? DeploymentId, string? AuthorizationEndpoint, string? TokenEndpoint, string? JwksUri, string? TokenAudience, string? Family)
{
    static readonly string[] Issuers = ["issuer", "iss", "platform_id", "platformId", "platform_issuer"];
    static readonly string[] ClientIds = ["client_id", "clientId", "clientid"];
    static readonly string[] Deployments = ["deployment_id", "deploymentId", "deploymentid"];
    static readonly string[] Authorizations = ["authorization_endpoint", "auth_endpoint", "auth_login_url", "authorization_url", "oidc_auth_endpoint", "authenticationEndpoint", "auth_request_url", "platform_oidc_auth_endpoint"];
    static readonly string[] Tokens = ["token_endpoint", "auth_token_url", "token_url", "accesstokenEndpoint", "oauth2_access_token_url", "platform_service_auth_endpoint"];
    static readonly string[] Keys = ["jwks_uri", "jwks", "jwks_url", "key_set_url", "keyset_url", "public_keyset_url", "keyset", "platform_jwks_endpoint", "publickeyset"];

    /// <summary>The values in pasted text; null when it is no JSON object, or holds none of them.</summary>
    public static PastedPlatform? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var fields = new Fields(document.RootElement);
            var pasted = new PastedPlatform(
                First(fields, Issuers), First(fields, ClientIds), First(fields, Deployments), First(fields, Authorizations), First(fields, Tokens), First(fields, Keys),
                fields.Text("authorization_server"), fields.Object("https://purl.imsglobal.org/spec/lti-platform-configuration").Id("product_family_code")?.ToLowerInvariant());
            return pasted is { Issuer: null, ClientId: null, AuthorizationEndpoint: null, TokenEndpoint: null, JwksUri: null } ? null : pasted;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    static string? First(Fields fields, string[] names) => names.Select(name => fields.Text(name)).FirstOrDefault(value => value is not null);
}
