using LtiMentoring.Training.Tests.Curriculum;
using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

// The errors of FORMAT.md, each on the line of the thing that it is about. One thing is broken at a time.
public sealed class CourseErrorTests : IDisposable
{
    readonly CourseFiles files = new();

    public void Dispose() => files.Dispose();

    // The error stands on the last line that holds the last line of the new words.
    void Refuses(string file, string old, string words, string message)
    {
        files.Replace(file, old, words);
        files.Refuses(file, files.LineOf(file, words.Split('\n')[^1]), message);
    }

    [Theory]
    [InlineData("The Fix", "\"The Fix\" cannot be an id")]
    [InlineData("fix--it", "\"fix--it\" cannot be an id")]
    [InlineData("-fix", "\"-fix\" cannot be an id")]
    [InlineData("fix/it", "\"fix/it\" cannot be an id")]
    [InlineData("fíx", "\"fíx\" cannot be an id")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "cannot be an id")]
    public void Refuses_a_bad_id(string id, string message) => Refuses(TalkFile, "- id: fix", $"- id: {id}", message);

    [Fact]
    public void Refuses_a_scene_and_an_ending_that_share_an_id()
    {
        files.Replace(TalkFile, "- id: page", "- id: hall").Replace(TalkFile, "goto: page", "goto: hall");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "The hall is empty") - 2, "The id \"hall\" is used twice");
    }

    [Theory]
    [InlineData(TalkFile, "- { id: look-again, recall", "- { id: under-the-ask, recall", "The id \"under-the-ask\" is used twice")]
    [InlineData(CourseFile, "- { id: advice", "- { id: repair", "The id \"repair\" is used twice")]
    public void Refuses_ids_that_two_lists_must_not_share(string file, string old, string words, string message)
    {
        files.Replace(file, old, words);
        Assert.Contains(files.Errors(), e => e.File == file && e.Message.Contains(message));
    }

    [Fact]
    public void Refuses_an_edition_that_nobody_reads() => Refuses(
        ModuleFile, "summary: A page and a talk.", "summary: A page and a talk.\nedition: students", "\"students\" is not an edition");

    [Fact]
    public void Refuses_a_module_and_a_scenario_that_share_an_id()
    {
        files.Replace(CourseFile, "- 01-first", "- talk").Write("modules/talk.yaml", SmallCourse.Module.Replace("id: 01-first", "id: talk")).Delete(ModuleFile);
        files.Refuses("modules/talk.yaml", 1, "The id \"talk\" is used twice");
    }

    [Theory]
    [InlineData("start: ask", "start: asks", "There is no scene called \"asks\"")]
    [InlineData("start: ask", "start: door", "There is no scene called \"door\"")]
    [InlineData("goto: ask", "goto: asks", "There is no scene or ending called \"asks\"")]
    [InlineData("goto: page", "goto: pages", "There is no scene or ending called \"pages\"")]
    [InlineData("goto: door", "goto: doors", "There is no scene or ending called \"doors\"")]
    [InlineData("speaker: theo\n    text: |\n      Could", "speaker: thea\n    text: |\n      Could", "No persona is called \"thea\"", "speaker: thea")]
    [InlineData("{ trust: down }", "{ trsut: down }", "There is no state called \"trsut\"")]
    [InlineData("{ trust: down }", "{ trust: down, mood: up }", "There is no state called \"mood\"")]
    [InlineData("{ trust: down }", "{ trust: lower }", "\"trust\" has no level called \"lower\"")]
    [InlineData("when: { trust: high }", "when: { trust: highest }", "\"trust\" has no level called \"highest\"")]
    [InlineData("when: { trust: high }", "when: { trust: [high, higher] }", "\"trust\" has no level called \"higher\"")]
    [InlineData("when: { trust: high }", "when: { mood: high }", "There is no state called \"mood\"")]
    [InlineData("seen: answer", "seen: answers", "There is no scene called \"answers\"")]
    [InlineData("seen: answer", "seen: door", "There is no scene called \"door\"")]
    [InlineData("      - id: guarded-door\n        when: { trust: low }", "      - id: guarded-door\n        when: { trust: lowly }", "\"trust\" has no level called \"lowly\"")]
    [InlineData("does: [advice]", "does: [advise]", "no competency or move called \"advise\"")]
    [InlineData("does: [advice]", "does: []", "Say with \"does\"")]
    [InlineData("competencies: [listening]", "competencies: [advice]", "no competency called \"advice\"")]
    [InlineData("recall: under-the-ask", "recall: over-the-ask", "No prompt under \"anticipate\" is called \"over-the-ask\"")]
    [InlineData("at: ask", "at: asks", "There is no scene called \"asks\"")]
    [InlineData("at: ask", "at: door", "There is no scene called \"door\"")]
    [InlineData("start: steady", "start: stead", "\"trust\" starts at one of its levels")]
    [InlineData("levels: [low, steady, high]", "levels: [low, steady, high, 4]", "\"4\" cannot be a level")]
    [InlineData("levels: [low, steady, high]", "levels: [low, steady, high, up]", "\"up\" cannot be a level")]
    [InlineData("goto: door", "goto: door\n    choices:\n      - { id: a, say: Yes., does: [advice], feedback: He nods., goto: door }", "choices or a goto of its own, not both", "goto: door")]
    [InlineData("  - { id: look-again, recall: under-the-ask, prompt: What would you add now? }", "  []", "at least one prompt under \"reflect\"", "reflect:")]
    public void Refuses_what_leads_nowhere(string old, string words, string message, string? onLine = null)
    {
        files.Replace(TalkFile, old, words);
        if (words.Contains("choices:")) files.Refuses(TalkFile, files.LineOf(TalkFile, "The hall is empty") + 1, message);
        else files.Refuses(TalkFile, files.LineOf(TalkFile, onLine ?? words.Split('\n')[^1]), message);
    }

    [Theory]
    [InlineData("states:\n", "states:\n", 12, "  - { id: s#, levels: [low, high], start: low }\n", "13 states")]
    [InlineData("    choices:\n      - id: fix\n", "    choices:\n", 11, "      - { id: c#, say: A., does: [advice], feedback: B., goto: door }\n", "13 choices")]
    [InlineData("    instead:\n      - id: guarded\n        when: { trust: low }\n        text", "    instead:\n", 24, "      - { id: v#, when: { trust: low }, title: A }\n", "25 variants")]
    public void Refuses_more_than_makes_sense(string before, string key, int count, string entry, string message)
    {
        var entries = string.Concat(Enumerable.Range(0, count).Select(i => entry.Replace("#", $"{i}")));
        files.Replace(TalkFile, before, before.Insert(key.Length, entries));
        files.Refuses(TalkFile, files.LineOf(TalkFile, entries.Split('\n')[0]) - 1, message);
    }

    [Fact]
    public void Refuses_more_levels_than_make_sense() =>
        Refuses(TalkFile, "levels: [low, steady, high]", "levels: [low, steady, high, a, b, c, d, e, f, g, h, i, j]", "13 levels");

    [Fact]
    public void Refuses_a_state_called_seen() => Refuses(TalkFile, "- id: trust", "- id: seen", "\"seen\" asks about scenes");

    [Fact]
    public void Refuses_a_persona_called_narrator()
    {
        files.Replace(TalkFile, "- { id: theo,", "- { id: narrator, name: Nobody }\n  - { id: theo,");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "id: narrator"), "The narrator is nobody's id");
    }

    [Fact]
    public void Refuses_a_choice_that_leads_nowhere_at_its_own_line()
    {
        files.Replace(TalkFile, "          Theo nods.\n        goto: ask\n", "          Theo nods.\n");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "- id: back"), "Say with \"goto\" where this leads");
    }

    [Fact]
    public void Refuses_a_variant_that_takes_the_road_from_the_choices()
    {
        files.Replace(TalkFile, "      - id: guarded\n        when: { trust: low }", "      - id: guarded\n        when: { trust: low }\n        goto: hall");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "It ran short") - 2, "the road is theirs");
    }

    [Theory]
    [InlineData(ModuleFile, "scenario: talk", "scenario: walk", "There is no scenario called \"walk\"")]
    [InlineData(ModuleFile, "scenario: talk", "scenario: ../talk", "There is no scenario called \"../talk\"")]
    [InlineData(ModuleFile, "objectives:", "needs: [02-second]\nobjectives:", "No earlier module is called \"02-second\"", "needs:")]
    [InlineData(ModuleFile, "objectives:", "needs: [01-first]\nobjectives:", "No earlier module is called \"01-first\"", "needs:")]
    [InlineData(ModuleFile, "{district}", "{distrit}", "no word for {distrit} under \"fill\"", "text: |")]
    [InlineData(CourseFile, "modules:\n  - 01-first", "modules: []", "at least one module")]
    public void Refuses_what_the_course_does_not_have(string file, string old, string words, string message, string? onLine = null)
    {
        files.Replace(file, old, words);
        files.Refuses(file, files.LineOf(file, onLine ?? words), message);
    }

    [Fact]
    public void Refuses_a_module_in_which_nothing_is_required()
    {
        files.Replace(ModuleFile, "    minutes: 2", "    minutes: 2\n    optional: true").Replace(ModuleFile, "    minutes: 5", "    minutes: 5\n    optional: true");
        files.Refuses(ModuleFile, 1, "at least one lesson that is not optional");
    }

    [Theory]
    [InlineData("prompts: []", "reflection", "at least one prompt")]
    [InlineData("clauses: []\n    acknowledge: Yes.", "agreement", "at least one clause", "clauses")]
    [InlineData("fields: []", "goal", "at least one field")]
    [InlineData("statements: []", "self-check", "at least one statement")]
    [InlineData("statements: [{ id: a, text: I wait. }]\n    answers: [{ id: b, text: Yes }]", "self-check", "at least two answers")]
    [InlineData("scales: []", "survey", "at least one scale")]
    [InlineData("scales: [{ id: a, text: It was clear. }]\n    answers: [{ id: b, text: Yes }]", "survey", "at least two answers")]
    [InlineData("items: []\n    aspects: []", "comparator", "at least one aspect")]
    [InlineData("aspects: [{ id: a, title: A }]\n    items: [{ id: b, title: B, cells: { a: x } }]", "comparator", "at least two items")]
    [InlineData("aspects: [{ id: a, title: A }]\n    items: [{ id: b, title: B, cells: { a: x } }, { id: c, title: C, cells: {} }]", "comparator", "The cell \"a\" is missing")]
    [InlineData("aspects: [{ id: a, title: A }]\n    items: [{ id: b, title: B, cells: { a: x } }, { id: c, title: C, cells: { a: x, z: y } }]", "comparator", "No aspect is called \"z\"")]
    public void Refuses_a_lesson_without_its_contents(string keys, string kind, string message, string? onLine = null)
    {
        files.Append(ModuleFile, $"  - id: it\n    kind: {kind}\n    title: It\n    minutes: 1\n    {keys}\n");
        files.Refuses(ModuleFile, files.LineOf(ModuleFile, onLine ?? keys.Split('\n')[^1]), message);
    }

    [Fact]
    public void Refuses_a_picture_as_a_film()
    {
        files.Write("media/a.jpg", "x").Append(ModuleFile, "  - id: film\n    kind: video\n    title: Film\n    minutes: 1\n    media: { file: media/a.jpg, alt: A cart. }\n");
        files.Refuses(ModuleFile, files.LineOf(ModuleFile, "media/a.jpg"), "not a picture");
    }
}
