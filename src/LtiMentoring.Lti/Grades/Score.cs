using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LtiMentoring.Lti.Grades;

/// <summary>One message to the gradebook about one person (AGS 2.0, section 3.4).</summary>
public sealed record Score
{
    /// <summary>The person, by the platform's own id: the <c>sub</c> of a launch.</summary>
    [JsonPropertyName("userId")]
    public required string UserId { get; init; }

    /// <summary>When it was earned. Must be later than that of any message sent before for this person and line item.</summary>
    [JsonPropertyName("timestamp"), JsonConverter(typeof(Timestamp))]
    public required DateTimeOffset At { get; init; }

    [JsonPropertyName("scoreGiven")]
    public required double ScoreGiven { get; init; }

    [JsonPropertyName("scoreMaximum")]
    public required double ScoreMaximum { get; init; }

    /// <summary>How far the person is (section 3.4.4).</summary>
    [JsonPropertyName("activityProgress")]
    public string ActivityProgress { get; init; } = "Completed";

    /// <summary>How far the grading is (section 3.4.5). Anything but FullyGraded erases a grade in Moodle.</summary>
    [JsonPropertyName("gradingProgress")]
    public string GradingProgress { get; init; } = "FullyGraded";

    /// <summary>UTC with milliseconds: platforms differ in what else they read.</summary>
    sealed class Timestamp : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}

/// <summary>What stands in the gradebook for one person (AGS 2.0, section 3.3).</summary>
/// <param name="ResultScore">Null when there is no grade, or when one was erased.</param>
/// <param name="ResultMaximum">What full marks are.</param>
public sealed record Result(
    [property: JsonPropertyName("userId")] string? UserId,
    [property: JsonPropertyName("resultScore")] double? ResultScore,
    [property: JsonPropertyName("resultMaximum")] double? ResultMaximum)
{
    /// <summary>Whether this is as much as the column can show.</summary>
    public bool IsFullMarks => ResultScore is { } score && score >= (ResultMaximum ?? 1);
}
