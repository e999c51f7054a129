namespace LtiMentoring.SampleLms.Gradebook;

/// <summary>A column of the gradebook: what the tool sees as a line item.</summary>
public sealed record GradeColumn
{
    public required string Id { get; init; }
    public required string CourseId { get; init; }
    public required string Label { get; init; }
    public decimal Maximum { get; init; } = 100;
    public string? ResourceLinkId { get; init; }

    /// <summary>Whether the LMS made it together with its placed link; tools may bind columns of their own to a link too.</summary>
    public bool CameWithLink { get; init; }
    public string? ResourceId { get; init; }
    public string? Tag { get; init; }
    public string? StartDateTime { get; init; }
    public string? EndDateTime { get; init; }
}
