using LtiMentoring.Training.Curriculum;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;
using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Curriculum;

public sealed class CourseFolderTests : IDisposable
{
    readonly CourseFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Reads_the_course_its_modules_and_the_scenarios_that_they_use()
    {
        var course = files.Read();
        Assert.Equal(("small-course", 1, "en"), (course.Id, course.Revision, course.Language));
        Assert.Equal(["en", "es"], course.Languages);
        Assert.Equal("your district", course.Fill["district"].In("en").Words);
        Assert.Equal(["listening", "repair"], course.Competencies.Select(t => t.Id));
        Assert.Equal(["01-first"], course.Modules.Select(m => m.Id));
        Assert.Equal(["talk"], course.Scenarios.Select(s => s.Id));
    }

    [Fact]
    public void Reads_a_scenario_with_everything_in_it()
    {
        var talk = files.Read().FindScenario("talk")!;
        Assert.Equal(["low", "steady", "high"], talk.States[0].Levels);
        Assert.Equal("To sleep.", talk.Personas[0].Want!.In("en").Words);
        Assert.Equal(["ask", "answer", "hall"], talk.Scenes.Select(s => s.Id));
        Assert.Equal(Persona.Narrator, talk.Scenes[2].Speaker);
        Assert.Equal("Say yes.", talk.Scenes[0].Inner!.In("en").Words);
        var fix = talk.Scenes[0].Choices[0];
        Assert.Equal((new Change("trust", "down"), "answer"), (fix.Effect[0], fix.Goto));
        Assert.Equal(["advice"], fix.Does);
        Assert.Equal(["low"], talk.Scenes[1].Instead[0].When!.Levels[0].OneOf);
        Assert.Equal(["answer"], talk.Scenes[1].Choices[0].Unless!.Seen);
        Assert.Equal("page", talk.Scenes[1].Choices[1].Instead[0].Goto);
        Assert.Equal("under-the-ask", talk.Reflect[0].Recall);
        Assert.Equal("ask", talk.Notes[0].At);
    }

    [Fact]
    public void Every_value_is_text() =>
        Assert.Equal("no", files.Replace(ModuleFile, "title: First module", "title: no").Read().Modules[0].Title.In("en").Words);

    [Fact]
    public void Reports_everything_that_is_broken_at_once_in_the_order_of_the_files()
    {
        files.Replace(CourseFile, "title: A small course", "titel: A small course")
            .Replace(ModuleFile, "kind: page", "kind: leaflet")
            .Replace(TalkFile, "minutes: 5", "minutes: soon");
        Assert.Equal([CourseFile, ModuleFile, TalkFile], files.Errors().Select(e => e.File).Distinct());
    }

    [Fact]
    public void Says_so_when_there_is_no_course() => files.Delete(CourseFile).Refuses(CourseFile, 1, "There is no course.yaml");

    [Fact]
    public void Says_so_when_there_is_no_folder() =>
        Assert.Contains(Assert.Throws<CourseBrokenException>(() => CourseFolder.Read(files.PathOf("nowhere"))).Errors, e => e.Message.Contains("cannot be read"));

    [Theory]
    [InlineData(CourseFile, "titel", "title: A small course", "titel: A small course")]
    [InlineData(CourseFile, "titel", "id: advice, title", "id: advice, titel")]
    [InlineData(ModuleFile, "summery", "summary: A page", "summery: A page")]
    [InlineData(ModuleFile, "minuts", "    minutes: 2", "    minuts: 2")]
    [InlineData(ModuleFile, "scene", "scenario: talk", "scene: talk")]
    [InlineData(TalkFile, "nmae", "name: Theo Marsh", "nmae: Theo Marsh")]
    [InlineData(TalkFile, "spaeker", "    speaker: theo\n    text: |\n      Could", "    spaeker: theo\n    text: |\n      Could")]
    [InlineData(TalkFile, "felt", "feedback: |\n          Theo zips", "felt: |\n          Theo zips")]
    [InlineData(TalkFile, "wenn", "when: { trust: high }", "wenn: { trust: high }")]
    [InlineData(TalkFile, "where", "at: ask", "where: ask")]
    public void Refuses_an_unknown_key(string file, string misspelled, string right, string wrong)
    {
        files.Replace(file, right, wrong);
        files.Refuses(file, files.LineOf(file, wrong.Split('\n')[0]), $"There is no key \"{misspelled}\" here.");
    }

    [Theory]
    [InlineData(CourseFile, "format: lti-mentoring/1", "format: lti-mentoring/2", "\"format\" is \"lti-mentoring/1\"")]
    [InlineData(CourseFile, "id: small-course", "id: Small course", "\"Small course\" cannot be an id")]
    [InlineData(CourseFile, "kind: course", "kind: module", "\"kind\" is \"course\"")]
    [InlineData(ModuleFile, "kind: module", "kind: course", "\"kind\" is \"module\"")]
    [InlineData(TalkFile, "kind: scenario", "kind: Scenario", "\"kind\" is \"scenario\"")]
    [InlineData(ModuleFile, "id: 01-first", "id: first", "\"id\" is \"01-first\" in this file")]
    [InlineData(TalkFile, "id: talk", "id: chat", "\"id\" is \"talk\" in this file")]
    [InlineData(TalkFile, "language: en", "language: es", "\"language\" is \"en\"")]
    [InlineData(TalkFile, "revision: 1", "revision: new", "\"revision\" is a whole number")]
    [InlineData(CourseFile, "revision: 1", "revision: 0", "\"revision\" is a whole number")]
    [InlineData(ModuleFile, "minutes: 7", "minutes: seven", "\"minutes\" is a whole number")]
    [InlineData(ModuleFile, "minutes: 7", "minutes: -7", "\"minutes\" is a whole number")]
    [InlineData(ModuleFile, "kind: page", "kind: leaflet", "\"leaflet\" is not a kind of lesson")]
    [InlineData(ModuleFile, "    minutes: 2", "    minutes: 2\n    optional: maybe", "\"optional\" is true or false")]
    [InlineData(CourseFile, "languages: [en, es]", "languages: [es]", "lists \"en\" too")]
    [InlineData(CourseFile, "languages: [en, es]", "languages: [en, Spanish!]", "is not the code of a language")]
    [InlineData(CourseFile, "  - 01-first", "  - 01-first\n  - 01-first", "\"01-first\" stands twice")]
    [InlineData(CourseFile, "  - 01-first", "  - 01-first\n  - 02-second", "There is no file modules/02-second.yaml")]
    [InlineData(CourseFile, "  - 01-first", "  - 01-first\n  - ../../etc/passwd", "There is no file")]
    [InlineData(TalkFile, "competencies: [listening]", "competencies: [[listening]]", "is a list of single words")]
    [InlineData(TalkFile, "title: A talk", "title: [A, talk]", "takes words")]
    [InlineData(TalkFile, "effect: { trust: down }", "effect: down", "\"effect\" takes further keys")]
    [InlineData(TalkFile, "unless: { seen: answer }", "unless: {}", "names no state and no scene")]
    [InlineData(TalkFile, "title: The ask", "map: [here, there]", "is two whole numbers")]
    [InlineData(TalkFile, "- id: fix", "- id: The Fix", "\"The Fix\" cannot be an id")]
    [InlineData(TalkFile, "- id: fix", "- id: fix--it", "\"fix--it\" cannot be an id")]
    [InlineData(TalkFile, "- id: fix", "- id: listen", "\"listen\" stands twice under \"choices\"")]
    [InlineData(TalkFile, "- id: ask-note", "- name: ask-note", "Each entry of \"notes\" needs \"id\"")]
    [InlineData(CourseFile, "{ district:", "{ District:", "\"District\" cannot be an id")]
    [InlineData(TalkFile, "title: The ask", "was: Ask", "\"Ask\" cannot be an id")]
    [InlineData(TalkFile, "title: The ask", "was: answer", "\"answer\" is in use")]
    public void Refuses(string file, string old, string words, string message)
    {
        files.Replace(file, old, words);
        files.Refuses(file, files.LineOf(file, words.Split('\n')[^1]), message);
    }

    [Fact]
    public void Remembers_what_a_thing_was_called_and_where_it_came_from()
    {
        var ask = files.Replace(TalkFile, "title: The ask", "title: The ask\n    was: question\n    from: h5p#7\n    map: [120, -40]").Read().Scenarios[0].Scenes[0];
        Assert.Equal(("question", "h5p#7", new Spot(120, -40)), (ask.Was, ask.From, ask.Map));
    }
}
