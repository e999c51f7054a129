using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Learn;

public sealed partial record Course(
    string Id,
    int Revision,
    string Language,
    IReadOnlyList<string> Languages,
    Text Title,
    Text Summary,
    [property: JsonConverter(typeof(TextsById))] IReadOnlyDictionary<string, Text> Fill,
    IReadOnlyList<Tag> Competencies,
    IReadOnlyList<Tag> Moves,
    IReadOnlyList<Module> Modules,
    IReadOnlyList<Scenario> Scenarios)
{
    public IReadOnlyList<Translation> Translations { get; init; } = [];

    public Module? FindModule(string id) => Modules.FirstOrDefault(m => m.Id == id);

    public Scenario? FindScenario(string id) => Scenarios.FirstOrDefault(s => s.Id == id);

    public Lesson? FindLesson(string moduleId, string lessonId) =>
        FindModule(moduleId)?.Lessons.FirstOrDefault(l => l.Id == lessonId);

    /// <summary>The self-check that this one asks again, if the course has it.</summary>
    public SelfCheck? Followed(SelfCheck check) =>
        check.Follows?.Split('/') is [var module, var lesson] ? FindLesson(module, lesson) as SelfCheck : null;

    public Tag? FindTag(string id) => Competencies.Concat(Moves).FirstOrDefault(t => t.Id == id);

    /// <summary>The words with every {word} that the district fills in replaced. A {word} that nobody defined stays as it is.</summary>
    public Wording Filled(Text text, string language)
    {
        var wording = text.In(language);
        return wording with { Words = FillWord().Replace(wording.Words, Filling) };

        string Filling(Match match) =>
            Fill.TryGetValue(match.Groups[1].Value, out var words) ? words.In(wording.Language).Words : match.Value;
    }

    [GeneratedRegex(@"\{([a-z0-9-]+)\}")]
    internal static partial Regex FillWord();
}
