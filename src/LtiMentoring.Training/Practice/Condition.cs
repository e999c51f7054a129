namespace LtiMentoring.Training.Practice;

/// <summary>When a thing is shown: every state at one of its levels and, if scenes are named, one of them visited earlier.</summary>
public sealed record Condition(IReadOnlyList<LevelIs> Levels, IReadOnlyList<string> Seen)
{
    public bool Fits(Situation now) =>
        Levels.All(level => level.OneOf.Contains(now.Levels[level.State])) && (Seen.Count == 0 || Seen.Any(now.Seen.Contains));

    public static bool Allow(Condition? when, Condition? unless, Situation now) =>
        (when?.Fits(now) ?? true) && !(unless?.Fits(now) ?? false);
}

public sealed record LevelIs(string State, IReadOnlyList<string> OneOf);
