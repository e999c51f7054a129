using System.Collections.Immutable;

namespace LtiMentoring.SampleLms.Groups;

/// <summary>People of a course who work together, in a set of such groups or in none.</summary>
public sealed record LmsGroup(string Id, string Name, string? Set = null)
{
    /// <summary>Who is in it, by sub.</summary>
    public ImmutableArray<string> Members { get; init; } = [];
}
