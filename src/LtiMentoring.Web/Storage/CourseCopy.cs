namespace LtiMentoring.Web.Storage;

/// <summary>That a platform told of a course which was copied from another, both by the platform's names.</summary>
public sealed class CourseCopy : IDistrictRow
{
    public required Guid DistrictId { get; init; }
    public required Guid DeploymentId { get; init; }
    public required string ContextId { get; init; }
    public required string OriginId { get; init; }
    public required DateTime ToldAt { get; init; }
}

/// <summary>That a notice was taken, so that it is not taken again.</summary>
public sealed class ReceivedNotice
{
    public required Guid RegistrationId { get; init; }
    public required string NonceHash { get; init; }
    public required DateTime ReceivedAt { get; init; }
}
