using System.Text;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Tokens;

namespace LtiMentoring.SampleLms.Keys;

/// <summary>What anybody may read about the LMS: its keys and its OpenID configuration.</summary>
static class DiscoveryEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/lti/jwks", (Lms lms) => Json(new JsonObject
        {
            ["keys"] = new JsonArray([.. lms.Keys.Published.Select(key => key.PublicJwk())]),
        }));
        app.MapGet("/.well-known/openid-configuration", (Lms lms) => Json(Configuration(lms)));
    }

    static JsonObject Configuration(Lms lms) => new()
    {
        ["issuer"] = lms.Address,
        ["authorization_endpoint"] = $"{lms.Address}/lti/authorize",
        ["token_endpoint"] = $"{lms.Address}/lti/token",
        ["jwks_uri"] = $"{lms.Address}/lti/jwks",
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
        ["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["scopes_supported"] = new JsonArray(["openid", .. Scopes.All.Select(scope => (JsonNode)scope)]),
        ["response_types_supported"] = new JsonArray("id_token"),
        ["response_modes_supported"] = new JsonArray("form_post"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["claims_supported"] = new JsonArray("sub", "iss", "name", "given_name", "family_name", "email", "locale"),
        ["https://purl.imsglobal.org/spec/lti-platform-configuration"] = new JsonObject
        {
            ["product_family_code"] = lms.Quirks.Moodle ? "moodle" : "sample-lms",
            ["version"] = "1.0",
            ["messages_supported"] = new JsonArray(new JsonObject { ["type"] = "LtiResourceLinkRequest" }),
            ["variables"] = new JsonArray(),
        },
    };

    static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8);
}
