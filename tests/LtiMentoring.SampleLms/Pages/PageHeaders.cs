using LtiMentoring.SampleLms.Requests;

namespace LtiMentoring.SampleLms.Pages;

static class PageHeaders
{
    /// <summary>Frames and forms may lead to the tool, and the launch pages stand in a frame of our own; nothing else is let in.</summary>
    public static void Use(IApplicationBuilder app, Lms lms) => app.Use((http, next) =>
    {
        // The services say for themselves what may be kept: a tool that honors no-store would fetch the keys at every launch.
        if (LmsServices.Of(http.Request.Path) is not (null or LmsService.Authorization))
            return next(http);

        var tool = string.Join(' ', lms.Tools.SelectMany(tool => tool.Origins).Concat(lms.Invitations.Origins).Distinct());
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; "
            + $"frame-src 'self' {tool}; form-action 'self' {tool}; frame-ancestors 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers.CacheControl = "no-store";
        return next(http);
    });
}
