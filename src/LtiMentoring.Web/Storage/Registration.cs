using LtiMentoring.Lti;

namespace LtiMentoring.Web.Storage;

/// <summary>A platform (LMS) that knows this tool under one client id. It may serve several districts.</summary>
public sealed class Registration
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public required string Issuer { get; init; }
    public required string ClientId { get; init; }
    public required string AuthorizationEndpoint { get; set; }
    public required string TokenEndpoint { get; set; }
    public required string JwksUri { get; set; }

    /// <summary>Who may show this tool in a frame: origins, separated by spaces.</summary>
    public required string FrameOrigins { get; set; }

    public bool Disabled { get; set; }

    /// <summary>The kind of LMS, as it names itself at registration, such as moodle or canvas; it decides which help is shown.</summary>
    public string? Family { get; set; }

    /// <summary>Whom a request for an access token addresses, where that is not the token endpoint.</summary>
    public string? TokenAudience { get; set; }

    /// <summary>Whether the gradebook is told that somebody has begun.</summary>
    public bool TellsStarted { get; set; }

    /// <summary>Whether launches are accepted that name no person. They see the course as a preview.</summary>
    public bool AllowsAnonymous { get; set; }

    /// <summary>Null for one that was there before this was written down.</summary>
    public DateTime? RegisteredAt { get; init; }

    public DateTime? LastLaunchAt { get; set; }

    /// <summary>The last launch that was refused: its name and detail, and when.</summary>
    public string? LastRefusal { get; set; }
    public DateTime? LastRefusedAt { get; set; }

    /// <summary>Whether nothing has worked since.</summary>
    public bool IsRefusedLast => LastRefusedAt > (LastLaunchAt ?? DateTime.MinValue);

    public Platform ToPlatform() => new(Id, Issuer, ClientId, AuthorizationEndpoint, TokenEndpoint, JwksUri)
    {
        TokenAudience = TokenAudience, AllowsAnonymous = AllowsAnonymous,
    };
}

/// <summary>One installation of the tool within a platform; it decides the district.</summary>
public sealed class Deployment : IDueRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DistrictId { get; init; }
    public required Guid RegistrationId { get; init; }

    /// <summary>The platform's name for it.</summary>
    public required string DeploymentId { get; init; }

    /// <summary>Where the platform is asked to tell of copied courses; null where it does not tell.</summary>
    public string? NoticeHandlers { get; set; }

    /// <summary>The address of ours to which it tells, once it agreed.</summary>
    public string? NoticeHandler { get; set; }

    /// <summary>When the platform is to be asked for it, or asked again.</summary>
    public DateTime? DueAt { get; set; }
    public int NoticesTries { get; set; }

    /// <summary>The platform's own words where it did not agree.</summary>
    public string? NoticesFailure { get; set; }

    /// <summary>When it last told something.</summary>
    public DateTime? NoticeReceivedAt { get; set; }
}

/// <summary>A deployment that launched and that nobody has given to a district yet. Its people are told to wait.</summary>
public sealed class PendingDeployment
{
    /// <summary>So many of one platform wait at most.</summary>
    public const int Most = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid RegistrationId { get; init; }
    public required string DeploymentId { get; init; }

    /// <summary>What the first launch said about the platform and the course, for whoever decides.</summary>
    public string? Described { get; set; }

    public required DateTime FirstSeenAt { get; init; }
    public required DateTime SeenAt { get; set; }
}
