using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// How many words somebody reads on a path: the context, every scene, every line on screen, and what came of the lines said.
sealed class ReadingAlong(Scenario scenario, ScenarioWalk walk)
{
    // Many paths lead past the same few texts: each is counted once.
    readonly Dictionary<object, int> counted = new(ReferenceEqualityComparer.Instance);

    public int Words(IReadOnlyList<Road> path) =>
        Count(scenario.Context) + Shown(walk.Stops[0]) + path.Sum(road => Count(road.Said?.Feedback) + Shown(walk.Stops[road.To]));

    int Shown(Stop stop) => Count(stop.Moment.Scene?.Text ?? stop.Moment.Ending?.Text) + stop.Moment.Choices.Sum(choice => Count(choice.Say));

    int Count(Text? text)
    {
        if (text is null) return 0;
        if (!counted.TryGetValue(text, out var words)) counted[text] = words = Prose.Words(text.ToString());
        return words;
    }
}
