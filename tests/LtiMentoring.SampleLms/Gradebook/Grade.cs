using System.Text.Json.Serialization;

namespace LtiMentoring.SampleLms.Gradebook;

/// <summary>What one column holds for one person. A score that was cleared leaves its time behind: an older one stays refused.</summary>
public sealed record Grade
{
    public required string ColumnId { get; init; }
    public required string Sub { get; init; }
    public decimal? Score { get; init; }
    public decimal Maximum { get; init; }
    public required string ActivityProgress { get; init; }
    public required string GradingProgress { get; init; }
    public string? Comment { get; init; }
    public required DateTimeOffset Timestamp { get; init; }

    [JsonIgnore]
    public string Id => IdOf(ColumnId, Sub);

    [JsonIgnore]
    public bool IsComplete => ActivityProgress == "Completed" && Score is { } score && score >= Maximum;

    public static string IdOf(string columnId, string sub) => $"{columnId}/{sub}";
}
