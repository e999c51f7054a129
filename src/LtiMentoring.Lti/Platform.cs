namespace LtiMentoring.Lti;

/// <summary>
/// One registration of this tool with one platform (LTI Core 1.3, section 3.1.3; Security Framework 1.0, section 4).
/// Two registrations under one issuer differ in their client id.
/// </summary>
/// <param name="Id">Our own name for the registration.</param>
/// <param name="Issuer">The platform's issuer, compared letter by letter.</param>
/// <param name="ClientId">What the platform calls this tool.</param>
/// <param name="AuthorizationEndpoint">Where a login is sent.</param>
/// <param name="TokenEndpoint">Where access tokens are granted; also the audience of our assertion.</param>
/// <param name="JwksUri">Where the platform publishes its keys.</param>
public sealed record Platform(
    Guid Id, string Issuer, string ClientId, string AuthorizationEndpoint, string TokenEndpoint, string JwksUri)
{
    /// <summary>Whom a request for an access token addresses, where that is not <see cref="TokenEndpoint"/>, as on Brightspace.</summary>
    public string? TokenAudience { get; init; }

    /// <summary>Whether messages are accepted that name no person (LTI Core 1.3, section 5.3.6.1).</summary>
    public bool AllowsAnonymous { get; init; }
}
