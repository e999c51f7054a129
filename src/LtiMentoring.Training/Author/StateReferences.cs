using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

static class StateReferences
{
    public static IEnumerable<Wrong> Of(Scenario scenario) => scenario.States.SelectMany(Of);

    static IEnumerable<Wrong> Of(State state)
    {
        var place = $".states/{state.Id}";
        if (state.Id == Terms.Seen) yield return new("bad-state", place, "\"seen\" asks about scenes. Give the state another id.");
        if (state.Levels.Count < 2) yield return new("bad-state", $"{place}.levels", "A state needs at least two levels, in order.");
        foreach (var level in state.Levels.Where(level => level is Change.Up or Change.Down || !Id.Fits(level) || level.All(char.IsDigit)))
            yield return new("bad-level", $"{place}.levels/{level}", $"\"{level}\" cannot be a level. A level is a word, never a number, nor \"up\" or \"down\".");
        if (!state.Levels.Contains(state.Start))
            yield return new("unknown-level", $"{place}.start", $"\"{state.Id}\" starts at one of its levels: {string.Join(", ", state.Levels)}.");
    }
}
