namespace LtiMentoring.Web.Hosting;

/// <summary>Headers of every answer. Which sites may frame a page is decided by whoever makes the page.</summary>
static class SecurityHeaders
{
    /// <summary>The item under which a page leaves its frame-ancestors; without it, nobody may frame the answer.</summary>
    public static readonly object FrameAncestors = new();

    /// <summary>The item that lets a page speak to the window that opened it.</summary>
    public static readonly object KeepsOpener = new();

    /// <summary>The item under which a page leaves where else its form may be sent: to an LMS that waits for an answer.</summary>
    public static readonly object FormAction = new();

    public static void UseSecurityHeaders(this WebApplication app, Settings settings)
    {
        var isHttps = settings.PublicUrl.StartsWith("https:", StringComparison.Ordinal);
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Write(context, isHttps);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    static void Write(HttpContext context, bool isHttps)
    {
        var headers = context.Response.Headers;
        var ancestors = context.Items.TryGetValue(FrameAncestors, out var given) ? given : "'none'";
        var answers = context.Items.TryGetValue(FormAction, out var elsewhere) ? $" {elsewhere}" : "";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; script-src 'self'; "
            + $"connect-src 'self'; form-action 'self'{answers}; base-uri 'none'; frame-ancestors {ancestors}";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = context.Items.ContainsKey(KeepsOpener) ? "unsafe-none" : "same-origin";
        if (isHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        if (context.Request.Path.StartsWithSegments("/fonts") && context.Response.StatusCode == StatusCodes.Status200OK)
            headers.CacheControl = "public, max-age=31536000, immutable";
        else if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
    }
}
