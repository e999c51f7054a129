using System.Globalization;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// Every scene, choice and ending can be come to, and from everywhere there is a way to an ending.
static class Reach
{
    static readonly string Most = ScenarioWalk.MostSituations.ToString("N0", CultureInfo.InvariantCulture);

    public static IReadOnlyList<Finding> Of(Course course, Scenario scenario, ScenarioWalk walk)
    {
        if (!walk.IsWhole)
            return [Error("too-many-situations", scenario.Id, $"This conversation can come to more than {Most} situations. Use fewer states, or fewer conditions on \"seen\".")];
        return [.. NotReached(), .. NoWayOn()];

        Finding Error(string rule, string path, string sentence) => Finding.Error(rule, path, course.Language, sentence);

        IEnumerable<Finding> NotReached()
        {
            var reached = walk.Stops.Select(stop => stop.Situation.At).ToHashSet();
            var said = walk.Stops.SelectMany(stop => stop.Roads.Select(road => (stop.Situation.At, road.Said?.Id))).ToHashSet();
            foreach (var id in scenario.Scenes.Select(s => s.Id).Concat(scenario.Endings.Select(e => e.Id)).Where(id => !reached.Contains(id)))
                yield return Error("unreachable", $"{scenario.Id}/{id}", "Nothing leads here.");
            foreach (var scene in scenario.Scenes.Where(scene => reached.Contains(scene.Id)))
                foreach (var choice in scene.Choices.Where(choice => !said.Contains((scene.Id, choice.Id))))
                    yield return Error("never-shown", $"{scenario.Id}/{scene.Id}/{choice.Id}", "This choice is never shown: its conditions never fit when the scene is reached.");
        }

        IEnumerable<Finding> NoWayOn()
        {
            var silent = walk.Stops.Where(stop => stop.Moment.Scene is not null && stop.Roads.Count == 0).DistinctBy(stop => stop.Situation.At).ToList();
            foreach (var stop in silent)
                yield return Error("no-choice", $"{scenario.Id}/{stop.Situation.At}", $"No choice is shown here {When(stop)}.");
            var stuck = WaysToEnding.Missing(walk).Select(stop => stop.Situation.At).Distinct().Except(silent.Select(stop => stop.Situation.At));
            foreach (var id in stuck) yield return Error("no-way-out", $"{scenario.Id}/{id}", "From here there is no way to an ending.");
        }
    }

    static string When(Stop stop)
    {
        var levels = stop.Situation.Levels.ToString();
        var seen = stop.Situation.Seen.Count == 0 ? "" : $"after {string.Join(", ", stop.Situation.Seen.Order(StringComparer.Ordinal))}";
        return $"{(levels.Length == 0 ? "" : $"at {levels}")} {seen}".Trim() is { Length: > 0 } when ? when : "at all";
    }
}
