using LtiMentoring.Training.Learn;
using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Curriculum;

public sealed class LessonKindTests : IDisposable
{
    readonly CourseFiles files = new();

    public void Dispose() => files.Dispose();

    T Lesson<T>(string kind, string keys) where T : Lesson
    {
        files.Append(ModuleFile, $"  - id: it\n    kind: {kind}\n    title: It\n    minutes: 3\n    optional: true\n    text: Words.\n{keys.ReplaceLineEndings("\n").Replace("\n", "\n    ").Insert(0, "    ").TrimEnd()}\n");
        var lesson = Assert.IsType<T>(files.Read().FindLesson("01-first", "it"));
        Assert.Equal(("It", 3, true, "Words."), (lesson.Title.ToString(), lesson.Minutes, lesson.Optional, lesson.Text?.ToString()));
        return lesson;
    }

    [Fact]
    public void Page() => Assert.Equal("I have read it.", Lesson<Reading>("page", "acknowledge: I have read it.").Acknowledge?.ToString());

    [Fact]
    public void Page_for_reference()
    {
        Assert.True(Lesson<Reading>("page", "reference: true").Reference);
        Assert.False(files.Read().Modules[0].Lessons.OfType<Reading>().First().Reference);
    }

    [Fact]
    public void Check_ins() => Lesson<CheckIns>("check-ins", "");

    [Fact]
    public void Document()
    {
        files.Write("library/form.pdf", "pdf");
        Assert.Equal("library/form.pdf", Lesson<Document>("document", "file: library/form.pdf").File);
    }

    [Fact]
    public void Video()
    {
        files.Write("media/hello.mp4", "mp4").Write("media/hello.vtt", "vtt").Write("media/hola.vtt", "vtt");
        var media = Lesson<Video>("video", """
            media:
              file: media/hello.mp4
              captions: { en: media/hello.vtt, es: media/hola.vtt }
              transcript: |
                Hello.
            """).Media;
        Assert.Equal([new Caption("en", "media/hello.vtt"), new Caption("es", "media/hola.vtt")], media.Captions);
        Assert.Equal(("media/hello.mp4", "Hello.", true), (media.File, media.Transcript?.ToString(), media.IsFilm));
    }

    [Fact]
    public void Role_play() => Assert.Equal("talk", Lesson<RolePlay>("role-play", "scenario: talk").Scenario);

    [Fact]
    public void Reflection()
    {
        var prompts = Lesson<Reflection>("reflection", """
            prompts:
              - { id: one, prompt: "Why?" }
              - { id: two, prompt: "Who?", optional: true }
            """).Prompts;
        Assert.Equal([("one", "Why?", false), ("two", "Who?", true)], prompts.Select(p => (p.Id, p.Words.ToString(), p.Optional)));
    }

    [Fact]
    public void Agreement()
    {
        var agreement = Lesson<Agreement>("agreement", """
            clauses:
              - { id: meet, text: We meet on Thursdays., fixed: true }
              - { id: late, text: We say when we are late. }
            acknowledge: We agree to this.
            review: We read this again on
            """);
        Assert.Equal([("meet", true), ("late", false)], agreement.Clauses.Select(c => (c.Id, c.Fixed)));
        Assert.Equal(("We agree to this.", "We read this again on"), (agreement.Acknowledge.ToString(), agreement.Review?.ToString()));
    }

    [Fact]
    public void Goal()
    {
        var field = Lesson<GoalSheet>("goal", """
            fields:
              - id: by-when
                prompt: By when?
                example: By November 14.
            """).Fields[0];
        Assert.Equal(("by-when", "By when?", "By November 14."), (field.Id, field.Prompt.ToString(), field.Example?.ToString()));
    }

    [Fact]
    public void Comparator()
    {
        var comparator = Lesson<Comparator>("comparator", """
            aspects:
              - { id: sounds, title: What you hear }
            items:
              - { id: mentor, title: Mentor, mark: You, cells: { sounds: Tell me. } }
              - { id: coach, title: Coach, cells: { sounds: Show me. } }
            ask: Which one?
            """);
        Assert.Equal(("Tell me.", "You"), (comparator.Items[0].Cells["sounds"].ToString(), comparator.Items[0].Mark?.ToString()));
        Assert.Equal(("What you hear", "Which one?"), (comparator.Aspects[0].Title.ToString(), comparator.Ask?.ToString()));
    }

    [Fact]
    public void Self_check()
    {
        var check = Lesson<SelfCheck>("self-check", """
            statements:
              - { id: wait, text: I wait. }
            answers:
              - { id: often, text: Often }
              - { id: seldom, text: Seldom }
            """);
        Assert.Equal(("I wait.", 2), (check.Statements[0].Text.ToString(), check.Answers.Count));
    }

    [Fact]
    public void Survey()
    {
        var survey = Lesson<Survey>("survey", """
            scales:
              - { id: sounded, text: It sounded like my school. }
            answers:
              - { id: yes, text: Yes }
              - { id: no, text: No }
            open:
              - { id: missing, prompt: What was missing? }
            """);
        Assert.Equal(("sounded", "no", "missing"), (survey.Scales[0].Id, survey.Answers[1].Id, survey.Open[0].Id));
    }

    [Fact]
    public void Live_session()
    {
        var session = Lesson<LiveSession>("live-session", """
            length: 90
            agenda:
              - { id: hello, text: Hello, minutes: 10 }
              - { id: talk, text: Talk }
            """);
        Assert.Equal(90, session.Length);
        Assert.Equal([10, null], session.Agenda.Select(p => p.Minutes));
    }

    [Theory]
    [InlineData("page", "prompts: []")]
    [InlineData("reflection", "acknowledge: Yes")]
    [InlineData("goal", "score: 10")]
    [InlineData("survey", "points: 10")]
    public void A_key_of_another_kind_is_refused(string kind, string key)
    {
        files.Append(ModuleFile, $"  - {{ id: it, kind: {kind}, title: It, minutes: 3, text: Words }}\n".Replace(" }", $", {key} }}"));
        files.Refuses(ModuleFile, files.LineOf(ModuleFile, "id: it"), $"There is no key \"{key.Split(':')[0]}\" here");
    }
}
