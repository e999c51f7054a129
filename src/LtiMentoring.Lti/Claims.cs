namespace LtiMentoring.Lti;

/// <summary>Names of the claims in an LTI message (LTI Core 1.3, section 5.3 and appendix; AGS 2.0, section 3.1; and the services beside it).</summary>
public static class Claims
{
    const string Core = "https://purl.imsglobal.org/spec/lti/claim/";

    /// <summary>Every claim of LTI itself begins with this.</summary>
    public const string Prefix = "https://purl.imsglobal.org/spec/lti";

    /// <summary>What kind of message it is (section 5.3.1).</summary>
    public const string MessageType = Core + "message_type";

    /// <summary>The version of LTI: 1.3.0 (section 5.3.2).</summary>
    public const string Version = Core + "version";

    /// <summary>Which installation of the tool on the platform (section 5.3.3).</summary>
    public const string DeploymentId = Core + "deployment_id";

    /// <summary>Where the person is to arrive (section 5.3.4).</summary>
    public const string TargetLinkUri = Core + "target_link_uri";

    /// <summary>The place in the course (section 5.3.5).</summary>
    public const string ResourceLink = Core + "resource_link";

    /// <summary>The course (section 5.4.1).</summary>
    public const string Context = Core + "context";

    /// <summary>What the person is in the course, the institution and the system (section 5.3.7).</summary>
    public const string Roles = Core + "roles";

    /// <summary>How the platform shows the tool (section 5.4.4).</summary>
    public const string LaunchPresentation = Core + "launch_presentation";

    /// <summary>Custom parameters (section 5.4.6).</summary>
    public const string Custom = Core + "custom";

    /// <summary>Whom a message is about, when that is not the person who sends it (Submission Review 1.0, section 4.1).</summary>
    public const string ForUser = Core + "for_user";

    const string DeepLinking = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    /// <summary>What may be placed, and where the choice is returned to (Deep Linking 2.0, section 4.4.1).</summary>
    public const string DeepLinkingSettings = DeepLinking + "deep_linking_settings";

    /// <summary>What the platform gave for itself, returned as it was (Deep Linking 2.0, section 4.5.5).</summary>
    public const string DeepLinkingData = DeepLinking + "data";

    /// <summary>What was chosen (Deep Linking 2.0, section 4.5.4).</summary>
    public const string ContentItems = DeepLinking + "content_items";

    /// <summary>Where grades go (AGS 2.0, section 3.1).</summary>
    public const string Grades = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

    /// <summary>Where the course's roster is read (NRPS 2.0, section 3.6.1.1).</summary>
    public const string Roster = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

    /// <summary>Where the course's groups are read (Course Groups Service 1.0, section 3.1).</summary>
    public const string Groups = "https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice";

    /// <summary>Where the tool says of what it wants to be notified (Platform Notification Service 1.0, section 3.1).</summary>
    public const string NoticeHandlers = Core + "platformnotificationservice";

    /// <summary>What a notice is about (Platform Notification Service 1.0, section 4).</summary>
    public const string Notice = Core + "notice";

    /// <summary>The courses that a course was copied from (Platform Notification Service 1.0, the context copy notice).</summary>
    public const string OriginContexts = Core + "origin_contexts";
}
