namespace LtiMentoring.Lti.Roster;

/// <summary>One person in a course (NRPS 2.0, section 2.2). Everything but the id may be withheld.</summary>
public sealed record Member
{
    /// <summary>The person, by the platform's own id: the <c>sub</c> of a launch; at most 255 characters.</summary>
    public required string UserId { get; init; }

    /// <summary>Whether the person takes part (section 2.3).</summary>
    public required MemberStatus Status { get; init; }

    /// <summary>The person's roles as full addresses, whichever form was sent (section 2.3). Read them with <see cref="Lti.Roles"/>.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The full name, in the order in which it is written.</summary>
    public string? Name { get; init; }

    /// <summary>How a colleague would call the person.</summary>
    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    /// <summary>Not checked by anybody: never use it to recognise a person.</summary>
    public string? Email { get; init; }

    /// <summary>The person's number in the student information system.</summary>
    public string? SourcedId { get; init; }

    /// <summary>The ids of the course groups that the person is in (Course Groups Service 1.0, section 3.4).</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>How many groups of one person are read.</summary>
    const int MostGroups = 100;

    /// <summary>As a platform sent it, or null when it names nobody.</summary>
    internal static Member? Read(Fields json) => json.Id("user_id") is not { } id ? null : new Member
    {
        UserId = id,
        Status = StatusOf(json.Text("status")),
        Roles = [.. (json.Texts("roles") ?? []).Where(role => role.Length > 0).Select(Lti.Roles.Full).Distinct(StringComparer.Ordinal)],
        Name = json.Text("name"),
        GivenName = json.Text("given_name"),
        FamilyName = json.Text("family_name"),
        Email = json.Text("email"),
        SourcedId = json.Id("lis_person_sourcedid"),
        GroupIds = [.. (json.Objects("group_enrollments") ?? []).Select(group => group.Id("group_id")).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostGroups)],
    };

    /// <summary>Whoever has no status is active (section 2.3); a word that nobody defined must not let anybody in.</summary>
    static MemberStatus StatusOf(string? word) =>
        word is null ? MemberStatus.Active
        : Enum.GetValues<MemberStatus>().Where(status => word.Equals(status.ToString(), StringComparison.OrdinalIgnoreCase))
            .DefaultIfEmpty(MemberStatus.Inactive).First();
}

/// <summary>Whether a person takes part in a course (NRPS 2.0, section 2.3).</summary>
public enum MemberStatus
{
    Active,

    /// <summary>Still on the list, without access.</summary>
    Inactive,

    /// <summary>No longer on the list; told only among differences (section 2.4.3).</summary>
    Deleted,
}
