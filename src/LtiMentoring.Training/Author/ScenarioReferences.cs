using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// What a scenario names must be there: roads, speakers, states, tags. Only then can it be walked.
static class ScenarioReferences
{
    public static IEnumerable<Finding> Of(Course course, Scenario scenario) =>
    [
        .. Measures.Of(scenario).Concat(States(scenario)).Concat(Frame(scenario)).Concat(Scenes(course, scenario))
            .Select(wrong => Finding.Error(wrong.Rule, scenario.Id + wrong.Place, course.Language, wrong.Sentence)),
    ];

    static IEnumerable<Wrong> States(Scenario scenario)
    {
        foreach (var state in scenario.States)
        {
            var place = $".states/{state.Id}";
            if (state.Id == Terms.Seen) yield return new("bad-state", place, "\"seen\" asks about scenes. Give the state another id.");
            if (state.Levels.Count < 2) yield return new("bad-state", $"{place}.levels", "A state needs at least two levels, in order.");
            foreach (var level in state.Levels.Where(level => level is Change.Up or Change.Down || !Id.Fits(level) || level.All(char.IsDigit)))
                yield return new("bad-level", $"{place}.levels/{level}", $"\"{level}\" cannot be a level. A level is a word, never a number, nor \"up\" or \"down\".");
            if (!state.Levels.Contains(state.Start))
                yield return new("unknown-level", $"{place}.start", $"\"{state.Id}\" starts at one of its levels: {string.Join(", ", state.Levels)}.");
        }
    }

    static IEnumerable<Wrong> Frame(Scenario scenario)
    {
        if (scenario.FindScene(scenario.Start) is null) yield return new("unknown-scene", ".start", $"\"start\" names the first scene. {NoScene(scenario.Start)}");
        if (scenario.Endings.Count == 0) yield return new("no-ending", ".endings", "A scenario needs at least one ending.");
        if (scenario.Reflect.Count == 0) yield return new("no-reflection", ".reflect", "A scenario needs at least one prompt under \"reflect\".");
        foreach (var persona in scenario.Personas.Where(p => p.Id == Persona.Narrator))
            yield return new("bad-persona", $".personas/{persona.Id}", "The narrator is nobody's id. Call the persona otherwise.");
        foreach (var prompt in scenario.Reflect.Where(p => p.Recall is not null && scenario.Anticipate.All(earlier => earlier.Id != p.Recall)))
            yield return new("unknown-prompt", $".reflect/{prompt.Id}.recall", $"No prompt under \"anticipate\" is called \"{prompt.Recall}\".");
        foreach (var note in scenario.Notes.Where(note => scenario.FindScene(note.At) is null))
            yield return new("unknown-scene", $".debrief.notes/{note.Id}.at", NoScene(note.At));
    }

    static IEnumerable<Wrong> Scenes(Course course, Scenario scenario)
    {
        var roads = new RoadReferences(scenario);
        foreach (var scene in scenario.Scenes)
        {
            foreach (var wrong in roads.Of(scene)) yield return wrong;
            foreach (var choice in scene.Choices)
                foreach (var wrong in roads.Of(scene, choice).Concat(TagReferences.Of(course, scene, choice))) yield return wrong;
        }
        foreach (var ending in scenario.Endings)
            foreach (var variant in ending.Instead)
                foreach (var wrong in new Terms(scenario).Of($"/{ending.Id}.instead/{variant.Id}", variant.When, variant.Unless)) yield return wrong;
    }

    public static string NoScene(string id) => id.Length == 0 ? "Name a scene." : $"There is no scene called \"{id}\".";
}

// A reference that leads nowhere, at a place inside its scenario.
sealed record Wrong(string Rule, string Place, string Sentence);
