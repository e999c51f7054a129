using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Custom;

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
        ["ResourceLink.description"] = about => about.Link is { } link ? link.Description ?? "" : null,
        ["ResourceLink.id.history"] = about => about.Link is { } link ? string.Join(',', link.History) : null,
        ["ResourceLink.available.startDateTime"] = about => about.Link is { } link ? link.Starts ?? "" : null,
        ["ResourceLink.submission.endDateTime"] = about => about.Link is { } link ? link.Ends ?? "" : null,
        ["User.id"] = about => about.IsKnown ? about.Person.Sub : null,
        ["Person.name.full"] = about => about.IsNamed ? about.Person.Name : null,
        ["Person.name.given"] = about => about.IsNamed ? about.Person.GivenName : null,
        ["Person.name.family"] = about => about.IsNamed ? about.Person.FamilyName : null,
        ["Person.email.primary"] = about => about.IsNamed ? about.Person.Email : null,
        ["Person.sourcedId"] = about => about.IsKnown ? about.Person.SourcedId : null,
    };

    static readonly string[] NotInMoodle = ["ResourceLink.id.history", "ResourceLink.available.startDateTime", "ResourceLink.submission.endDateTime"];

    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>A variable that the LMS does not know, or that says nothing here, stays as it is written; Moodle then says null.</summary>
    public static JsonNode? Fill(string value, LaunchSubject about, Quirks quirks)
    {
        if (!value.StartsWith('$') || !Known.TryGetValue(value[1..], out var read) || (quirks.Moodle && NotInMoodle.Contains(value[1..])))
            return value;
        var filled = read(about);
        return filled ?? (quirks.Moodle ? null : value);
    }
}
