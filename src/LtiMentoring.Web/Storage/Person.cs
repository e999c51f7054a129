namespace LtiMentoring.Web.Storage;

/// <summary>Somebody who launched the tool: one account of one platform in one district.</summary>
public sealed class Person : IDistrictRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DistrictId { get; init; }
    public required string Issuer { get; init; }

    /// <summary>The platform's id for the person; also the user id in the gradebook.</summary>
    public required string Subject { get; init; }

    /// <summary>Whatever the platform tells; it may tell nothing.</summary>
    public string? Name { get; set; }
    public string? GivenName { get; set; }
}

/// <summary>What a person is here. Taken from each launch and kept with its session, not with the person.</summary>
public enum Role
{
    Mentor,
    Trainer,
    Administrator,
}
