using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Custom;
using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>One message to a tool, on its way through the browser.</summary>
abstract record LaunchMessage(string Type)
{
    public string DocumentTarget { get; init; } = "iframe";

    /// <returns>What it is about, or null when that is not open to this person, or not any more.</returns>
    public abstract LaunchSubject? About(Lms lms, ToolRegistration tool, LmsPerson person);

    public virtual string Target(LaunchSubject about) => about.Tool.TargetOf(Type);

    /// <summary>Adds the claims that only this kind of message has.</summary>
    public abstract void AddTo(JsonObject claims, Lms lms, LaunchSubject about);

    public static string DocumentTargetOf(string? asked) => asked == "window" ? "window" : "iframe";
}

/// <summary>Opens a placed link.</summary>
sealed record ResourceLinkMessage(string LinkId) : LaunchMessage("LtiResourceLinkRequest")
{
    public override LaunchSubject? About(Lms lms, ToolRegistration tool, LmsPerson person) =>
        lms.Links.Find(LinkId) is { } link && lms.Courses[link.CourseId] is var course && course.Has(person.Sub)
            ? new LaunchSubject(tool, person, course, link)
            : null;

    public override string Target(LaunchSubject about) => about.Link!.TargetLinkUrl ?? base.Target(about);

    public override void AddTo(JsonObject claims, Lms lms, LaunchSubject about)
    {
        var link = about.Link!;
        var claim = new JsonObject { ["id"] = link.Id, ["title"] = link.Title };
        if (link.Description is { } description)
            claim["description"] = description;
        claims["https://purl.imsglobal.org/spec/lti/claim/resource_link"] = claim;
    }
}
