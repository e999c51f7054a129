using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// What one mentor lives through from the start to an ending: how many choices, how many minutes, and nothing said twice.
static class PathAdvice
{
    const int FewestChoices = 2;
    const int MostChoices = 14;
    const double WordsAMinute = 200;
    const double MinutesAPrompt = 0.5;

    public static IEnumerable<Finding> Of(Course course, Scenario scenario, ScenarioWalk walk)
    {
        var reading = new ReadingAlong(scenario, walk);
        var choices = new List<int>();
        var words = new List<int>();
        var twice = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in ScenarioPaths.Of(walk))
        {
            choices.Add(path.Count(road => road.Said is not null));
            words.Add(reading.Words(path));
            foreach (var scene in SaidTwice(path.Select(road => walk.Stops[road.To]).Prepend(walk.Stops[0]))) twice[scene] = twice.GetValueOrDefault(scene) + 1;
        }
        return words.Count == 0 ? [] : [.. Length(course, scenario, choices), .. Minutes(course, scenario, words), .. Repetition(course, scenario, twice)];
    }

    static IEnumerable<Finding> Length(Course course, Scenario scenario, List<int> choices)
    {
        var (least, most) = (choices.Min(), choices.Max());
        if (least < FewestChoices || most > MostChoices)
            yield return Finding.Advice("path-length", scenario.Id, course.Language, $"A run takes {least} to {most} choices; {FewestChoices} to {MostChoices} hold the attention.");
    }

    static IEnumerable<Finding> Minutes(Course course, Scenario scenario, List<int> words)
    {
        words.Sort();
        var needed = words[words.Count / 2] / WordsAMinute + MinutesAPrompt * (scenario.Anticipate.Count + scenario.Reflect.Count);
        if (!MinuteAdvice.Fits(scenario.Minutes, needed)) yield return MinuteAdvice.Finding(course, scenario.Id, scenario.Minutes, needed);
    }

    static IEnumerable<Finding> Repetition(Course course, Scenario scenario, SortedDictionary<string, int> twice) => twice.Select(scene =>
        Finding.Advice("said-twice", $"{scenario.Id}/{scene.Key}", course.Language, $"The same words stand here twice on {scene.Value} {(scene.Value == 1 ? "path" : "paths")}. Give the second visit its own, with \"seen\"."));

    static IEnumerable<string> SaidTwice(IEnumerable<Stop> stops) => stops.Where(stop => stop.Moment.Scene is not null)
        .GroupBy(stop => (stop.Situation.At, stop.Moment.Scene!.Text)).Where(same => same.Count() > 1).Select(same => same.Key.At).Distinct();
}
