namespace LtiMentoring.Web.Storage;

/// <summary>One run of a mentor through a role-play, on the publication it began with. Only that mentor reads it.</summary>
public sealed class StoredAttempt : IDistrictRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DistrictId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid PublicationId { get; init; }
    public required string ModuleId { get; init; }
    public required string LessonId { get; init; }
    public required DateTime StartedAt { get; init; }
}

/// <summary>One step of an attempt. Steps are only ever added.</summary>
public sealed class StoredStep : IDistrictRow
{
    public required Guid AttemptId { get; init; }

    /// <summary>From 1, without gaps. Two tabs that add the same number cannot both succeed.</summary>
    public required int Number { get; init; }

    public required Guid DistrictId { get; init; }
    public required StepKind Kind { get; init; }
    public string? SceneId { get; init; }
    public string? ChoiceId { get; init; }
    public int? ToTurn { get; init; }
    public required DateTime At { get; init; }
}

public enum StepKind
{
    Said,
    WentOn,
    Rewound,
}
