namespace LtiMentoring.SampleLms.Gradebook;

/// <summary>A column of the gradebook: what the tool sees as a line item.</summary>
public sealed record GradeColumn
{
    public required string Id { get; init; }
    public required string CourseId { get; init; }
    public required string Label { get; init; }
    public decimal Maximum { get; init; } = 100;
    public string? ResourceLinkId { get; init; }
    public string? ResourceId { get; init; }
    public string? Tag { get; init; }
    public string? StartDateTime { get; init; }
    public string? EndDateTime { get; init; }
}
