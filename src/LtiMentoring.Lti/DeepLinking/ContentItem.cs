using System.Text.Json.Serialization;

namespace LtiMentoring.Lti.DeepLinking;

/// <summary>A link to this tool that a platform is to place (Deep Linking 2.0, section 3.3: <c>ltiResourceLink</c>).</summary>
public sealed record ContentItem
{
    [JsonPropertyName("type")]
    public string Type { get; } = DeepLinkingSettings.ResourceLinkType;

    /// <summary>Where the link leads; without it, to the tool's registered target.</summary>
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    /// <summary>What people will read on the course page.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>A sentence about it.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>Parameters that come back in every launch of the link, also from copies of it. Values may be variables.</summary>
    [JsonPropertyName("custom")]
    public required IReadOnlyDictionary<string, string> Custom { get; init; }

    /// <summary>The column to make along with the link.</summary>
    [JsonPropertyName("lineItem")]
    public ContentItemColumn? LineItem { get; init; }

    /// <summary>Until when it is to be done.</summary>
    [JsonPropertyName("submission")]
    public ContentItemTime? Submission { get; init; }
}

/// <summary>A column that a platform is to make (Deep Linking 2.0, section 3.3, <c>lineItem</c>; AGS 2.0, section 3.2.2).</summary>
/// <param name="Label">What the gradebook calls it.</param>
/// <param name="ScoreMaximum">Full marks; more than 0.</param>
/// <param name="ResourceId">What it is about, by our own name.</param>
/// <param name="Tag">Which of the columns about it this one is.</param>
public sealed record ContentItemColumn(
    [property: JsonPropertyName("label")] string Label,
    [property: JsonPropertyName("scoreMaximum")] double ScoreMaximum,
    [property: JsonPropertyName("resourceId")] string ResourceId,
    [property: JsonPropertyName("tag")] string Tag);

/// <summary>A span of time (Deep Linking 2.0, section 3.3, <c>submission</c>).</summary>
/// <param name="EndDateTime">When it ends, in ISO 8601 with a time zone.</param>
public sealed record ContentItemTime([property: JsonPropertyName("endDateTime")] DateTimeOffset EndDateTime);
