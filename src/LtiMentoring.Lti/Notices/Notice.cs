namespace LtiMentoring.Lti.Notices;

/// <summary>
/// A verified notice: something that a platform tells while nobody has opened the tool (Platform Notification Service 1.0,
/// section 4). Types that this tool does nothing about are plain notices.
/// </summary>
/// <param name="Type">What it is about.</param>
/// <param name="DeploymentId">Which installation of the tool it is for; at most 255 characters.</param>
/// <param name="Nonce">Unique to this notice: a second one with it is a replay.</param>
public record Notice(string Type, string DeploymentId, string Nonce)
{
    /// <summary>The type of a <see cref="ContextCopyNotice"/>.</summary>
    public const string ContextCopy = "LtiContextCopyNotice";

    /// <summary>A notice that says nothing: sent once when it is asked for, so that both sides see that notices arrive.</summary>
    public const string HelloWorld = "LtiHelloWorldNotice";

    /// <summary>Reads the claims of a token that was found good. Says what is missing when it is not a whole notice.</summary>
    internal static (Notice? Notice, Refused? Refused) Read(Fields claims)
    {
        if (claims.Text(Claims.Version) is not { } version)
            return Refuse(Refusal.VersionMissing, "the notice has no version");
        if (version != "1.3.0")
            return Refuse(Refusal.VersionUnsupported, $"version is {Excerpt.Shown(version)}");
        if (claims.Id(Claims.DeploymentId) is not { } deployment)
            return Refuse(Refusal.DeploymentMissing, "the notice names no deployment");
        if (claims.Id("nonce") is not { } nonce)
            return Refuse(Refusal.NonceMissing, "the notice has no nonce");
        if (claims.Object(Claims.Notice).Id("type") is not { } type)
            return Refuse(Refusal.NoticeIncomplete, "the notice has no type");
        if (type != ContextCopy)
            return (new Notice(type, deployment, nonce), null);
        // A platform may not know where a course was copied from. Then there is nothing to learn, and nothing is wrong.
        return claims.Object(Claims.Context).Id("id") is { } context
            ? (new ContextCopyNotice(deployment, nonce, context, [.. (claims.Texts(Claims.OriginContexts) ?? []).Where(id => id.Length is > 0 and <= 255)]), null)
            : Refuse(Refusal.NoticeIncomplete, "the notice of a copied course names no course");
    }

    static (Notice?, Refused?) Refuse(Refusal why, string detail) => (null, new Refused(why, detail));
}

/// <summary>A course was copied, wholly or in part, into a new one or one that was there.</summary>
/// <param name="DeploymentId">Which installation of the tool it is for.</param>
/// <param name="Nonce">Unique to this notice.</param>
/// <param name="ContextId">The course that holds the copy.</param>
/// <param name="OriginContextIds">The courses that it was copied from; empty when the platform does not say.</param>
public sealed record ContextCopyNotice(string DeploymentId, string Nonce, string ContextId, IReadOnlyList<string> OriginContextIds)
    : Notice(ContextCopy, DeploymentId, Nonce);
