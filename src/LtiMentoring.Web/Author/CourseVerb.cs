using System.CommandLine;
using System.Globalization;
using LtiMentoring.Training.Author;
using LtiMentoring.Training.Curriculum;
using LtiMentoring.Training.Learn;

namespace LtiMentoring.Web.Author;

/// <summary>course check: what is broken in a course folder, what its authors may want to look at again, and its conversations in figures.</summary>
static class CourseVerb
{
    public static Command Command() => new("course", "Work on a course as files.") { Check() };

    static Command Check()
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "The course's folder. Left out: the course that ships with the tool.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "Curriculum")),
        };
        var command = new Command("check", "Check a course: errors stop a publication, advice does not.") { folder };
        command.SetAction(parsed => Report(parsed.GetRequiredValue(folder)));
        return command;
    }

    static int Report(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            Console.Error.WriteLine($"There is no folder {folder.FullName}.");
            return 1;
        }
        // A broken course ends the program with its errors, file and line each.
        var course = CourseFolder.Read(folder.FullName);
        foreach (var scenario in course.Scenarios)
            Write(ScenarioReport.Of(course, scenario));
        var advice = CourseCheck.Advice(course);
        foreach (var piece in advice)
            Console.WriteLine($"{piece.Path} [{piece.Language}] {piece.Rule}: {piece.Sentence}");
        Console.WriteLine($"{course.Title}: {course.Modules.Count} modules, {course.Scenarios.Count} scenarios, no errors, {advice.Count} pieces of advice.");
        return 0;
    }

    static void Write(ScenarioReport report)
    {
        var scenario = report.Scenario;
        Console.WriteLine($"{scenario.Id}: {scenario.Scenes.Count} scenes, {scenario.Scenes.Sum(scene => scene.Choices.Count)} choices, "
            + $"{scenario.Endings.Count} endings; {report.Situations} situations, {report.Paths} paths");
        Console.WriteLine($"  a run: {Range(report.Choices)} choices, {Range(report.Words)} words read");
        foreach (var language in report.Languages)
            Console.WriteLine($"  {language.Language}: reading level {Level(language)}, longest choice over shortest {Number(language.ChoiceRatio, "0.00")}");
    }

    static string Range(Spread spread) => $"{spread.Least} to {spread.Most}, mostly about {spread.Middle}";

    static string Level(LanguageReport language) => language.ReadingLevel is not { } level ? "unknown"
        : language.Language.StartsWith("es", StringComparison.Ordinal) ? $"INFLESZ {Number(level, "0")}" : $"grade {Number(level, "0.0")}";

    static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
