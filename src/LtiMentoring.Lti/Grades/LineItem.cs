using System.Text.Json.Serialization;

namespace LtiMentoring.Lti.Grades;

/// <summary>A column of the gradebook (AGS 2.0, section 3.2).</summary>
public sealed record LineItem
{
    /// <summary>Its address; given by the platform (section 3.2.3). Null in one that is to be made.</summary>
    [JsonPropertyName("id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>What the gradebook shows; not blank in one that is to be made (section 3.2.7).</summary>
    [JsonPropertyName("label")]
    public string Label { get; init; } = "";

    /// <summary>What full marks are, in points; more than 0 (section 3.2.8).</summary>
    [JsonPropertyName("scoreMaximum")]
    public double ScoreMaximum { get; init; } = 1;

    /// <summary>The tool's own name for what is graded; kept when a course is copied (section 3.2.10).</summary>
    [JsonPropertyName("resourceId"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ResourceId { get; init; }

    /// <summary>What kind of grade it is, among several for one thing (section 3.2.11).</summary>
    [JsonPropertyName("tag"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tag { get; init; }

    /// <summary>The resource link that the column belongs to: one that this course launched before (section 3.2.9).</summary>
    [JsonPropertyName("resourceLinkId"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ResourceLinkId { get; init; }

    /// <summary>As a platform sent it. An address to which nothing can be sent counts as none.</summary>
    internal static LineItem Read(Fields json) => new()
    {
        Id = json.Address("id"),
        Label = json.Text("label") ?? "",
        ScoreMaximum = json.Number("scoreMaximum") is > 0 and var maximum ? maximum : 1,
        ResourceId = json.Text("resourceId"),
        Tag = json.Text("tag"),
        ResourceLinkId = json.Text("resourceLinkId"),
    };
}
