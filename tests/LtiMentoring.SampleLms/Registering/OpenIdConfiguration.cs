using System.Text;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Custom;
using LtiMentoring.SampleLms.Tokens;

namespace LtiMentoring.SampleLms.Registering;

/// <summary>What the LMS says of itself. Only to an invited tool does it also say where to register.</summary>
static class OpenIdConfiguration
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/.well-known/openid-configuration", Answer);

    static IResult Answer(HttpContext http, Lms lms, string? invitation)
    {
        var configuration = Of(lms);
        if (invitation is not null)
        {
            if (lms.Invitations.Find(invitation) is not { } found)
                return Json(new JsonObject { ["error"] = "invalid_token" }, StatusCodes.Status404NotFound);
            if (found.Quirks.TokenForConfiguration && !found.Admits(http.Request))
                return Json(new JsonObject { ["error"] = "invalid_token" }, StatusCodes.Status401Unauthorized);
            configuration["issuer"] = found.Quirks.OtherIssuer ?? lms.Address;
            configuration["registration_endpoint"] = found.Quirks.OtherEndpoint ?? found.Endpoint(lms.Address);
            found.Quirks.Configuration?.Invoke(configuration);
        }

        return Json(configuration);
    }

    static JsonObject Of(Lms lms) => new()
    {
        ["issuer"] = lms.Address,
        ["authorization_endpoint"] = $"{lms.Address}/lti/authorize",
        ["token_endpoint"] = $"{lms.Address}/lti/token",
        ["jwks_uri"] = $"{lms.Address}/lti/jwks",
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
        ["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["scopes_supported"] = Strings(["openid", .. Scopes.All]),
        ["response_types_supported"] = new JsonArray("id_token"),
        ["response_modes_supported"] = new JsonArray("form_post"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["claims_supported"] = new JsonArray("sub", "iss", "name", "given_name", "family_name", "email", "locale"),
        ["https://purl.imsglobal.org/spec/lti-platform-configuration"] = new JsonObject
        {
            ["product_family_code"] = lms.Quirks.Moodle ? "moodle" : "sample-lms",
            ["version"] = "1.0",
            ["messages_supported"] = new JsonArray([.. SupportedMessage.All.Select(message => message.Json())]),
            ["variables"] = Strings(Variables.Names),
        },
    };

    static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);

    static IResult Json(JsonObject body, int status = StatusCodes.Status200OK) =>
        Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8, status);
}
