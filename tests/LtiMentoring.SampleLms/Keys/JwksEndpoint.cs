using System.Text;
using System.Text.Json.Nodes;

namespace LtiMentoring.SampleLms.Keys;

/// <summary>The LMS's public keys, for anybody to read.</summary>
static class JwksEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/lti/jwks", (Lms lms) => Results.Text(
        new JsonObject { ["keys"] = new JsonArray([.. lms.Keys.Published.Select(key => key.PublicJwk())]) }.ToJsonString(),
        "application/json", Encoding.UTF8));
}
