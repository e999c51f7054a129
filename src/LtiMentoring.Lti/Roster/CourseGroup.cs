namespace LtiMentoring.Lti.Roster;

/// <summary>A group of people in a course (Course Groups Service 1.0, section 3.2).</summary>
/// <param name="Id">The platform's own id, unique in the course; at most 255 characters. Members name it (<see cref="Member.GroupIds"/>).</param>
/// <param name="Name">What its people call it.</param>
/// <param name="SetId">The set that it belongs to (section 3.3), or null.</param>
public sealed record CourseGroup(string Id, string Name, string? SetId)
{
    /// <summary>As a platform sent it, or null when it has no id. One without a name is called by its id.</summary>
    internal static CourseGroup? Read(Fields json) =>
        json.Id("id") is { } id ? new CourseGroup(id, json.Text("name") ?? id, json.Id("set_id")) : null;
}

/// <summary>A set of groups, such as all cohorts of one year (Course Groups Service 1.0, section 3.3).</summary>
/// <param name="Id">The platform's own id, unique in the course; at most 255 characters.</param>
/// <param name="Name">What it is called.</param>
public sealed record GroupSet(string Id, string Name)
{
    internal static GroupSet? Read(Fields json) =>
        json.Id("id") is { } id && json.Text("name") is { } name ? new GroupSet(id, name) : null;
}
