using LtiMentoring.Lti.DeepLinking;

namespace LtiMentoring.Lti.Launch;

/// <summary>
/// Reads the message in a token whose signature, parties, times and nonce were found good (LTI Core 1.3, section 5). The first
/// claim that does not hold is the refusal.
/// </summary>
static class MessageReader
{
    public static (LaunchMessage? Message, Refused? Refused) Read(Fields claims, Platform platform, LoginState state)
    {
        if (!claims.HasAnyNamed(Claims.Prefix))
            return Refuse(Refusal.NotLti, "no LTI claim in the token");
        if (claims.Text(Claims.Version) is not { } version)
            return Missing(Refusal.VersionMissing, Claims.Version);
        if (version != "1.3.0")
            return Refuse(Refusal.VersionUnsupported, $"version is {Excerpt.Shown(version)}");
        if (claims.Text(Claims.MessageType) is not { } type)
            return Missing(Refusal.MessageTypeMissing, Claims.MessageType);
        if (type is not ("LtiResourceLinkRequest" or "LtiDeepLinkingRequest" or "LtiSubmissionReviewRequest" or "DataPrivacyLaunchRequest" or "LtiDataPrivacyLaunchRequest"))
            return Refuse(Refusal.MessageTypeUnsupported, $"message type is {Excerpt.Shown(type)}");
        if (claims.Id(Claims.DeploymentId) is null)
            return Missing(Refusal.DeploymentMissing, Claims.DeploymentId);
        var target = claims.Text(Claims.TargetLinkUri);
        // Only a link has a place of its own to arrive at; other messages may leave the target to the login.
        if (target is null && type is "LtiResourceLinkRequest" or "LtiSubmissionReviewRequest")
            return Missing(Refusal.TargetMissing, Claims.TargetLinkUri);
        if (target is not null && target != state.TargetLinkUri)
            return Refuse(Refusal.TargetMismatch, $"the login asked for {state.TargetLinkUri}, the message for {Excerpt.Shown(target)}");
        if (claims.Texts(Claims.Roles) is null)
            return Missing(Refusal.RolesMissing, Claims.Roles);
        var (message, refused) = ReadType(type, claims);
        if (message?.Subject is null && refused is null && !(platform.AllowsAnonymous && !claims.Has("sub")))
            return Missing(Refusal.SubjectMissing, "sub");
        return (message, refused);
    }

    static (LaunchMessage? Message, Refused? Refused) ReadType(string type, Fields claims)
    {
        if (type == "LtiDeepLinkingRequest")
        {
            var (settings, refused) = DeepLinkingSettings.Read(claims);
            return (settings is null ? null : new DeepLinkingRequest(claims, settings), refused);
        }
        // Platforms write it with and without the prefix that the other messages have.
        if (type is "DataPrivacyLaunchRequest" or "LtiDataPrivacyLaunchRequest")
            return (new DataPrivacyRequest(claims), null);
        var link = claims.Object(Claims.ResourceLink);
        if (link.Id("id") is not { } id)
            return Missing(Refusal.ResourceLinkMissing, Claims.ResourceLink);
        var placed = new ResourceLink(id, link.Text("title"));
        if (type == "LtiResourceLinkRequest")
            return (new ResourceLinkRequest(claims, placed), null);
        return claims.Object(Claims.ForUser).Id("user_id") is { } forUser
            ? (new SubmissionReviewRequest(claims, placed, forUser), null)
            : Missing(Refusal.ForUserMissing, Claims.ForUser);
    }

    static (LaunchMessage?, Refused?) Missing(Refusal why, string claim) => Refuse(why, $"the claim {claim} is missing or unreadable");

    static (LaunchMessage?, Refused?) Refuse(Refusal why, string detail) => (null, new Refused(why, detail));
}
