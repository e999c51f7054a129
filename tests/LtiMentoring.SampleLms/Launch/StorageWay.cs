using Microsoft.AspNetCore.WebUtilities;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>How the LMS keeps data for the tool's frame (LTI Client Side postMessages 0.1), chosen by <c>?storage=</c>.</summary>
/// <param name="Name">
/// none, parent, frame, legacy (the old names of the messages), silent (offers it and never does it) or forgetful (takes what
/// it is given and never gives it back).
/// </param>
public sealed record StorageWay(string Name)
{
    public static readonly string[] All = ["none", "parent", "frame", "legacy", "silent", "forgetful"];

    public static StorageWay Of(QueryString query) =>
        new(All.FirstOrDefault(way => QueryHelpers.ParseQuery(query.Value).TryGetValue("storage", out var asked) && asked == way) ?? "none");

    public bool Offers => Name != "none";

    /// <summary>The name of the frame that keeps it, when that is not the page itself.</summary>
    public string? Frame => Name == "frame" ? "lti_storage" : null;

    /// <summary>What a login says of it.</summary>
    public string? Target => !Offers ? null : Frame ?? "_parent";
}
