namespace LtiMentoring.SampleLms.District;

public static class Roles
{
    public const string Learner = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    public const string Instructor = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";
    public const string InstitutionAdministrator = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator";

    const string Membership = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

    /// <summary>Only roles in a course have a short name.</summary>
    public static string ShortName(string role) =>
        role.StartsWith(Membership, StringComparison.Ordinal) ? role[Membership.Length..] : role;

    public static string FullName(string role) => role.Contains('/') ? role : Membership + role;
}
