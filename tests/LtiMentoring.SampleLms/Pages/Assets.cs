namespace LtiMentoring.SampleLms.Pages;

/// <summary>The style sheet and the scripts, from within the assembly.</summary>
static class Assets
{
    static readonly (string Name, string MediaType)[] All =
    [
        ("sample-lms.css", "text/css; charset=utf-8"),
        ("frames.js", "text/javascript; charset=utf-8"),
        ("registration.js", "text/javascript; charset=utf-8"),
        ("gradebook.js", "text/javascript; charset=utf-8"),
        ("back.js", "text/javascript; charset=utf-8"),
        ("storage.js", "text/javascript; charset=utf-8"),
        ("send.js", "text/javascript; charset=utf-8"),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var (name, mediaType) in All)
            app.MapGet($"/{name}", () => Results.Stream(typeof(Assets).Assembly.GetManifestResourceStream(name)!, mediaType));
        app.MapGet("/favicon.ico", () => Results.NoContent()); // Keeps the browser's own request out of the error log.
    }
}
