using Microsoft.Net.Http.Headers;

namespace LtiMentoring.SampleLms.Grades;

/// <summary>What the LTI services demand before they look at a request: a token with a scope, and the media types of the specification.</summary>
static class ServiceRules
{
    /// <summary>The token must hold one of the scopes.</summary>
    public static TBuilder NeedsScope<TBuilder>(this TBuilder endpoint, params string[] anyOf) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (call, next) =>
        {
            var lms = call.HttpContext.RequestServices.GetRequiredService<Lms>();
            var header = call.HttpContext.Request.Headers.Authorization.ToString();
            if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || lms.Tokens.ScopesOf(header[7..].Trim()) is not { } scopes)
                return new ServiceError(StatusCodes.Status401Unauthorized, "The access token is missing, unknown or expired.");
            if (!scopes.Intersect(anyOf).Any())
                return new ServiceError(StatusCodes.Status403Forbidden, $"The access token lacks the scope {anyOf[0]}.");
            return await next(call);
        });

    /// <summary>The request's body must be of this type; a charset may follow.</summary>
    public static TBuilder Takes<TBuilder>(this TBuilder endpoint, string mediaType) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (call, next) =>
            MediaTypeHeaderValue.TryParse(call.HttpContext.Request.ContentType, out var sent) && sent.MediaType == mediaType
                ? await next(call)
                : NoHandler(call.HttpContext, StatusCodes.Status415UnsupportedMediaType, call.HttpContext.Request.ContentType));

    /// <summary>The tool must accept what will be answered.</summary>
    public static TBuilder Gives<TBuilder>(this TBuilder endpoint, string mediaType) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (call, next) =>
        {
            var given = new MediaTypeHeaderValue(mediaType);
            var accept = call.HttpContext.Request.GetTypedHeaders().Accept;
            return accept.Count == 0 || accept.Any(given.IsSubsetOf)
                ? await next(call)
                : NoHandler(call.HttpContext, StatusCodes.Status406NotAcceptable, call.HttpContext.Request.Headers.Accept);
        });

    /// <summary>In Moodle's addresses the type must be its own: ".../7?type_id=1/scores" leads to nothing.</summary>
    public static TBuilder ChecksMoodleType<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (call, next) =>
        {
            var http = call.HttpContext;
            var moodle = http.RequestServices.GetRequiredService<Lms>().Quirks.Moodle;
            return moodle && http.Request.Query.TryGetValue("type_id", out var type) && type != "1"
                ? new ServiceError(StatusCodes.Status404NotFound, $"No handler found for {http.Request.Path}{http.Request.QueryString}")
                : await next(call);
        });

    static ServiceError NoHandler(HttpContext http, int status, string? mediaType) => new(
        http.RequestServices.GetRequiredService<Lms>().Quirks.Moodle ? StatusCodes.Status400BadRequest : status,
        $"No handler found for {http.Request.Path} {mediaType}");
}
