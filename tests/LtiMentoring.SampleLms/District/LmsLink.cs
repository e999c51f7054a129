using System.Collections.Immutable;

namespace LtiMentoring.SampleLms.District;

/// <summary>A placed link: an activity in a course that launches a tool.</summary>
public sealed record LmsLink(string Id, string CourseId, string Title)
{
    public string? Description { get; init; }

    /// <summary>The tool that it launches; the LMS's first when null.</summary>
    public string? ClientId { get; init; }

    /// <summary>Where this link leads in the tool; the registration's address when null.</summary>
    public string? TargetLinkUrl { get; init; }

    /// <summary>The deployment that launches it; the registration's first when null.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>LMSs initiate a login by either method, and a tool must take both.</summary>
    public LoginMethod LoginMethod { get; init; } = LoginMethod.Post;

    /// <summary>Sent as the custom claim; <c>module</c> names the module this link stands for.</summary>
    public ImmutableSortedDictionary<string, string> Custom { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>ISO 8601 times, as the tool wrote them.</summary>
    public string? Starts { get; init; }
    public string? Ends { get; init; }

    /// <summary>The links that this one was copied from, the nearest first.</summary>
    public ImmutableArray<string> History { get; init; } = [];
}

public enum LoginMethod
{
    Post,
    Get,
}
