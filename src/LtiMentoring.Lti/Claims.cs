namespace LtiMentoring.Lti;

/// <summary>Names of the claims in an LTI message (LTI Core 1.3, section 5.3 and appendix; AGS 2.0, section 3.1; NRPS 2.0, section 3.6.1.1).</summary>
public static class Claims
{
    const string Core = "https://purl.imsglobal.org/spec/lti/claim/";

    /// <summary>Every claim of LTI itself begins with this.</summary>
    public const string Prefix = "https://purl.imsglobal.org/spec/lti";

    public const string MessageType = Core + "message_type";
    public const string Version = Core + "version";
    public const string DeploymentId = Core + "deployment_id";
    public const string TargetLinkUri = Core + "target_link_uri";
    public const string ResourceLink = Core + "resource_link";
    public const string Context = Core + "context";
    public const string Roles = Core + "roles";
    public const string LaunchPresentation = Core + "launch_presentation";
    public const string ToolPlatform = Core + "tool_platform";
    public const string Custom = Core + "custom";
    public const string Grades = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    public const string Roster = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
}
