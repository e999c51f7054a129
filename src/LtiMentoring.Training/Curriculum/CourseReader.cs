using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Curriculum;

// course.yaml, and from there every module and scenario that it leads to.
sealed class CourseReader(Manuscript manuscript)
{
    public Course? Read()
    {
        if (!manuscript.Has("course.yaml"))
        {
            manuscript.Errata.Add("course.yaml", 1, "There is no course.yaml in this folder.");
            return null;
        }
        if (manuscript.Open("course.yaml") is not { } map) return null;
        return Read(Sheet(map));
    }

    // The languages must be known before the translations can be found.
    Block Sheet(YamlMap map)
    {
        var language = map["language"]?.Value is YamlText { Words: { Length: > 0 } word } ? word.Trim() : "en";
        var languages = map["languages"]?.Value is YamlList list ? list.Items.OfType<YamlText>().Select(item => item.Words.Trim()) : [];
        manuscript.SpeakIn(language, [.. languages.Where(Id.FitsLanguage).Distinct()]);
        return manuscript.Sheet("course", "course", map);
    }

    Course Read(Block block)
    {
        var id = block.OwnId();
        var (revision, translations) = block.ReadHeader("course", id);
        var course = new Course(
            id, revision, manuscript.Language, Languages(block), block.Text("title"), block.Text("summary"), block.TextsById("fill"),
            block.Entries("competencies", Tag), block.Entries("moves", Tag), [.. Modules(block)], [])
        {
            Translations = translations,
        };
        return course with { Scenarios = [.. Scenarios(course)] };
    }

    IReadOnlyList<string> Languages(Block block)
    {
        var languages = block.WordList("languages");
        foreach (var language in languages.Where(l => !Id.FitsLanguage(l))) block.Error("languages", $"\"{language}\" is not the code of a language, such as en or es.");
        if (!languages.Contains(manuscript.Language)) block.Error("languages", $"\"languages\" lists \"{manuscript.Language}\" too, the language that the course is written in.");
        return languages;
    }

    static Tag Tag(Block block, string id) => new(id, block.Text("title"), block.Text("about"));

    IEnumerable<Module> Modules(Block block)
    {
        foreach (var id in block.WordList("modules"))
        {
            var stem = $"modules/{id}";
            if (!Id.Fits(id) || !manuscript.Has($"{stem}.yaml"))
            {
                manuscript.HasGaps = true;
                manuscript.Report($"course.modules/{id}", manuscript.Language, $"There is no file {stem}.yaml.");
            }
            else if (manuscript.Sheet(stem, id) is { } sheet) yield return ModuleReader.Read(sheet, id);
        }
    }

    IEnumerable<Scenario> Scenarios(Course course)
    {
        var ids = course.Modules.SelectMany(m => m.Lessons).OfType<RolePlay>().Select(l => l.Scenario).Distinct();
        foreach (var id in ids.Where(Id.Fits))
        {
            // A scenario without a file is reported where a lesson asks for it.
            var stem = $"scenarios/{id}";
            if (manuscript.Has($"{stem}.yaml") && manuscript.Sheet(stem, id) is { } sheet) yield return new ScenarioReader(sheet).Read(id);
        }
    }
}
