namespace LtiMentoring.Web.Hosting;

static class PublicPath
{
    /// <summary>
    /// Puts the path of the public address before every link, whether or not the proxy in front took it off the request.
    /// </summary>
    public static void UsePublicPath(this WebApplication app, Settings settings)
    {
        var pathBase = new PathString(settings.PathBase.Length > 0 ? settings.PathBase : null);
        if (!pathBase.HasValue)
            return;
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(pathBase, out var rest))
                context.Request.Path = rest;
            context.Request.PathBase = pathBase;
            return next(context);
        });
    }
}
