namespace LtiMentoring.Web.Hosting;

/// <summary>Pages are read and forms are sent. Without this, a page would answer any other method as if it had been read.</summary>
static class KnownMethods
{
    static readonly string[] Known = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    public static void UseKnownMethods(this WebApplication app) => app.Use((context, next) =>
    {
        if (Known.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", Known);
        return Task.CompletedTask;
    });
}
