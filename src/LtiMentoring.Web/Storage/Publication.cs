namespace LtiMentoring.Web.Storage;

/// <summary>A course as it was published to a district: numbered, and never changed again.</summary>
public sealed class Publication : IDistrictRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DistrictId { get; init; }
    public required string CourseId { get; init; }
    public required int Number { get; init; }

    /// <summary>The whole course as one JSON document.</summary>
    public required string Document { get; init; }

    /// <summary>The hash of the document, to see at a glance whether the shipped course differs.</summary>
    public required string Hash { get; init; }

    public required DateTime PublishedAt { get; init; }
}
