namespace LtiMentoring.Lti.Launch;

/// <summary>
/// Somebody asks, from the gradebook, for what stands behind one person's grade (LtiSubmissionReviewRequest: Submission
/// Review 1.0, section 4).
/// </summary>
public sealed record SubmissionReviewRequest : LaunchMessage
{
    internal SubmissionReviewRequest(Fields claims, ResourceLink link, string forUser) : base(claims) => (ResourceLink, ForUser) = (link, forUser);

    /// <summary>The link whose column it is.</summary>
    public ResourceLink ResourceLink { get; }

    /// <summary>Whose grade it is, by the platform's own id (section 4.1); at most 255 characters.</summary>
    public string ForUser { get; }
}
