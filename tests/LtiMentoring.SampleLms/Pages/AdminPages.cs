using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>Pages for the institution's administrator.</summary>
static class AdminPages
{
    public static IResult In(HttpContext http, Lms lms, Func<LmsPerson, IResult> show)
    {
        if (lms.Sessions.Person(http) is not { } person)
            return Results.LocalRedirect("/");
        return person.IsAdministrator
            ? show(person)
            : RefusedPage.Show(StatusCodes.Status403Forbidden, "This is the administrator’s", "Be the administrator to see this page.");
    }

    /// <summary>The LMS's cookie is sent with forms of other sites too, so a form must say that it is our own. Programs that are no browser say nothing.</summary>
    public static TBuilder FromOwnPages<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (call, next) =>
        {
            var http = call.HttpContext;
            var lms = http.RequestServices.GetRequiredService<Lms>();
            return http.Request.Headers.Origin is [var origin] && origin != lms.Address
                ? RefusedPage.Show(StatusCodes.Status403Forbidden, "This form is not ours", "Go back to the LMS and try again.")
                : await next(call);
        });

    public static IResult SeeOther(string path) => new Redirection(path);

    /// <summary>After a form, so that going back does not send it again.</summary>
    sealed class Redirection(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
