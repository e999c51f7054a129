using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Custom;

/// <summary>What a launch is about, as far as it is about anything.</summary>
sealed record LaunchSubject(ToolRegistration Tool, LmsPerson Person, LmsCourse? Course = null, LmsLink? Link = null);

/// <summary>The variables that this LMS puts values for into custom parameters (LTI 1.3 core, appendix B).</summary>
static class Variables
{
    static readonly Dictionary<string, Func<LaunchSubject, string?>> Known = new()
    {
        ["Context.id"] = about => about.Course?.Id,
        ["Context.label"] = about => about.Course?.Label,
        ["Context.title"] = about => about.Course?.Title,
        ["Context.sourcedId"] = about => about.Course?.SourcedId,
        ["Context.id.history"] = about => about.Course is { } course ? string.Join(',', course.History) : null,
        ["ResourceLink.id"] = about => about.Link?.Id,
        ["ResourceLink.title"] = about => about.Link?.Title,
        ["ResourceLink.description"] = about => about.Link?.Description ?? "",
        ["ResourceLink.id.history"] = about => about.Link is { } link ? string.Join(',', link.History) : null,
        ["User.id"] = about => about.Person.Sub,
        ["Person.name.full"] = about => about.Person.Name,
        ["Person.name.given"] = about => about.Person.GivenName,
        ["Person.name.family"] = about => about.Person.FamilyName,
        ["Person.email.primary"] = about => about.Person.Email,
        ["Person.sourcedId"] = about => about.Person.SourcedId,
    };

    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>A variable that the LMS does not know, or that says nothing here, stays as it is written.</summary>
    public static string Fill(string value, LaunchSubject about, Quirks quirks) =>
        value.StartsWith('$') && Known.TryGetValue(value[1..], out var read)
        && !(quirks.Moodle && value == "$ResourceLink.id.history") // Moodle has the history of courses only.
        && read(about) is { } filled ? filled : value;
}
