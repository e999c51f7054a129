using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// A choice is a choice, an ending is one of several, and no words were written in vain.
static class Variety
{
    const int FewestEndings = 3;

    public static IEnumerable<Finding> Of(Course course, Scenario scenario, ScenarioWalk walk)
    {
        if (scenario.Endings.Count < FewestEndings) yield return Advice("few-endings", "", $"Fewer than {FewestEndings} endings: a conversation can come to rest in more ways.");
        if (scenario.Anticipate.Count == 0) yield return Advice("no-anticipation", "", "No question under \"anticipate\": nothing is thought over beforehand.");
        var alone = walk.Stops.Where(stop => stop.Moment.Scene?.Choices.Count > 0 && stop.Roads.Count == 1).DistinctBy(stop => stop.Situation.At);
        foreach (var stop in alone)
            yield return Advice("one-choice", $"/{stop.Situation.At}", $"One choice alone is on screen at {stop.Situation.Levels}. It is no choice.");
        foreach (var (of, variant) in Variants(scenario).Where(v => !walk.Uses(v.Of, v.Variant.Id)))
            yield return Advice("unused-variant", $"/{of}.instead/{variant.Id}", "This variant never appears: its conditions never fit, or an earlier one always fits first.");

        Finding Advice(string rule, string place, string sentence) => Finding.Advice(rule, scenario.Id + place, course.Language, sentence);
    }

    static IEnumerable<(string Of, Variant Variant)> Variants(Scenario scenario) =>
    [
        .. scenario.Scenes.SelectMany(scene => scene.Instead.Select(variant => (scene.Id, (Variant)variant))),
        .. scenario.Scenes.SelectMany(scene => scene.Choices.SelectMany(choice => choice.Instead.Select(variant => ($"{scene.Id}/{choice.Id}", (Variant)variant)))),
        .. scenario.Endings.SelectMany(ending => ending.Instead.Select(variant => (ending.Id, (Variant)variant))),
    ];
}
