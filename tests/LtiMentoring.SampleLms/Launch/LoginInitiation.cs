using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Pages;

using Microsoft.AspNetCore.WebUtilities;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>The first step of a launch (1EdTech Security Framework, third-party initiated login): the browser is sent to the tool.</summary>
static class LoginInitiation
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/launch/{link}", Begin);

    static IResult Begin(HttpContext http, Lms lms, string link, string? target)
    {
        if (lms.Sessions.Person(http) is not { } person)
            return RefusedPage.Show(StatusCodes.Status401Unauthorized, "You are not signed in", "Choose who you are, then open the activity again.");
        if (lms.Links.Find(link) is not { } placed)
            return RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such activity", "It may have been deleted. Go back to the course.");
        if (!lms.Courses[placed.CourseId].Has(person.Sub))
            return RefusedPage.Show(StatusCodes.Status403Forbidden, "You are not enrolled here", "Ask the teacher of this course to enroll you.");
        if (lms.ToolOf(placed) is not { IsComplete: true } tool)
            return RefusedPage.Show(StatusCodes.Status503ServiceUnavailable, "No tool is registered yet", "Ask the administrator to register it.");

        if (!tool.IsActive)
            return RefusedPage.Show(StatusCodes.Status503ServiceUnavailable, "The tool is not active yet", "Ask the administrator to make it active.");

        var hint = lms.Launches.Begin(tool.ClientId, person.Sub, placed.Id, target == "window" ? "window" : "iframe");
        var parameters = Parameters(lms, tool, placed, person, hint);
        var address = tool.LoginUrl;
        if (placed.LoginMethod == LoginMethod.Get)
            (address, parameters) = ForGet(address, parameters);
        return FormPostPage.Show($"Opening {placed.Title}", $"Open {placed.Title}", address, parameters, placed.LoginMethod);
    }

    static IEnumerable<(string Name, string Value)> Parameters(Lms lms, ToolRegistration tool, LmsLink link, LmsPerson person, string hint)
    {
        yield return ("iss", lms.Address);
        yield return ("target_link_uri", link.TargetLinkUrl ?? tool.TargetOf("LtiResourceLinkRequest"));
        yield return ("login_hint", person.Sub);
        yield return ("lti_message_hint", hint);
        if (tool.SendClientId)
            yield return ("client_id", tool.ClientId);
        if (tool.SendDeploymentId)
            yield return ("lti_deployment_id", link.DeploymentId ?? tool.Deployments[0]);
        foreach (var (name, value) in tool.LoginParameters)
            yield return (name, value);
    }

    /// <summary>A browser drops the query of a form's address when the form's method is GET, so what stands there becomes fields.</summary>
    static (string, IEnumerable<(string, string)>) ForGet(string address, IEnumerable<(string, string)> parameters)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        if (question < 0)
            return (address, parameters);
        var query = QueryHelpers.ParseQuery(address[question..]).Select(pair => (pair.Key, pair.Value.ToString()));
        return (address[..question], query.Concat(parameters));
    }
}
