using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Curriculum;

sealed class ScenarioReader(Block block)
{
    public Scenario Read(string id)
    {
        var (revision, translations) = block.ReadHeader("scenario", id);
        var debrief = block.Inner("debrief");
        var scenario = new Scenario(
            id, revision, block.Text("title"), block.Text("summary"), block.Number("minutes"), block.WordList("competencies"),
            block.Entries("personas", Persona), block.Entries("states", State), block.Text("context"), block.Prompts("anticipate"),
            block.Word("start"), block.Entries("scenes", (scene, name) => new SceneReader(scene).Read(name)),
            block.Entries("endings", Ending), block.Entries("reflect", Look), debrief?.Text("text") ?? Text.None,
            debrief?.Entries("notes", Note) ?? [])
        {
            Translations = translations,
        };
        return block.Origin(scenario, []);
    }

    static Persona Persona(Block persona, string id) => new(
        id, persona.Text("name"), persona.TextOrNull("pronouns"), persona.TextOrNull("role"), persona.TextOrNull("about"),
        persona.TextOrNull("want"), persona.TextOrNull("fear"), persona.TextOrNull("tell"), persona.TextOrNull("called"));

    static State State(Block state, string id) => new(id, state.WordList("levels"), state.Word("start"), state.TextOrNull("about"));

    static Ending Ending(Block ending, string id) => new(
        id, ending.Text("title"), ending.Text("text"), ending.Text("inner"), ending.Text("opens"),
        ending.Entries("instead", Variant), ending.Spot("map"));

    static EndingVariant Variant(Block variant, string id) => new(
        id, variant.Condition("when"), variant.Condition("unless"), variant.TextOrNull("title"), variant.TextOrNull("text"),
        variant.TextOrNull("inner"), variant.TextOrNull("opens"));

    static Prompt Look(Block prompt, string id) => new(id, prompt.Text("prompt"), prompt.Flag("optional"), prompt.WordOrNull("recall"), prompt.WordOrNull("at"));

    static Note Note(Block note, string id) => new(id, note.Word("at"), note.Text("text"));
}
