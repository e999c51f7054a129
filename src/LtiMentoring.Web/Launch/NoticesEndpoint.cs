using System.Text.Json;
using LtiMentoring.Lti;
using LtiMentoring.Lti.Notices;
using LtiMentoring.Web.Hosting;

namespace LtiMentoring.Web.Launch;

static class NoticesEndpoint
{
    /// <summary>
    /// Takes what a platform tells of its own accord (Platform Notification Service 1.0, section 4). Nobody is signed in:
    /// the signature in each notice is what is believed.
    /// </summary>
    public static void MapNotices(this IEndpointRouteBuilder app) =>
        app.MapPost(ToolAddresses.NoticesPath + "/{registration:guid}", async (
            Guid registration, HttpContext http, Registrations registrations, Notices notices, CancellationToken cancel) =>
        {
            var platform = await registrations.FindAsync(registration, cancel);
            if (platform is null or { Disabled: true })
                return Answer(StatusCodes.Status404NotFound, [(platform is null ? Refusal.PlatformUnknown : Refusal.PlatformDisabled).ToString()]);
            if (await ReadAsync(http.Request, cancel) is not { } tokens)
                return Answer(StatusCodes.Status400BadRequest, [nameof(Refusal.NoticeIncomplete)]);
            List<Refusal> refused = [];
            foreach (var token in tokens)
                if (await notices.TakeAsync(token, platform, cancel) is { } why)
                    refused.Add(why);
            // Another time the keys may be there, so the platform may send it again; what is wrong with the others stays wrong.
            return refused.Count == 0 ? Results.NoContent()
                : Answer(refused.Contains(Refusal.KeysUnreachable) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest, [.. refused.Select(why => why.ToString())]);
        }).AllowAnonymous();

    static IResult Answer(int status, string[] refused) => Results.Json(new { refused }, statusCode: status);

    static async Task<IReadOnlyList<string>?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancel);
            return NoticeVerifier.Tokens(body.RootElement);
        }
        // InvalidOperationException: names with half a letter in them. BadHttpRequestException: longer than anything we take.
        catch (Exception e) when (e is JsonException or InvalidOperationException or BadHttpRequestException)
        {
            return null;
        }
    }
}
