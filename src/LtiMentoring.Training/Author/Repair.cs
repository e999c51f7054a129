using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// When a line drops a state to its lowest level, a line that repairs or raises comes soon.
static class Repair
{
    const int WithinChoices = 2;
    const string RepairTag = "repair";

    public static IEnumerable<Finding> Of(Course course, Scenario scenario, ScenarioWalk walk) =>
        from place in (from stop in walk.Stops
                       from road in stop.Roads
                       let said = road.Said
                       where said is not null && Drops(scenario, said, walk.Stops[road.To].Situation.Levels) && !IsNear(walk, road.To)
                       select $"{scenario.Id}/{stop.Situation.At}/{said.Id}").Distinct()
        select Finding.Advice("no-repair", place, course.Language,
            $"This brings a state to its lowest level, and no line within {WithinChoices} choices repairs or raises.");

    static bool Drops(Scenario scenario, Choice said, Levels after) => said.Effect.Any(change =>
        change.To == Change.Down && scenario.States.First(state => state.Id == change.State).Lowest == after[change.State]);

    // Looks at all lines of the next turns at once. A scene that goes on by itself is no turn.
    static bool IsNear(ScenarioWalk walk, int from)
    {
        var met = new HashSet<int> { from };
        IReadOnlyList<int> ring = [from];
        for (var choices = 0; ring.Count > 0 && choices < WithinChoices;)
        {
            var roads = ring.SelectMany(stop => walk.Stops[stop].Roads).ToList();
            if (roads.Any(road => road.Said is { } said && (said.Does.Contains(RepairTag) || said.Effect.Any(change => change.To == Change.Up)))) return true;
            if (roads.Any(road => road.Said is not null)) choices++;
            ring = [.. roads.Select(road => road.To).Where(met.Add)];
        }
        return false;
    }
}
