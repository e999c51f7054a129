using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Launch;

static class ToolKeysEndpoint
{
    /// <summary>
    /// Publishes the public halves of this tool's keys (RFC 7517): all of them for a platform, or one alone for whoever
    /// checks a badge, whose header has to name a single key (Open Badges 3.0, section 8.2.3).
    /// </summary>
    public static void MapToolKeys(this IEndpointRouteBuilder app) =>
        app.MapGet(ToolAddresses.JwksPath + "/{kid?}", async (string? kid, ToolKeys keys, HttpResponse response, CancellationToken cancel) =>
        {
            var found = (await keys.AllAsync(cancel)).Where(key => kid is null || key.Kid == kid).Select(key => key.PublicJwk()).ToList();
            if (found.Count == 0)
                return Results.NotFound();
            response.Headers.CacheControl = "public, max-age=300";
            return kid is null ? Results.Json(new { keys = found }) : Results.Json(found[0]);
        }).AllowAnonymous();
}
