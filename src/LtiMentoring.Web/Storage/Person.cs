namespace LtiMentoring.Web.Storage;

/// <summary>Somebody who launched the tool: one account of one platform in one district.</summary>
public sealed class Person : IDistrictRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DistrictId { get; init; }
    public required string Issuer { get; init; }

    /// <summary>The platform's id for the person; also the user id in the gradebook. Empty for whoever launches without one.</summary>
    public required string Subject { get; init; }

    /// <summary>Nobody in particular: everyone of this platform who launches without an id.</summary>
    public bool IsNobody => Subject.Length == 0;

    /// <summary>Whatever the platform tells; it may tell nothing.</summary>
    public string? Name { get; set; }
    public string? GivenName { get; set; }

    /// <summary>The platform's own pretend student, which is in nobody's roster.</summary>
    public bool IsTest { get; set; }

    /// <summary>A role that an operator or administrator gave, above the one of the launch.</summary>
    public Role? GrantedRole { get; set; }

    /// <summary>The last launch, to the day.</summary>
    public DateTime? SeenAt { get; set; }
}

/// <summary>What a person is here. Taken from each launch and kept with its session, not with the person.</summary>
public enum Role
{
    Mentor,
    Trainer,
    Administrator,
}
