using LtiMentoring.Training.Learn;
using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Curriculum;

public sealed class TranslationTests : IDisposable
{
    readonly CourseFiles files = new CourseFiles().Write(SpanishFile, SmallCourse.SpanishTalk);

    public void Dispose() => files.Dispose();

    [Fact]
    public void Texts_merge_by_id()
    {
        var talk = files.Read().Scenarios[0];
        Assert.Equal(new Wording("Una plática", "es"), talk.Title.In("es"));
        Assert.Equal("Dormir.", talk.Personas[0].Want!.In("es").Words);
        Assert.Equal("Cuéntame más.", talk.Scenes[0].Choices[1].Say.In("es").Words);
        Assert.Equal("Se quedó corta.", talk.Scenes[1].Instead[0].Text!.In("es").Words);
        Assert.Equal("El jueves puede empezar con su semana.", talk.Endings[0].Opens.In("es").Words);
    }

    [Fact]
    public void What_is_not_translated_stays_in_the_base_language()
    {
        var talk = files.Read().Scenarios[0];
        Assert.Equal(new Wording("Take mine.", "en"), talk.Scenes[0].Choices[0].Say.In("es"));
        Assert.Equal(new Wording("Say yes.", "en"), talk.Scenes[0].Inner!.In("es"));
    }

    [Fact]
    public void Remembers_the_revision_that_it_was_made_from() =>
        Assert.Equal([new Translation("es", 1)], files.Read().Scenarios[0].Translations);

    [Fact]
    public void Course_and_modules_are_translated_too()
    {
        files.Write("course.es.yaml", "format: lti-mentoring/1\nkind: course\nid: small-course\nrevision: 1\nlanguage: es\nfill: { district: tu distrito }\nmoves:\n  - { id: advice, title: Consejo }\n");
        files.Write("modules/01-first.es.yaml", "format: lti-mentoring/1\nkind: module\nid: 01-first\nrevision: 1\nlanguage: es\nlessons:\n  - { id: welcome, text: Alguien espera en {district}. }\n".Replace("text: Alguien espera en {district}.", "text: \"Alguien espera en {district}.\""));
        var course = files.Read();
        Assert.Equal("Consejo", course.FindTag("advice")!.Title.In("es").Words);
        Assert.Equal("Alguien espera en tu distrito.", course.Filled(course.FindLesson("01-first", "welcome")!.Text!, "es").Words);
    }

    [Fact]
    public void A_course_may_be_written_in_another_language()
    {
        foreach (var file in (string[])[CourseFile, ModuleFile, TalkFile]) files.Replace(file, "language: en", "language: es");
        files.Delete(SpanishFile).Write("scenarios/talk.en.yaml", SmallCourse.SpanishTalk.Replace("language: es", "language: en"));
        Assert.Equal(new Wording("A talk", "es"), files.Read().Scenarios[0].Title.In("fr"));
    }

    [Theory]
    [InlineData("say: |\n          Cuéntame más.", "goto: page", "\"goto\" belongs to the base file")]
    [InlineData("title: Una plática", "start: answer", "\"start\" belongs to the base file")]
    [InlineData("title: Una plática", "minutes: 9", "\"minutes\" belongs to the base file")]
    [InlineData("text: |\n          Se", "when: { trust: high }\n        text: |\n          Se", "\"when\" belongs to the base file")]
    [InlineData("say: |\n          Cuéntame más.", "effect: { trust: up }", "\"effect\" belongs to the base file")]
    [InlineData("say: |\n          Cuéntame más.", "does: [advice]", "\"does\" belongs to the base file")]
    [InlineData("    title: La petición", "    speaker: narrator", "\"speaker\" belongs to the base file")]
    [InlineData("    title: La petición", "    titulo: La petición", "There is no key \"titulo\" here")]
    [InlineData("  - id: ask", "  - id: pregunta", "has no \"pregunta\" under \"scenes\"")]
    [InlineData("- id: listen", "- id: escucha", "has no \"escucha\" under \"choices\"")]
    [InlineData("  - id: door", "  - id: ask", "has no \"ask\" under \"endings\"")]
    [InlineData("want: Dormir.", "fear: Nada.", "The base file has no \"fear\" here")]
    [InlineData("  - id: answer", "  - id: ask", "\"ask\" stands twice under \"scenes\"")]
    [InlineData("title: Una plática", "title: [Una, plática]", "takes words")]
    [InlineData("title: Una plática", "anticipate: no", "is a list")]
    [InlineData("id: talk", "id: platica", "\"id\" is \"talk\" in this file")]
    [InlineData("language: es", "language: en", "\"language\" is \"es\" in this file")]
    [InlineData("kind: scenario", "kind: module", "\"kind\" is \"scenario\" in this file")]
    [InlineData("revision: 1", "revision: 0", "\"revision\" is a whole number")]
    public void Refuses(string old, string words, string message)
    {
        files.Replace(SpanishFile, old, words);
        files.Refuses(SpanishFile, files.LineOf(SpanishFile, words.Split('\n')[0]), message);
    }

    [Fact]
    public void One_slip_is_reported_once()
    {
        files.Replace(SpanishFile, "text: |\n          Se", "when: { trust: high }\n        text: |\n          Se");
        Assert.Single(files.Errors());
    }

    [Fact]
    public void A_translation_that_cannot_be_read_leaves_the_course_to_be_checked()
    {
        files.Write(SpanishFile, "title: [").Replace(TalkFile, "minutes: 5", "minutes: soon");
        Assert.Equal([SpanishFile, TalkFile], files.Errors().Select(e => e.File));
    }
}
