using System.Collections.Immutable;

namespace LtiMentoring.Training.Practice;

/// <summary>Where a conversation stands: at which scene or ending, at which levels, and which scenes it has left behind.</summary>
public sealed record Situation(string At, Levels Levels, ImmutableHashSet<string> Seen)
{
    public static Situation AtStart(Scenario scenario) => new(scenario.Start, Levels.AtStart(scenario.States), []);

    // A scene counts as seen once it has been left, so that it can tell its first visit from its second.
    public Situation Leave(string to, IReadOnlyList<Change> effect) => new(to, Levels.After(effect), Seen.Add(At));
}
