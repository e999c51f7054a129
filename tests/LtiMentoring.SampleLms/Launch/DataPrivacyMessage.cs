using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Custom;
using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Pages;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>An administrator asks what the tool keeps about people, or about one of them (LTI Data Privacy Launch). It is about no course.</summary>
sealed record DataPrivacyMessage(string Type, string? ForSub) : LaunchMessage(Type)
{
    /// <summary>The message's name in the specification's later text and in its first, which older LMSs send.</summary>
    public static readonly string[] Names = ["LtiDataPrivacyLaunchRequest", "DataPrivacyLaunchRequest"];

    /// <param name="person">Whom it is about; everybody without it.</param>
    /// <param name="named">The name to send; without it the one that the tool was registered for.</param>
    static IResult Begin(HttpContext http, Lms lms, string client, string? person, string? named, string? target) => AdminPages.In(http, lms, admin =>
    {
        if (person is not null && lms.People.Find(person) is null)
            return RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such person here", "Go back to the list of tools.");
        var tool = lms.Tools.Find(client);
        var name = Names.FirstOrDefault(name => named is null ? tool?.Takes(name) ?? false : name == named) ?? Names[0];
        return LoginInitiation.Send(lms, tool, admin, "the tool", new DataPrivacyMessage(name, person) { DocumentTarget = DocumentTargetOf(target) });
    });

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/admin/tools/{client}/privacy/launch", Begin);

    public override LaunchSubject? About(Lms lms, ToolRegistration tool, LmsPerson person) =>
        person.IsAdministrator ? new LaunchSubject(tool, person) : null;

    public override void AddTo(JsonObject claims, Lms lms, LaunchSubject about)
    {
        if (ForSub is not null)
            claims["https://purl.imsglobal.org/spec/lti/claim/for_user"] = ForUser.Of(about.Tool, lms.People[ForSub], []);
    }
}
