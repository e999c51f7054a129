using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Launch;

static class ToolKeysEndpoint
{
    /// <summary>Publishes the public halves of this tool's keys (RFC 7517).</summary>
    public static void MapToolKeys(this IEndpointRouteBuilder app) =>
        app.MapGet(ToolAddresses.JwksPath, async (ToolKeys keys, HttpResponse response, CancellationToken cancel) =>
        {
            response.Headers.CacheControl = "public, max-age=300";
            return Results.Json(new { keys = (await keys.AllAsync(cancel)).Select(key => key.PublicJwk()) });
        }).AllowAnonymous();
}
