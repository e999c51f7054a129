using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.Net.Http.Headers;

namespace LtiMentoring.Web.Launch;

static class ToolKeysEndpoint
{
    /// <summary>
    /// Publishes the public halves of this tool's keys (RFC 7517): all of them for a platform, or one alone for whoever
    /// checks a badge, whose header has to name a single key (Open Badges 3.0, section 8.2.3). A next key is published a day
    /// before it signs, so minutes in a cache do no harm.
    /// </summary>
    public static void MapToolKeys(this IEndpointRouteBuilder app) =>
        app.MapGet(ToolAddresses.JwksPath + "/{kid?}", async (string? kid, ToolKeys keys, HttpContext http, CancellationToken cancel) =>
        {
            var found = kid is null ? await keys.PublishedAsync(cancel) : await keys.FindAsync(kid, cancel) is { } one ? [one] : [];
            if (found.Count == 0)
                return Results.NotFound();
            var tag = new EntityTagHeaderValue($"\"{Secrets.Hash(string.Join(' ', found.Select(key => key.Kid)))}\"");
            http.Response.Headers.CacheControl = "public, max-age=300";
            http.Response.GetTypedHeaders().ETag = tag;
            if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Tag == "*"))
                return Results.StatusCode(StatusCodes.Status304NotModified);
            return kid is null ? Results.Json(new { keys = found.Select(key => key.PublicJwk()) }) : Results.Json(found[0].PublicJwk());
        }).AllowAnonymous();
}
