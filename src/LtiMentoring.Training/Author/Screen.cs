using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// Every set of choices that can stand on one screen, as it reads in one language.
sealed record Screen(string Scene, IReadOnlyList<Choice> Choices, IReadOnlyList<int> Words)
{
    public static IReadOnlyList<Screen> Of(ScenarioWalk walk, string language) =>
    [
        .. walk.Stops.Where(stop => stop.Moment.Choices.Count > 1 && stop.Moment.Choices.All(choice => choice.Say.Has(language)))
            .DistinctBy(stop => (stop.Situation.At, string.Join('\n', stop.Moment.Choices.Select(choice => choice.Say.In(language).Words))))
            .Select(stop => new Screen(stop.Situation.At, stop.Moment.Choices, [.. stop.Moment.Choices.Select(choice => Math.Max(1, Prose.Words(choice.Say.In(language).Words)))])),
    ];

    public double Ratio => (double)Words.Max() / Words.Min();
}
