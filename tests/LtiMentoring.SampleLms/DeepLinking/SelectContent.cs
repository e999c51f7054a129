using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Launch;
using LtiMentoring.SampleLms.Pages;

namespace LtiMentoring.SampleLms.DeepLinking;

/// <summary>Begins a deep linking request. The query says how it is made, because LMSs differ in all of it.</summary>
static class SelectContent
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/courses/{course}/select-content", Begin);

    /// <param name="client">The tool; the first one without it.</param>
    /// <param name="multiple">true, false, text-true, text-false or absent.</param>
    /// <param name="lineitem">true, false or absent.</param>
    /// <param name="types">The accepted types, with commas between them.</param>
    /// <param name="data">off sends none.</param>
    static IResult Begin(
        HttpContext http, Lms lms, string course, string? client, string? multiple, string? lineitem, string? types, string? data, string? target) =>
        CoursePages.Staffed(http, lms, course, (person, found) =>
        {
            var tool = client is null ? lms.Tools.FirstOrDefault() : lms.Tools.Find(client);
            var request = new DeepLinkingRequest(
                DeepLinkingRequest.NewId(), tool?.ClientId ?? "", found.Id,
                [.. (types ?? "ltiResourceLink").Split(',', StringSplitOptions.RemoveEmptyEntries)],
                Multiple(multiple ?? "true"), lineitem == "absent" ? null : lineitem != "false",
                data == "off" ? null : DeepLinkingRequest.NewData())
            {
                DocumentTarget = LaunchMessage.DocumentTargetOf(target),
            };
            lms.Selections.Begin(request);
            return LoginInitiation.Send(lms, tool, person, "the tool", request);
        });

    static JsonValue? Multiple(string asked) => asked switch
    {
        "absent" => null,
        "text-true" => JsonValue.Create("true"),
        "text-false" => JsonValue.Create("false"),
        _ => JsonValue.Create(asked == "true"),
    };
}
