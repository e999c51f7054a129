using LtiMentoring.SampleLms.Custom;
using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Pages;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>The second step of a launch: the tool has sent the browser back, and the LMS answers with a signed id_token.</summary>
static class AuthorizationEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/lti/authorize", ["GET", "POST"], Answer);

    static async Task<IResult> Answer(HttpContext http, Lms lms)
    {
        var request = await AuthorizationRequest.Read(http.Request);

        // Until these two are known to be the tool's own, nothing may be posted anywhere.
        if (lms.Tools.Find(request.ClientId) is not { } tool)
            return Refuse("This tool is not registered here", $"No tool has the client id “{request.ClientId}”.");
        if (!tool.RedirectUrls.Contains(request.RedirectUri))
            return Refuse("This address is not registered here", $"The tool asked to be answered at “{request.RedirectUri}”.");

        if (request.Wrong() is var (error, description))
            return Post(request, [("error", error), ("error_description", description)]);
        if (lms.Sessions.Person(http) is not { } person)
            return Post(request, [("error", "login_required"), ("error_description", "Nobody is signed in to the LMS.")]);
        if (person.Sub != request.LoginHint)
            return Post(request, [("error", "login_required"), ("error_description", "Somebody else is signed in to the LMS.")]);
        if (lms.Launches.Finish(request.MessageHint) is not { } ticket || ticket.Sub != person.Sub || ticket.ClientId != tool.ClientId)
            return Refuse("This launch was used before", "Go back to the course and open the activity again.");
        if (ticket.Message.About(lms, tool, person) is not { } about)
            return Post(request, [("error", "access_denied"), ("error_description", "This activity is not open to this person any more.")]);

        return Post(request, [("id_token", IdToken(lms, request, ticket.Message, about))]);
    }

    static string IdToken(Lms lms, AuthorizationRequest request, LaunchMessage message, LaunchSubject about)
    {
        var payload = LaunchClaims.Of(lms, message, about);
        payload["nonce"] = request.Nonce;
        var draft = new IdTokenDraft(lms.Keys.Current, payload);
        lms.Shapes.Apply(draft);
        return draft.Write();
    }

    static IResult Post(AuthorizationRequest request, IEnumerable<(string, string)> fields) => FormPostPage.Show(
        "Opening the tool", "Continue to the tool", request.RedirectUri,
        request.State.Length == 0 ? fields : fields.Append(("state", request.State)), LoginMethod.Post);

    static IResult Refuse(string heading, string words) => RefusedPage.Show(StatusCodes.Status400BadRequest, heading, words);
}
