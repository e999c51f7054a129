using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Custom;
using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Launch;

namespace LtiMentoring.SampleLms.DeepLinking;

/// <summary>The LMS asks a tool to let somebody choose what goes into a course (LTI Deep Linking 2.0).</summary>
/// <param name="Multiple">The setting accept_multiple as it is sent; null leaves it out.</param>
/// <param name="LineItem">The setting accept_lineitem; null leaves it out.</param>
/// <param name="Data">Must come back as it is; null sends none.</param>
sealed record DeepLinkingRequest(
    string Id, string ClientId, string CourseId, ImmutableArray<string> Types, JsonValue? Multiple, bool? LineItem, string? Data)
    : LaunchMessage("LtiDeepLinkingRequest")
{
    /// <summary>More than one item only when the request says so, as a boolean or, as some LMSs write it, in words.</summary>
    public bool TakesSeveral => Multiple?.ToString() == "true";

    /// <summary>An LMS that says nothing makes no promise, and takes it all the same.</summary>
    public bool TakesLineItems => LineItem ?? true;

    public override LaunchSubject? About(Lms lms, ToolRegistration tool, LmsPerson person) =>
        lms.Courses.Find(CourseId) is { } course && course.HasStaff(person.Sub) ? new LaunchSubject(tool, person, course) : null;

    public override void AddTo(JsonObject claims, Lms lms, LaunchSubject about)
    {
        var settings = new JsonObject
        {
            ["deep_link_return_url"] = $"{lms.Address}/lti/deep-linking/{Id}",
            ["accept_types"] = new JsonArray([.. Types.Select(type => (JsonNode)type)]),
            ["accept_presentation_document_targets"] = new JsonArray("iframe", "window"),
            ["auto_create"] = true,
            ["title"] = $"An activity for {about.Course!.Title}",
            ["text"] = "",
        };
        if (Multiple is not null)
            settings["accept_multiple"] = Multiple.DeepClone();
        if (LineItem is { } lineItem)
            settings["accept_lineitem"] = lineItem;
        if (Data is not null)
            settings["data"] = Data;
        claims["https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"] = settings;
    }

    public static string NewId() => RandomNumberGenerator.GetHexString(24, lowercase: true);

    /// <summary>Letters that a tool must not trim, decode or escape on their way back.</summary>
    public static string NewData() => $" csrf={RandomNumberGenerator.GetHexString(16)}&x=%2B+<ñ> ";
}
