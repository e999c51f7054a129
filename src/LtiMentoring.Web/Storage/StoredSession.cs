namespace LtiMentoring.Web.Storage;

/// <summary>
/// A launch that was accepted. Its id stands in the address and its key in a cookie; only hashes of both are stored.
/// The row also is the memory of the used nonce.
/// </summary>
public sealed class StoredSession : IDistrictRow
{
    public required string IdHash { get; init; }

    /// <summary>Null when the browser keeps no cookies at all: then the address alone is the key.</summary>
    public required string? KeyHash { get; init; }
    public required string Nonce { get; init; }
    public required Guid DistrictId { get; init; }
    public required Guid RegistrationId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The link that was opened; null when the launch was for something else than the course.</summary>
    public Guid? PlacedLinkId { get; init; }

    /// <summary>What the launch opened. Only the course is for mentors.</summary>
    public SessionPurpose Purpose { get; init; } = SessionPurpose.Course;

    /// <summary>What the purpose needs to know from the launch, as JSON.</summary>
    public string? Request { get; init; }

    public required Role Role { get; init; }

    /// <summary>The language of the screen, as a tag like es-MX.</summary>
    public required string Language { get; set; }

    public required DateTime OpenedAt { get; init; }
    public required DateTime SeenAt { get; set; }
}

/// <summary>What a launch asked for. A session reaches the pages of its own purpose only.</summary>
public enum SessionPurpose
{
    /// <summary>The course (LtiResourceLinkRequest).</summary>
    Course,

    /// <summary>Choosing what to place in an LMS course (LtiDeepLinkingRequest).</summary>
    Place,

    /// <summary>Somebody else's completion, for staff (LtiSubmissionReviewRequest).</summary>
    Review,

    /// <summary>What is kept about people (DataPrivacyLaunchRequest).</summary>
    Privacy,
}
