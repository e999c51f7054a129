using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// Where a conversation begins, where scenes and choices lead, and under which conditions.
sealed class RoadReferences
{
    readonly Scenario scenario;
    readonly Terms terms;

    RoadReferences(Scenario scenario) => (this.scenario, terms) = (scenario, new Terms(scenario));

    public static IEnumerable<Wrong> Of(Scenario scenario)
    {
        var roads = new RoadReferences(scenario);
        return
        [
            .. roads.Frame(),
            .. scenario.Scenes.SelectMany(roads.Of),
            .. scenario.Scenes.SelectMany(scene => scene.Choices.SelectMany(choice => roads.Of(scene, choice))),
            .. scenario.Endings.SelectMany(ending => ending.Instead.SelectMany(variant => roads.Of($"/{ending.Id}.instead/{variant.Id}", variant))),
        ];
    }

    IEnumerable<Wrong> Frame()
    {
        if (scenario.FindScene(scenario.Start) is null) yield return new("unknown-scene", ".start", $"\"start\" names the first scene. {Wrong.NoScene(scenario.Start)}");
        if (scenario.Endings.Count == 0) yield return new("no-ending", ".endings", "A scenario needs at least one ending.");
    }

    IEnumerable<Wrong> Of(Scene scene)
    {
        var place = $"/{scene.Id}";
        foreach (var variant in scene.Instead)
            foreach (var wrong in Of($"{place}.instead/{variant.Id}", variant, scene.Choices.Count == 0 ? variant.Goto : null)) yield return wrong;
        if (scene.Choices.Count == 0)
        {
            foreach (var wrong in Road($"{place}.goto", scene.Goto ?? "")) yield return wrong;
            yield break;
        }
        if (scene.Goto is not null) yield return new("two-ways-on", $"{place}.goto", "A scene has choices or a goto of its own, not both.");
        foreach (var variant in scene.Instead.Where(variant => variant.Goto is not null))
            yield return new("two-ways-on", $"{place}.instead/{variant.Id}.goto", "This scene has choices: the road is theirs.");
    }

    IEnumerable<Wrong> Of(Scene scene, Choice choice)
    {
        var place = $"/{scene.Id}/{choice.Id}";
        return
        [
            .. Road($"{place}.goto", choice.Goto),
            .. terms.Of(place, choice.When, choice.Unless),
            .. terms.Of(place, choice.Effect),
            .. choice.Instead.SelectMany(variant => Of($"{place}.instead/{variant.Id}", variant, variant.Goto)),
        ];
    }

    IEnumerable<Wrong> Of(string place, Variant variant, string? to = null) =>
        [.. terms.Of(place, variant.When, variant.Unless), .. to is null ? [] : Road($"{place}.goto", to)];

    IEnumerable<Wrong> Road(string place, string to)
    {
        if (scenario.FindScene(to) is null && scenario.FindEnding(to) is null)
            yield return new("unknown-scene", place, to.Length == 0 ? "Say with \"goto\" where this leads." : $"There is no scene or ending called \"{to}\".");
    }
}
