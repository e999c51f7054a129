namespace LtiMentoring.Lti.Notices;

/// <summary>Where a tool says which notices it wants, and where to send them (Platform Notification Service 1.0, section 3.1).</summary>
/// <param name="Handlers">The list of this deployment's notice handlers; an absolute web address.</param>
/// <param name="Types">The notices that the platform sends, by name.</param>
public sealed record NoticesEndpoint(string Handlers, IReadOnlyList<string> Types)
{
    /// <summary>What a launch says of it; null when it offers no notices, none of version 1.0, or no leave to ask for them.</summary>
    internal static NoticesEndpoint? Read(Fields claims)
    {
        var claim = claims.Object(Claims.NoticeHandlers);
        return claim.Address("platform_notification_service_url") is { } handlers
            && claim.Texts("service_versions") is var versions && (versions is null || versions.Contains("1.0"))
            && claim.Texts("scope") is var granted && (granted is null || granted.Contains(Scopes.NoticeHandlers))
            ? new NoticesEndpoint(handlers, claim.Texts("notice_types_supported") ?? [])
            : null;
    }
}
