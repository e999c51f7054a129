namespace LtiMentoring.Training.Practice;

/// <summary>The level of every state of a scenario at one moment.</summary>
public sealed class Levels
{
    readonly IReadOnlyList<State> states;
    readonly string[] levels;

    Levels(IReadOnlyList<State> states, string[] levels) => (this.states, this.levels) = (states, levels);

    public static Levels AtStart(IReadOnlyList<State> states) => new(states, [.. states.Select(s => s.Start)]);

    public IEnumerable<(State State, string Level)> All => states.Zip(levels);

    // A draft may ask for a state that it does not have yet: such a state has no level, and fits nothing.
    public string? this[string state] => All.FirstOrDefault(pair => pair.State.Id == state).Level;

    public Levels After(IReadOnlyList<Change> effect)
    {
        if (effect.Count == 0) return this;
        string[] after = [.. levels];
        for (var i = 0; i < after.Length; i++)
            foreach (var change in effect)
                if (change.State == states[i].Id) after[i] = states[i].After(after[i], change.To);
        return new(states, after);
    }

    public override string ToString() => string.Join(", ", All.Select(pair => $"{pair.State.Id}: {pair.Level}"));
}
