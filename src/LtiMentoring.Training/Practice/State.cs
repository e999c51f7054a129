using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Practice;

/// <summary>Something between the two people that lines can move. Its levels are words in order, from the lowest; never numbers.</summary>
public sealed record State(string Id, IReadOnlyList<string> Levels, string Start, Text? About = null) : Entry(Id)
{
    public string Lowest => Levels[0];

    /// <summary>The level after a change: one step up or down and never past the ends, or the level that it names.</summary>
    public string After(string level, string to)
    {
        var index = Levels.ToList().IndexOf(level);
        return to switch
        {
            // A draft may not have its levels yet.
            _ when index < 0 => level,
            Change.Up => Levels[Math.Min(index + 1, Levels.Count - 1)],
            Change.Down => Levels[Math.Max(index - 1, 0)],
            _ => Levels.Contains(to) ? to : level,
        };
    }
}

/// <summary>What a line does to a state: up, down, or to a level.</summary>
public sealed record Change(string State, string To)
{
    public const string Up = "up";
    public const string Down = "down";
}
