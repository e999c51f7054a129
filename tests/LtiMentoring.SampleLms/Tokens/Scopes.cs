using System.Collections.Immutable;

namespace LtiMentoring.SampleLms.Tokens;

public static class Scopes
{
    public const string LineItem = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    public const string LineItemReadOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    public const string ResultReadOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    public const string Score = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    public const string MembershipReadOnly = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    public const string GroupsReadOnly = "https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly";
    public const string NoticeHandlers = "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";

    public static ImmutableArray<string> Grades { get; } = [LineItem, LineItemReadOnly, ResultReadOnly, Score];

    public static ImmutableArray<string> All { get; } = [.. Grades, MembershipReadOnly, GroupsReadOnly, NoticeHandlers];
}
