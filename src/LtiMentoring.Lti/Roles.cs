namespace LtiMentoring.Lti;

/// <summary>
/// Reads the roles claim (LTI Core 1.3, section A.2). Full addresses, sub-roles and the short names that some
/// platforms still send are understood; a role that is not known here grants nothing.
/// </summary>
public static class Roles
{
    static readonly string[] CourseAdministrators = ["Administrator", "Manager"];
    const string Vocabulary = "http://purl.imsglobal.org/vocab/lis/v2/";

    /// <summary>The person learns in this course, and has no other part in it.</summary>
    public static bool IsOnlyLearner(IReadOnlyCollection<string> roles) =>
        HasMembership(roles, "Learner") && !IsStaff(roles) && !HasMembership(roles, CourseAdministrators);

    /// <summary>The person teaches, assists or makes content in this course.</summary>
    public static bool IsStaff(IReadOnlyCollection<string> roles) =>
        HasMembership(roles, "Instructor", "ContentDeveloper", "TeachingAssistant");

    /// <summary>The person administers the system, the institution or this course.</summary>
    public static bool IsAdministrator(IReadOnlyCollection<string> roles) =>
        HasMembership(roles, CourseAdministrators)
        || roles.Any(role => role is Vocabulary + "institution/person#Administrator" or Vocabulary + "system/person#Administrator"
            or Vocabulary + "system/person#SysAdmin");

    /// <summary>The person is the platform's own pretend student, in no roster and no gradebook (LTI Core 1.3, section A.2.1).</summary>
    public static bool IsTestUser(IReadOnlyCollection<string> roles) => roles.Contains("http://purl.imsglobal.org/vocab/lti/system/person#TestUser", StringComparer.Ordinal);

    /// <summary>
    /// The same role as a full address: rosters use short names where launches use addresses (LTI Core 1.3, section A.2.3).
    /// </summary>
    public static string Full(string role) => role.Contains(':', StringComparison.Ordinal) ? role : $"{Vocabulary}membership#{role}";

    static bool HasMembership(IReadOnlyCollection<string> roles, params string[] names) =>
        roles.Any(role => names.Contains(Membership(role), StringComparer.Ordinal));

    /// <summary>The principal role within the course that a role address or short name stands for, or null.</summary>
    static string? Membership(string role)
    {
        if (!role.Contains(':', StringComparison.Ordinal))
            return role;
        if (role.StartsWith(Vocabulary + "membership#", StringComparison.Ordinal))
            return role[(Vocabulary + "membership#").Length..];
        // A sub-role names its principal in the path: …/membership/Instructor#TeachingAssistant.
        if (!role.StartsWith(Vocabulary + "membership/", StringComparison.Ordinal))
            return null;
        var rest = role[(Vocabulary + "membership/").Length..];
        var hash = rest.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? rest : rest[..hash];
    }
}
