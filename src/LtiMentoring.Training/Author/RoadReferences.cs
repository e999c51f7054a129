using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// Where scenes and choices lead, who speaks, and under which conditions.
sealed class RoadReferences(Scenario scenario)
{
    readonly Terms terms = new(scenario);

    public IEnumerable<Wrong> Of(Scene scene)
    {
        var place = $"/{scene.Id}";
        foreach (var wrong in Speaker($"{place}.speaker", scene.Speaker)) yield return wrong;
        if (scene.Choices.Count == 0) foreach (var wrong in Road($"{place}.goto", scene.Goto ?? "")) yield return wrong;
        else if (scene.Goto is not null) yield return new("two-ways-on", $"{place}.goto", "A scene has choices or a goto of its own, not both.");
        foreach (var variant in scene.Instead)
        {
            var inside = $"{place}.instead/{variant.Id}";
            foreach (var wrong in terms.Of(inside, variant.When, variant.Unless)) yield return wrong;
            if (variant.Speaker is { } speaker) foreach (var wrong in Speaker($"{inside}.speaker", speaker)) yield return wrong;
            if (variant.Goto is not { } to) continue;
            if (scene.Choices.Count > 0) yield return new("two-ways-on", $"{inside}.goto", "This scene has choices: the road is theirs.");
            else foreach (var wrong in Road($"{inside}.goto", to)) yield return wrong;
        }
    }

    public IEnumerable<Wrong> Of(Scene scene, Choice choice)
    {
        var place = $"/{scene.Id}/{choice.Id}";
        foreach (var wrong in Road($"{place}.goto", choice.Goto)) yield return wrong;
        foreach (var wrong in terms.Of(place, choice.When, choice.Unless).Concat(terms.Of(place, choice.Effect))) yield return wrong;
        foreach (var variant in choice.Instead)
        {
            var inside = $"{place}.instead/{variant.Id}";
            foreach (var wrong in terms.Of(inside, variant.When, variant.Unless)) yield return wrong;
            if (variant.Goto is { } to) foreach (var wrong in Road($"{inside}.goto", to)) yield return wrong;
        }
    }

    IEnumerable<Wrong> Road(string place, string to)
    {
        if (scenario.FindScene(to) is null && scenario.FindEnding(to) is null)
            yield return new("unknown-scene", place, to.Length == 0 ? "Say with \"goto\" where this leads." : $"There is no scene or ending called \"{to}\".");
    }

    IEnumerable<Wrong> Speaker(string place, string speaker)
    {
        if (speaker != Persona.Narrator && scenario.Personas.All(p => p.Id != speaker))
            yield return new("unknown-persona", place, $"No persona is called \"{speaker}\". When nobody speaks, write narrator.");
    }
}
