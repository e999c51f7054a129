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
