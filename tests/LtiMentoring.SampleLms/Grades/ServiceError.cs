using System.Text.Json.Nodes;

using Microsoft.AspNetCore.Http.Features;

namespace LtiMentoring.SampleLms.Grades;

/// <summary>A refusal with its reason. Moodle says it in the status line too, and on scores nowhere else: a tool that reads only bodies misses it.</summary>
sealed class ServiceError(int status, string reason, bool onlyInStatusLine = false) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        if (httpContext.RequestServices.GetRequiredService<Lms>().Quirks.Moodle)
            httpContext.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = InStatusLine(reason);
        if (status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        await response.WriteAsync(onlyInStatusLine ? "[]" : new JsonObject { ["status"] = status, ["reason"] = reason }.ToJsonString());
    }

    /// <summary>The reason may quote what the tool sent, and a status line takes no line breaks.</summary>
    static string InStatusLine(string reason) => string.Concat(reason.Where(letter => letter is >= ' ' and <= '~').Take(400));
}
