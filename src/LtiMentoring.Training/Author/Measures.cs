using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// More of a thing than any conversation needs. Without an end to it, one file could keep the walk busy for hours.
static class Measures
{
    const int MostStates = 12;
    const int MostLevels = 12;
    const int MostChoices = 12;
    const int MostVariants = 24;

    public static IEnumerable<Wrong> Of(Scenario scenario) =>
        from counted in Counted(scenario)
        where counted.Count > counted.Most
        select new Wrong("too-many", counted.Place, $"There are {counted.Count} {counted.Things} here; at most {counted.Most} make sense.");

    static IEnumerable<(string Place, string Things, int Count, int Most)> Counted(Scenario scenario) =>
    [
        (".states", "states", scenario.States.Count, MostStates),
        .. scenario.States.Select(state => ($".states/{state.Id}.levels", "levels", state.Levels.Count, MostLevels)),
        .. scenario.Scenes.Select(scene => ($"/{scene.Id}.choices", "choices", scene.Choices.Count, MostChoices)),
        .. scenario.Scenes.Select(scene => ($"/{scene.Id}.instead", "variants", scene.Instead.Count, MostVariants)),
        .. scenario.Scenes.SelectMany(scene => scene.Choices.Select(choice => ($"/{scene.Id}/{choice.Id}.instead", "variants", choice.Instead.Count, MostVariants))),
        .. scenario.Endings.Select(ending => ($"/{ending.Id}.instead", "variants", ending.Instead.Count, MostVariants)),
    ];
}
