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

    public Platform ToPlatform() => new(Id, Issuer, ClientId, AuthorizationEndpoint, TokenEndpoint, JwksUri);
}

/// <summary>One installation of the tool within a platform; it decides the district.</summary>
public sealed class Deployment : IDistrictRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DistrictId { get; init; }
    public required Guid RegistrationId { get; init; }

    /// <summary>The platform's name for it.</summary>
    public required string DeploymentId { get; init; }
}
