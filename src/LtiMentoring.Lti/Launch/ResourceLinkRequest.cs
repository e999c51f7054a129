namespace LtiMentoring.Lti.Launch;

/// <summary>Somebody opened a link in a course (LtiResourceLinkRequest: LTI Core 1.3, section 5).</summary>
public sealed record ResourceLinkRequest : LaunchMessage
{
    internal ResourceLinkRequest(Fields claims, ResourceLink link) : base(claims) => ResourceLink = link;

    /// <summary>The place in the course that was opened (section 5.3.5).</summary>
    public ResourceLink ResourceLink { get; }
}
