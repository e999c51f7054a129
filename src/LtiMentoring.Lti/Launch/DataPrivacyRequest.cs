namespace LtiMentoring.Lti.Launch;

/// <summary>
/// An administrator asks what the tool keeps about people (DataPrivacyLaunchRequest: LTI Data Privacy Launch 1.0, section 3).
/// It belongs to no course and no link.
/// </summary>
public sealed record DataPrivacyRequest : LaunchMessage
{
    internal DataPrivacyRequest(Fields claims) : base(claims) => ForUser = claims.Object(Claims.ForUser).Id("user_id");

    /// <summary>Whom it is about, by the platform's own id; null when it is about everybody. At most 255 characters.</summary>
    public string? ForUser { get; }
}
