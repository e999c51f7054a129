using System.Text.Json;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Gradebook;

namespace LtiMentoring.SampleLms.Grades;

/// <summary>A grade column as AGS 2.0 writes it.</summary>
static class LineItemJson
{
    public static JsonObject Write(Lms lms, GradeColumn column)
    {
        var json = new JsonObject
        {
            ["id"] = GradeAddresses.Of(lms, column),
            ["label"] = column.Label,
            ["scoreMaximum"] = column.Maximum,
            ["resourceId"] = column.ResourceId,
            ["tag"] = column.Tag,
            ["resourceLinkId"] = column.ResourceLinkId,
            ["ltiLinkId"] = lms.Quirks.Moodle && column.CameWithLink ? column.ResourceLinkId : null,
            ["startDateTime"] = column.StartDateTime,
            ["endDateTime"] = column.EndDateTime,
        };
        foreach (var absent in json.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray())
            json.Remove(absent);
        return json;
    }

    /// <returns>The column changed to what the body says, or null when it lacks a label or a maximum.</returns>
    public static GradeColumn? Read(JsonElement body, GradeColumn column) =>
        body.Text("label") is { Length: > 0 } label && body.Number("scoreMaximum") is { } maximum and > 0
            ? column with
            {
                Label = label,
                Maximum = maximum,
                ResourceLinkId = body.Text("resourceLinkId"),
                ResourceId = body.Text("resourceId"),
                Tag = body.Text("tag"),
                StartDateTime = body.Text("startDateTime"),
                EndDateTime = body.Text("endDateTime"),
            }
            : null;
}
