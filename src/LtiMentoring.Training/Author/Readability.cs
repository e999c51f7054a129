using System.Globalization;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// A conversation is heard, a lesson is read by somebody tired: neither should be hard to read.
static class Readability
{
    const double HardestScene = 8;
    const double HardestLesson = 9;
    const double LeastEase = 60;

    static readonly Part[] heard = [Part.Scene, Part.Inner, Part.Say, Part.Verdict, Part.Feedback, Part.Ending, Part.Opens];

    public static IEnumerable<Finding> Of(Course course) =>
        from language in course.Languages
        from piece in Pieces(course)
        let level = Level(piece.Texts, language)
        where level is not null
        let sentence = Sentence(language, level.Value, piece.Hardest)
        where sentence is not null
        select Finding.Advice("reading-level", piece.Path, language, sentence);

    public static double? Level(Scenario scenario, string language) => Level(Heard(scenario), language);

    static double? Level(IEnumerable<Text> texts, string language) =>
        ReadingLevel.Of(language, string.Join("\n\n", texts.Where(text => text.Has(language)).Select(text => text.In(language).Words)));

    static IEnumerable<(string Path, double Hardest, IEnumerable<Text> Texts)> Pieces(Course course) =>
    [
        .. course.Scenarios.Select(scenario => (scenario.Id, HardestScene, Heard(scenario))),
        .. from module in course.Modules
           from lesson in module.Lessons
           select ($"{module.Id}/{lesson.Id}", HardestLesson, ModulePassages.Of(module, lesson).Select(passage => passage.Text)),
    ];

    static IEnumerable<Text> Heard(Scenario scenario) =>
        ScenarioPassages.Of(scenario).Where(passage => heard.Contains(passage.Part)).Select(passage => passage.Text);

    static string? Sentence(string language, double level, double hardest)
    {
        var isEase = language.Split('-')[0] == "es";
        var number = level.ToString("0.0", CultureInfo.InvariantCulture);
        if (isEase) return level < LeastEase ? $"INFLESZ {number}; at least {LeastEase} reads easily. Shorten the sentences." : null;
        return level > hardest ? $"Flesch-Kincaid grade {number}; at most {hardest} reads easily. Shorten the sentences." : null;
    }
}
