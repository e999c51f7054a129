namespace LtiMentoring.Lti;

/// <summary>What a tool may ask leave for (AGS 2.0, sections 3.2, 3.3.2 and 3.4.2; NRPS 2.0, section 3.6.1.2).</summary>
public static class Scopes
{
    /// <summary>Find, create, change and delete the line items of this tool.</summary>
    public const string LineItem = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";

    /// <summary>Find line items, and nothing more.</summary>
    public const string LineItemReadOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";

    /// <summary>Post scores.</summary>
    public const string Score = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

    /// <summary>Read the results that stand in the gradebook.</summary>
    public const string ResultReadOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";

    /// <summary>Read who is in a course.</summary>
    public const string Roster = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    /// <summary>Read the groups of a course (Course Groups Service 1.0, section 3.1).</summary>
    public const string Groups = "https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly";

    /// <summary>Say where notices are sent (Platform Notification Service 1.0, section 3.1).</summary>
    public const string NoticeHandlers = "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";
}
