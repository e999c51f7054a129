using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LtiMentoring.SampleLms.Grades;

/// <summary>A score as AGS 2.0 defines it. <see cref="RawTimestamp"/> keeps the tool's own spelling.</summary>
public sealed partial record ScoreMessage(
    string UserId, decimal? ScoreGiven, decimal? ScoreMaximum, string ActivityProgress, string GradingProgress,
    DateTimeOffset Timestamp, string RawTimestamp, string? Comment)
{
    static readonly string[] Activity = ["Initialized", "Started", "InProgress", "Submitted", "Completed"];
    static readonly string[] Grading = ["FullyGraded", "Pending", "PendingManual", "Failed", "NotReady"];

    public bool IsFinal => GradingProgress == "FullyGraded" && ScoreGiven is not null;

    /// <summary>Null and a reason when the specification would not call it a score.</summary>
    internal static ScoreMessage? Read(JsonElement? body, out string wrong)
    {
        wrong = "The body is not a JSON object.";
        if (body is not { } json)
            return null;

        var timestamp = json.Text("timestamp") ?? "";
        wrong = Wrong(json, timestamp) ?? "";
        return wrong.Length > 0 ? null : new ScoreMessage(
            json.Text("userId")!, json.Number("scoreGiven"), json.Number("scoreMaximum"), json.Text("activityProgress")!,
            json.Text("gradingProgress")!, Parse(timestamp)!.Value, timestamp, json.Text("comment"));
    }

    static string? Wrong(JsonElement json, string timestamp) =>
        string.IsNullOrEmpty(json.Text("userId")) ? "userId is missing."
        : Parse(timestamp) is null ? "timestamp must be an ISO 8601 time with an offset."
        : !Activity.Contains(json.Text("activityProgress")) ? "activityProgress is missing or unknown."
        : !Grading.Contains(json.Text("gradingProgress")) ? "gradingProgress is missing or unknown."
        : !json.Lacks("comment") && json.Text("comment") is null ? "comment must be text."
        : json.Lacks("scoreGiven") ? null
        : json.Number("scoreGiven") is not >= 0 ? "scoreGiven must be a number, 0 or more."
        : json.Number("scoreMaximum") is not > 0 ? "scoreMaximum must be above 0 when there is a scoreGiven."
        : null;

    static DateTimeOffset? Parse(string text) =>
        Iso8601().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Iso8601();
}
