using System.Globalization;
using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

// Minutes that a tired teacher can believe.
static class MinuteAdvice
{
    const double WordsAMinute = 180;

    public static IEnumerable<Finding> Of(Course course) => course.Modules.SelectMany(module => Of(course, module));

    static IEnumerable<Finding> Of(Course course, Module module)
    {
        var sum = module.Lessons.Where(lesson => !lesson.Optional).Sum(lesson => lesson.Minutes);
        if (Math.Abs(sum - module.Minutes) > 1)
            yield return Author.Finding.Advice("minutes", module.Id, course.Language, $"The lessons that are not optional add up to {sum} minutes, the module says {module.Minutes}.");
        foreach (var lesson in module.Lessons)
        {
            var path = $"{module.Id}/{lesson.Id}";
            if (lesson is RolePlay play && course.FindScenario(play.Scenario) is { } scenario && scenario.Minutes != lesson.Minutes)
                yield return Author.Finding.Advice("minutes", path, course.Language, $"The lesson says {lesson.Minutes} minutes, its scenario {scenario.Minutes}.");
            if (Needed(module, lesson) is { } needed && !Fits(lesson.Minutes, needed)) yield return Finding(course, path, lesson.Minutes, needed);
        }
    }

    public static bool Fits(int minutes, double needed) => needed * 0.6 <= minutes && minutes <= Math.Max(needed * 1.6, 2);

    public static Finding Finding(Course course, string path, int minutes, double needed) => Author.Finding.Advice(
        "minutes", path, course.Language, $"Says {minutes} {(minutes == 1 ? "minute" : "minutes")}; its words suggest {needed.ToString("0.0", CultureInfo.InvariantCulture)}.");

    // A film, a conversation and a meeting take their own time.
    static double? Needed(Module module, Lesson lesson) => lesson switch
    {
        RolePlay or Video or LiveSession => null,
        Reading or Document => TimeToRead(module, lesson),
        _ => TimeToRead(module, lesson) + 1,
    };

    static double TimeToRead(Module module, Lesson lesson) =>
        ModulePassages.Of(module, lesson).Sum(passage => Prose.Words(passage.Text.ToString())) / WordsAMinute;
}
