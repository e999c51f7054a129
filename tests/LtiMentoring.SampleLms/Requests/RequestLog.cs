using LtiMentoring.SampleLms.Faults;

namespace LtiMentoring.SampleLms.Requests;

/// <summary>Notes every request to an LTI service. A test that has its answer finds the request noted with that answer's status.</summary>
static class RequestLog
{
    public static void Use(IApplicationBuilder app, Lms lms) => app.Use(async (http, next) =>
    {
        if (LmsServices.Of(http.Request.Path) is not { } service)
        {
            await next(http);
            return;
        }

        var request = await Note(http.Request, service, lms);
        http.Features.Set(request);
        http.Response.OnStarting(() =>
        {
            // Kestrel prepares an answer even for a connection that is gone.
            if (!http.RequestAborted.IsCancellationRequested && request.Fault is not Fault.ConnectionReset)
                request.Status = http.Response.StatusCode;
            return Task.CompletedTask;
        });
        await next(http);
    });

    static async Task<LmsRequest> Note(HttpRequest request, LmsService service, Lms lms)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        request.Body.Position = 0;
        var noted = new LmsRequest
        {
            Service = service,
            Method = request.Method,
            Address = request.Path.ToUriComponent() + request.QueryString.ToUriComponent(),
            At = lms.Clock.GetUtcNow(),
            Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = body,
        };
        lms.Requests.Add(noted);
        return noted;
    }
}
