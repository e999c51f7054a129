using System.Collections.Immutable;
using System.Text.Json;

using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Grades;

namespace LtiMentoring.SampleLms.DeepLinking;

/// <summary>Makes activities of the items that a tool sent. What is no activity stays in the answer only.</summary>
static class Placing
{
    public static ImmutableArray<string> Place(Lms lms, DeepLinkingRequest request, ToolRegistration tool, JsonElement[] items) =>
        [.. items.Where(item => item.Text("type") == "ltiResourceLink").Select(item => Place(lms, request, tool, item).Id)];

    static LmsLink Place(Lms lms, DeepLinkingRequest request, ToolRegistration tool, JsonElement item)
    {
        var link = lms.Links.Put(new LmsLink(lms.NewLinkId(), request.CourseId, Filled(item, "title") ?? tool.Name)
        {
            Description = Filled(item, "text"),
            ClientId = tool.ClientId,
            TargetLinkUrl = item.Text("url"),
            DeploymentId = tool.Deployments[0],
            Starts = Time(item, "available", "startDateTime"),
            Ends = Time(item, "submission", "endDateTime"),
            Custom = item.Lacks("custom")
                ? ImmutableSortedDictionary<string, string>.Empty
                : item.GetProperty("custom").EnumerateObject().ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value.GetString()!),
        });
        if (!item.Lacks("lineItem"))
            AddColumn(lms, link, item.GetProperty("lineItem"));
        return link;
    }

    static void AddColumn(Lms lms, LmsLink link, JsonElement lineItem) => lms.AddColumn(id => new GradeColumn
    {
        Id = id,
        CourseId = link.CourseId,
        Label = Filled(lineItem, "label") ?? link.Title,
        Maximum = lineItem.Number("scoreMaximum")!.Value,
        ResourceLinkId = link.Id,
        CameWithLink = true,
        ResourceId = lineItem.Text("resourceId"),
        Tag = lineItem.Text("tag"),
        StartDateTime = link.Starts,
        EndDateTime = link.Ends,
    });

    static string? Filled(JsonElement json, string name) => json.Text(name) is { Length: > 0 } text ? text : null;

    static string? Time(JsonElement item, string part, string name) => item.Lacks(part) ? null : item.GetProperty(part).Text(name);
}
