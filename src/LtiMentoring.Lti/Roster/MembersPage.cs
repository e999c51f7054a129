using LtiMentoring.Lti.Services;

namespace LtiMentoring.Lti.Roster;

/// <summary>A part of a roster, or why the rest of it could not be read.</summary>
/// <param name="Members">The people on this page; empty when it could not be read.</param>
/// <param name="Answer">The platform's answer. Its body is left out when the page could be read.</param>
public sealed record MembersPage(IReadOnlyList<Member> Members, Answer Answer)
{
    /// <summary>
    /// Whether the roster ends here and was read in full. Only then may anything be concluded about people who were not in it.
    /// </summary>
    public bool IsEnd => Answer.Succeeded && Answer.Next is null;
}
