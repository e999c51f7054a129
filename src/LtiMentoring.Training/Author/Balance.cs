using System.Globalization;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// Nobody should be able to tell the practiced line by its length or its place.
static class Balance
{
    const double LargestRatio = 1.4;
    const double Giveaway = 0.65;
    const int FewScreens = 3;

    public static IEnumerable<Finding> Of(Course course, Scenario scenario, ScenarioWalk walk) =>
        course.Languages.SelectMany(language => Of(course, scenario, Screen.Of(walk, language), language));

    static IEnumerable<Finding> Of(Course course, Scenario scenario, IReadOnlyList<Screen> screens, string language)
    {
        foreach (var worst in screens.GroupBy(screen => screen.Scene).Select(same => same.MaxBy(screen => screen.Ratio)!).Where(screen => screen.Ratio > LargestRatio))
            yield return Finding.Advice("choice-lengths", $"{scenario.Id}/{worst.Scene}", language,
                $"Choices of {string.Join(", ", worst.Words)} words: the longest is {worst.Ratio.ToString("0.00", CultureInfo.InvariantCulture)} times the shortest; at most {LargestRatio.ToString(CultureInfo.InvariantCulture)} hides the practiced line.");
        // Where all choices practice a competency, or none does, there is nothing to give away.
        var telling = screens.Select(screen => (Screen: screen, Practiced: Practiced(course, screen)))
            .Where(s => s.Practiced.Contains(true) && s.Practiced.Contains(false)).ToList();
        if (telling.Count <= FewScreens) yield break;
        foreach (var (place, share) in Shares(telling).Where(s => s.Share > Giveaway))
            yield return Finding.Advice("giveaway", scenario.Id, language,
                $"The line that only practices a competency is {place} on {share.ToString("P0", CultureInfo.InvariantCulture)} of the screens. It can be guessed.");
    }

    static IEnumerable<(string Place, double Share)> Shares(List<(Screen Screen, List<bool> Practiced)> telling) =>
    [
        ("the longest", telling.Average(s => IsLongest(s.Screen, s.Practiced) ? 1 : 0)),
        ("the first", telling.Average(s => s.Practiced[0] ? 1 : 0)),
        ("the last", telling.Average(s => s.Practiced[^1] ? 1 : 0)),
    ];

    // A line is felt to be longer from two words on.
    static bool IsLongest(Screen screen, List<bool> practiced)
    {
        var others = screen.Words.Where((_, i) => !practiced[i]).Max();
        return screen.Words.Where((_, i) => practiced[i]).Any(words => words >= others + 2);
    }

    static List<bool> Practiced(Course course, Screen screen) =>
        [.. screen.Choices.Select(choice => choice.Does.Any(tag => course.Competencies.Any(c => c.Id == tag)) && !choice.Does.Any(tag => course.Moves.Any(m => m.Id == tag)))];
}
