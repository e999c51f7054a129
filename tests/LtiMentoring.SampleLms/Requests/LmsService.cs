namespace LtiMentoring.SampleLms.Requests;

/// <summary>The parts of the LMS that a tool talks to. Faults are set, and requests told apart, by these.</summary>
public enum LmsService
{
    Discovery,
    Registration,
    Jwks,
    Authorization,
    Token,
    LineItems,
    Scores,
    Results,
    Roster,
    Groups,
    NoticeHandlers,
}

static class LmsServices
{
    public static LmsService? Of(PathString path) => path.Value switch
    {
        "/.well-known/openid-configuration" => LmsService.Discovery,
        "/lti/register" => LmsService.Registration,
        "/lti/jwks" => LmsService.Jwks,
        "/lti/authorize" => LmsService.Authorization,
        "/lti/token" => LmsService.Token,
        { } grades when grades.StartsWith("/lti/ags/", StringComparison.Ordinal) =>
            grades.EndsWith("/scores", StringComparison.Ordinal) ? LmsService.Scores
            : grades.EndsWith("/results", StringComparison.Ordinal) ? LmsService.Results
            : LmsService.LineItems,
        { } roster when roster.StartsWith("/lti/nrps/", StringComparison.Ordinal) => LmsService.Roster,
        { } groups when groups.StartsWith("/lti/groups/", StringComparison.Ordinal) => LmsService.Groups,
        { } handlers when handlers.StartsWith("/lti/notice-handlers/", StringComparison.Ordinal) => LmsService.NoticeHandlers,
        _ => null,
    };
}
