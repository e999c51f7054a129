using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// How many words somebody reads on a path: the context, every scene, every line on screen, and what came of the lines said.
sealed class ReadingAlong(Scenario scenario, ScenarioWalk walk)
{
    // Many paths lead through the same few situations: each is counted once.
    readonly int[] shown = [.. walk.Stops.Select(stop =>
        Count(stop.Moment.Scene?.Text ?? stop.Moment.Ending?.Text) + stop.Moment.Choices.Sum(choice => Count(choice.Say)))];

    readonly Dictionary<object, int> after = walk.Stops.SelectMany(stop => stop.Roads)
        .ToDictionary(road => (object)road, road => Count(road.Said?.Feedback), ReferenceEqualityComparer.Instance);

    readonly int before = Count(scenario.Context);

    public int Words(IReadOnlyList<Road> path) => before + shown[0] + path.Sum(road => after[road] + shown[road.To]);

    static int Count(Text? text) => text is null ? 0 : Prose.Words(text.ToString());
}
