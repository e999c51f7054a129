using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Custom;

/// <summary>What a message to a tool is about, as far as it is about anything.</summary>
sealed record LaunchSubject(ToolRegistration Tool, LmsPerson Person, LmsCourse? Course = null, LmsLink? Link = null)
{
    public string DeploymentId => Link?.DeploymentId ?? Tool.Deployments[0];

    public IReadOnlyList<string> Roles { get; init; } = RolesIn(Course, Person);

    /// <summary>Whether the tool may know the person's name and address, as far as it asked for them.</summary>
    public bool IsNamed { get; init; } = true;

    /// <summary>Whether the tool may know who it is at all.</summary>
    public bool IsKnown { get; init; } = true;

    public static IReadOnlyList<string> RolesIn(LmsCourse? course, LmsPerson person) =>
        [.. person.Roles, .. course is not null && course.Members.TryGetValue(person.Sub, out var roles) ? roles : []];
}
