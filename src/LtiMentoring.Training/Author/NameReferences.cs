using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// Who speaks, which answer is recalled, and at which scene a note or an answer stands.
static class NameReferences
{
    public static IEnumerable<Wrong> Of(Scenario scenario) => [.. Frame(scenario), .. scenario.Scenes.SelectMany(scene => Speakers(scenario, scene))];

    static IEnumerable<Wrong> Frame(Scenario scenario)
    {
        if (scenario.Reflect.Count == 0) yield return new("no-reflection", ".reflect", "A scenario needs at least one prompt under \"reflect\".");
        foreach (var persona in scenario.Personas.Where(p => p.Id == Persona.Narrator))
            yield return new("bad-persona", $".personas/{persona.Id}", "The narrator is nobody's id. Call the persona otherwise.");
        foreach (var prompt in scenario.Reflect.Where(p => p.Recall is not null && scenario.Anticipate.All(earlier => earlier.Id != p.Recall)))
            yield return new("unknown-prompt", $".reflect/{prompt.Id}.recall", $"No prompt under \"anticipate\" is called \"{prompt.Recall}\".");
        foreach (var prompt in scenario.Reflect.Where(p => p.At is not null && scenario.FindScene(p.At) is null))
            yield return new("unknown-scene", $".reflect/{prompt.Id}.at", Wrong.NoScene(prompt.At!));
        foreach (var note in scenario.Notes.Where(note => scenario.FindScene(note.At) is null))
            yield return new("unknown-scene", $".debrief.notes/{note.Id}.at", Wrong.NoScene(note.At));
    }

    static IEnumerable<Wrong> Speakers(Scenario scenario, Scene scene) =>
        from spoken in scene.Instead.Select(variant => (Place: $"/{scene.Id}.instead/{variant.Id}", variant.Speaker)).Prepend((Place: $"/{scene.Id}", scene.Speaker))
        where spoken.Speaker is not (null or Persona.Narrator) && scenario.Personas.All(p => p.Id != spoken.Speaker)
        select new Wrong("unknown-persona", $"{spoken.Place}.speaker", $"No persona is called \"{spoken.Speaker}\". When nobody speaks, write narrator.");
}
