using LtiMentoring.SampleLms.Custom;
using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Pages;

using Microsoft.AspNetCore.WebUtilities;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>The first step of a launch (1EdTech Security Framework, third-party initiated login): the browser is sent to the tool.</summary>
static class LoginInitiation
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/launch/{link}", Begin);

    static IResult Begin(HttpContext http, Lms lms, string link, string? target, string? @as)
    {
        if (lms.Sessions.Person(http) is not { } person)
            return RefusedPage.Show(StatusCodes.Status401Unauthorized, "You are not signed in", "Choose who you are, then open the activity again.");
        if (lms.Links.Find(link) is not { } placed)
            return RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such activity", "It may have been deleted. Go back to the course.");
        if (ResourceLinkMessage.Read(@as) is not { } how)
            return RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such way to open it", "as= takes no-context, no-names, anonymous or test-student.");
        return Send(lms, lms.ToolOf(placed), person, placed.Title,
            new ResourceLinkMessage(placed.Id, how) { DocumentTarget = LaunchMessage.DocumentTargetOf(target) }, placed.LoginMethod,
            StorageWay.Of(http.Request.QueryString).Target);
    }

    public static IResult Send(
        Lms lms, ToolRegistration? tool, LmsPerson person, string title, LaunchMessage message, LoginMethod method = LoginMethod.Post, string? storage = null)
    {
        if (tool is not { IsComplete: true })
            return RefusedPage.Show(StatusCodes.Status503ServiceUnavailable, "No tool is registered yet", "Ask the administrator to register it.");
        if (message.About(lms, tool, person) is not { } about)
            return RefusedPage.Show(StatusCodes.Status403Forbidden, "You are not enrolled here", "Ask the teacher of this course to enroll you.");
        if (!tool.IsActive)
            return RefusedPage.Show(StatusCodes.Status503ServiceUnavailable, "The tool is not active yet", "Ask the administrator to make it active.");
        if (!tool.Takes(message.Type))
            return RefusedPage.Show(StatusCodes.Status503ServiceUnavailable, "The tool does not offer this", "Ask the administrator what the tool was registered for.");

        var parameters = Parameters(lms, person, about, message.Target(about), lms.Launches.Begin(tool.ClientId, person.Sub, message));
        if (storage is not null)
            parameters = parameters.Append(("lti_storage_target", storage));
        var address = tool.LoginUrl;
        if (method == LoginMethod.Get)
            (address, parameters) = ForGet(address, parameters);
        return FormPostPage.Show($"Opening {title}", $"Open {title}", address, parameters, method);
    }

    static IEnumerable<(string Name, string Value)> Parameters(Lms lms, LmsPerson person, LaunchSubject about, string target, string hint)
    {
        yield return ("iss", lms.Address);
        yield return ("target_link_uri", target);
        yield return ("login_hint", person.Sub);
        yield return ("lti_message_hint", hint);
        if (about.Tool.SendClientId)
            yield return ("client_id", about.Tool.ClientId);
        if (about.Tool.SendDeploymentId)
            yield return ("lti_deployment_id", about.DeploymentId);
        foreach (var (name, value) in about.Tool.LoginParameters)
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
