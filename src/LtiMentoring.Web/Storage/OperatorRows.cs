namespace LtiMentoring.Web.Storage;

/// <summary>What a one-time link opens.</summary>
public enum LinkPurpose
{
    /// <summary>The operator's pages.</summary>
    Operator,

    /// <summary>The registration of one LMS (LTI Dynamic Registration).</summary>
    Registration,
}

/// <summary>A link that works once. Only the hash of its token is stored.</summary>
public sealed class OneTimeLink
{
    public required string TokenHash { get; init; }
    public required LinkPurpose Purpose { get; init; }
    public required DateTime MadeAt { get; init; }
    public required DateTime EndsAt { get; init; }

    /// <summary>The district that the registered LMS will belong to; null for a new one.</summary>
    public Guid? DistrictId { get; init; }

    /// <summary>When the platform was asked to register us. From then on it may know us even if its answer never arrived.</summary>
    public DateTime? SentAt { get; set; }
    public string? SentTo { get; set; }

    public DateTime? UsedAt { get; set; }

    /// <summary>What came of it.</summary>
    public Guid? RegistrationId { get; set; }
}

/// <summary>An operator's visit, opened by a one-time link. The key lies in a cookie, and only its hash here.</summary>
public sealed class OperatorVisit
{
    public required string KeyHash { get; init; }
    public required DateTime OpenedAt { get; init; }
    public required DateTime SeenAt { get; set; }
}
