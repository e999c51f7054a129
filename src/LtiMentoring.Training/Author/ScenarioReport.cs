using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

/// <summary>A conversation in plain figures, for its author: how large it is, how it reads, what a run through it takes.</summary>
/// <param name="Situations">Every situation that it can come to.</param>
/// <param name="Paths">The paths that come to no situation twice; of very many, the first.</param>
/// <param name="Choices">The fewest, the middle and the most choices on such a path.</param>
/// <param name="Words">The same for the words read on it.</param>
/// <param name="Languages">How it reads in each of the course's languages.</param>
public sealed record ScenarioReport(
    Scenario Scenario, int Situations, int Paths, Spread Choices, Spread Words, IReadOnlyList<LanguageReport> Languages)
{
    /// <summary>Of a scenario without errors.</summary>
    public static ScenarioReport Of(Course course, Scenario scenario)
    {
        var walk = ScenarioWalk.Of(scenario);
        var reading = new ReadingAlong(scenario, walk);
        var paths = ScenarioPaths.Of(walk).Select(path => (Choices: path.Count(road => road.Said is not null), Words: reading.Words(path))).ToList();
        return new ScenarioReport(
            scenario, walk.Stops.Count, paths.Count, Spread.Of(paths.Select(path => path.Choices)), Spread.Of(paths.Select(path => path.Words)),
            [.. course.Languages.Where(scenario.Context.Has).Select(language => new LanguageReport(
                language, Readability.Level(scenario, language), Screen.Of(walk, language).Select(screen => screen.Ratio).DefaultIfEmpty(1).Max()))]);
    }
}

/// <summary>The smallest, the middle and the largest of some numbers.</summary>
public sealed record Spread(int Least, int Middle, int Most)
{
    public static Spread Of(IEnumerable<int> numbers) => numbers.Order().ToList() is { Count: > 0 } sorted
        ? new Spread(sorted[0], sorted[sorted.Count / 2], sorted[^1]) : new Spread(0, 0, 0);
}

/// <summary>A conversation in one language.</summary>
/// <param name="ReadingLevel">Flesch-Kincaid grade in English, INFLESZ ease in Spanish; null where no measure is known.</param>
/// <param name="ChoiceRatio">On the most uneven screen, the words of the longest choice over those of the shortest.</param>
public sealed record LanguageReport(string Language, double? ReadingLevel, double ChoiceRatio);
