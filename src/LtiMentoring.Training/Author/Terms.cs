using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// The states, levels and scenes that conditions and effects name.
sealed class Terms(Scenario scenario)
{
    public const string Seen = "seen";

    public IEnumerable<Wrong> Of(string place, Condition? when, Condition? unless) =>
        Of($"{place}.when", when).Concat(Of($"{place}.unless", unless));

    public IEnumerable<Wrong> Of(string place, IReadOnlyList<Change> effect) => effect.SelectMany(change =>
        Levels($"{place}.effect.{change.State}", change.State, change.To is Change.Up or Change.Down ? [] : [change.To]));

    IEnumerable<Wrong> Of(string place, Condition? condition)
    {
        if (condition is null) yield break;
        foreach (var level in condition.Levels)
            foreach (var wrong in Levels($"{place}.{level.State}", level.State, level.OneOf)) yield return wrong;
        foreach (var scene in condition.Seen.Where(scene => scenario.FindScene(scene) is null))
            yield return new("unknown-scene", $"{place}.{Seen}/{scene}", Wrong.NoScene(scene));
    }

    IEnumerable<Wrong> Levels(string place, string id, IReadOnlyList<string> levels)
    {
        if (scenario.States.FirstOrDefault(s => s.Id == id) is not { } state)
            yield return new("unknown-state", place, $"There is no state called \"{id}\".");
        else
            foreach (var level in levels.Where(level => !state.Levels.Contains(level)))
                yield return new("unknown-level", place, $"\"{id}\" has no level called \"{level}\". Its levels are {string.Join(", ", state.Levels)}.");
    }
}
