namespace LtiMentoring.SampleLms.District;

public sealed record LmsPerson(string Sub, string GivenName, string FamilyName)
{
    public string Name => $"{GivenName} {FamilyName}";
    public string? Email { get; init; }
    public string Locale { get; init; } = "en";
    public string SourcedId { get; init; } = "";

    /// <summary>Roles that hold in every course, such as administrator of the institution.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    public bool IsAdministrator => Roles.Contains(District.Roles.InstitutionAdministrator);
}
