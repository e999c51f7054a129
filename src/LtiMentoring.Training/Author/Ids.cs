using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// Ids hold everything together: roads, translations, what a mentor wrote. Each is well formed, and the only one in its list.
static class Ids
{
    public static IEnumerable<Finding> Of(Course course) => Lists(course).SelectMany(list => Check(course, list.Path, list.Entries));

    static IEnumerable<Finding> Check(Course course, string path, IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries.Where(e => !Id.Fits(e.Id)))
            yield return Finding.Error("bad-id", PathOf(entry.Id), course.Language, $"\"{entry.Id}\" cannot be an id. {Id.Rule}");
        foreach (var id in entries.GroupBy(e => e.Id).Where(same => same.Count() > 1).Select(same => same.Key))
            yield return Finding.Error("doubled-id", PathOf(id), course.Language, $"The id \"{id}\" is used twice in one list. Give one of the two another id.");

        string PathOf(string id) => path.Length == 0 ? id : $"{path}/{id}";
    }

    static IEnumerable<(string Path, IReadOnlyList<Entry> Entries)> Lists(Course course) =>
    [
        // The two lists of tags are one in a choice; a module and a scenario are told apart by their ids in every path.
        ("course.competencies", [.. course.Competencies, .. course.Moves]),
        ("", [.. course.Modules, .. course.Scenarios]),
        .. course.Modules.SelectMany(Lists),
        .. course.Scenarios.SelectMany(Lists),
    ];

    static IEnumerable<(string Path, IReadOnlyList<Entry> Entries)> Lists(Module module) =>
    [
        ($"{module.Id}.objectives", module.Objectives),
        (module.Id, module.Lessons),
        .. module.Lessons.SelectMany(lesson => Lists($"{module.Id}/{lesson.Id}", lesson)),
    ];

    static IEnumerable<(string Path, IReadOnlyList<Entry> Entries)> Lists(string path, Lesson lesson) => lesson switch
    {
        Reflection reflection => [($"{path}.prompts", reflection.Prompts)],
        Agreement agreement => [($"{path}.clauses", agreement.Clauses)],
        GoalSheet goal => [($"{path}.fields", goal.Fields)],
        Comparator comparator => [($"{path}.aspects", comparator.Aspects), ($"{path}.items", comparator.Items)],
        SelfCheck check => [($"{path}.statements", check.Statements), ($"{path}.answers", check.Answers)],
        // What somebody sends is kept by the id of the question.
        Survey survey => [($"{path}.scales", [.. survey.Scales, .. survey.Open]), ($"{path}.answers", survey.Answers)],
        LiveSession session => [($"{path}.agenda", session.Agenda)],
        _ => [],
    };

    static IEnumerable<(string Path, IReadOnlyList<Entry> Entries)> Lists(Scenario scenario) =>
    [
        ($"{scenario.Id}.personas", scenario.Personas),
        ($"{scenario.Id}.states", scenario.States),
        ($"{scenario.Id}.debrief.notes", scenario.Notes),
        // What a mentor writes before and after is kept by the id of the prompt.
        ($"{scenario.Id}.reflect", [.. scenario.Anticipate, .. scenario.Reflect]),
        // A road leads to an id, be it a scene or an ending.
        (scenario.Id, [.. scenario.Scenes, .. scenario.Endings]),
        .. scenario.Scenes.SelectMany(scene => Lists($"{scenario.Id}/{scene.Id}", scene)),
        .. scenario.Endings.Select(ending => ($"{scenario.Id}/{ending.Id}.instead", (IReadOnlyList<Entry>)ending.Instead)),
    ];

    static IEnumerable<(string Path, IReadOnlyList<Entry> Entries)> Lists(string path, Scene scene) =>
    [
        (path, scene.Choices),
        ($"{path}.instead", scene.Instead),
        .. scene.Choices.Select(choice => ($"{path}/{choice.Id}.instead", (IReadOnlyList<Entry>)choice.Instead)),
    ];
}
