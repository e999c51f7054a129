namespace LtiMentoring.Lti.Roster;

/// <summary>Where the groups of a course are read (Course Groups Service 1.0, section 3.1).</summary>
/// <param name="Groups">The list of groups; an absolute web address.</param>
/// <param name="Sets">The list of sets that groups are gathered in; an absolute web address, or null when there are no sets.</param>
public sealed record GroupsEndpoint(string Groups, string? Sets)
{
    /// <summary>What a launch says of it; null when it offers no groups, none of version 1.0, or no leave to read them.</summary>
    internal static GroupsEndpoint? Read(Fields claims)
    {
        var claim = claims.Object(Claims.Groups);
        return claim.Address("context_groups_url") is { } groups
            && claim.Texts("service_versions") is var versions && (versions is null || versions.Contains("1.0"))
            && claim.Texts("scope") is var granted && (granted is null || granted.Contains(Scopes.Groups))
            ? new GroupsEndpoint(groups, claim.Address("context_group_sets_url"))
            : null;
    }
}
