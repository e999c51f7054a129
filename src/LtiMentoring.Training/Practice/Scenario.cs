using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Practice;

/// <summary>A conversation to practice: what each person carries in, its scenes, its endings, and what is thought over after it.</summary>
public sealed record Scenario(
    string Id,
    int Revision,
    Text Title,
    Text Summary,
    int Minutes,
    IReadOnlyList<string> Competencies,
    IReadOnlyList<Persona> Personas,
    IReadOnlyList<State> States,
    Text Context,
    IReadOnlyList<Prompt> Anticipate,
    string Start,
    IReadOnlyList<Scene> Scenes,
    IReadOnlyList<Ending> Endings,
    IReadOnlyList<Prompt> Reflect,
    Text Debrief,
    IReadOnlyList<Note> Notes) : Entry(Id)
{
    public IReadOnlyList<Translation> Translations { get; init; } = [];

    public Scene? FindScene(string id) => Scenes.FirstOrDefault(s => s.Id == id);

    public Ending? FindEnding(string id) => Endings.FirstOrDefault(e => e.Id == id);

    /// <summary>Who speaks in this scene; null when it is the narrator.</summary>
    public Persona? Speaker(Scene scene) => Personas.FirstOrDefault(p => p.Id == scene.Speaker);
}
