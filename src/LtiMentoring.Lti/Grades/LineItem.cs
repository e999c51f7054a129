using System.Text.Json.Serialization;

namespace LtiMentoring.Lti.Grades;

/// <summary>A column of the gradebook (AGS 2.0, section 3.2).</summary>
public sealed record LineItem
{
    /// <summary>Its address; given by the platform.</summary>
    [JsonPropertyName("id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>What the gradebook shows.</summary>
    [JsonPropertyName("label")]
    public string Label { get; init; } = "";

    /// <summary>What full marks are; more than 0.</summary>
    [JsonPropertyName("scoreMaximum")]
    public double ScoreMaximum { get; init; } = 1;

    /// <summary>The tool's own name for what is graded.</summary>
    [JsonPropertyName("resourceId"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ResourceId { get; init; }

    /// <summary>What kind of grade it is, among several for one thing.</summary>
    [JsonPropertyName("tag"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tag { get; init; }

    /// <summary>The resource link that the column belongs to.</summary>
    [JsonPropertyName("resourceLinkId"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ResourceLinkId { get; init; }
}
