using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LtiMentoring.Lti.Grades;

/// <summary>One message to the gradebook about one person (AGS 2.0, section 3.4).</summary>
public sealed record Score
{
    /// <summary>The person, by the platform's own id: the <c>sub</c> of a launch (section 3.4.5).</summary>
    [JsonPropertyName("userId")]
    public required string UserId { get; init; }

    /// <summary>
    /// When it was earned (section 3.4.9); sent in UTC, cut to whole milliseconds. Must be later than that of any message
    /// sent before for this person and line item; Moodle compares whole seconds.
    /// </summary>
    [JsonPropertyName("timestamp"), JsonConverter(typeof(Timestamp))]
    public required DateTimeOffset At { get; init; }

    /// <summary>Points out of <see cref="ScoreMaximum"/>; not negative (section 3.4.4). Null where there is nothing to grade yet.</summary>
    [JsonPropertyName("scoreGiven"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ScoreGiven { get; init; }

    /// <summary>Full marks, in the same points; more than 0. Null without points. The platform scales to the line item's own (section 3.4.4).</summary>
    [JsonPropertyName("scoreMaximum"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ScoreMaximum { get; init; }

    /// <summary>How far the person is (section 3.4.7).</summary>
    [JsonPropertyName("activityProgress")]
    public string ActivityProgress { get; init; } = "Completed";

    /// <summary>How far the grading is (section 3.4.8). Anything but FullyGraded erases a grade in Moodle.</summary>
    [JsonPropertyName("gradingProgress")]
    public string GradingProgress { get; init; } = "FullyGraded";

    /// <summary>What Canvas takes the message for beside a grade; null for its own choice, and of no meaning to other platforms.</summary>
    [JsonPropertyName("https://canvas.instructure.com/lti/submission"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CanvasSubmission? CanvasSubmission { get; init; }

    /// <summary>
    /// UTC with milliseconds: the specification wants a fraction of a second, and platforms differ in how long a one they read.
    /// </summary>
    sealed class Timestamp : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}

/// <summary>Canvas's extension of a score. Without it Canvas shows whoever a message is about as having handed in work.</summary>
/// <param name="IsNew">Whether the message is about work that was handed in.</param>
public sealed record CanvasSubmission([property: JsonPropertyName("new_submission")] bool IsNew);
