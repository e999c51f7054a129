using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class LengthsTests : Advised
{
    [Theory]
    [InlineData("Could you send it?", 12, 90, "talk/ask.text")]
    [InlineData("It ran short.", 12, 90, "talk/answer.instead/guarded.text")]
    [InlineData("Say yes.", 4, 30, "talk/ask.inner")]
    [InlineData("Take mine.", 8, 30, "talk/ask/fix.say")]
    [InlineData("Theo zips his bag.", 4, 25, "talk/ask/fix.feedback")]
    [InlineData("Theo leaves his jacket.", 4, 25, "talk/answer/stop.instead/warm.feedback")]
    [InlineData("He writes a page.", 12, 90, "talk/page.text")]
    [InlineData("Thursday can begin with his page.", 8, 35, "talk/page.opens")]
    [InlineData("What would you add now?", 6, 45, "talk.reflect/look-again.prompt")]
    [InlineData("Under the files is a night.", 15, 70, "talk.debrief.notes/ask-note.text")]
    public void Have_a_least_and_a_most(string old, int least, int most, string path)
    {
        Files.Replace(TalkFile, old, Words(least));
        Assert.DoesNotContain(path, Paths("length"));
        Files.Replace(TalkFile, Words(least), Words(least - 1));
        Assert.Contains(path, Paths("length"));
        Files.Replace(TalkFile, Words(least - 1), Words(most));
        Assert.DoesNotContain(path, Paths("length"));
        Files.Replace(TalkFile, Words(most), Words(most + 1));
        Assert.Contains(path, Paths("length"));
    }

    [Fact]
    public void Count_each_language_for_itself()
    {
        Files.Replace(TalkFile, "Could you send it?", Words(20)).Write(SpanishFile, Curriculum.SmallCourse.SpanishTalk);
        Assert.Equal("es", Assert.Single(Findings("length"), f => f.Path == "talk/ask.text").Language);
    }

    [Fact]
    public void Ask_the_same_of_a_reflection_lesson()
    {
        Files.Append(ModuleFile, "  - { id: it, kind: reflection, title: It, minutes: 1, prompts: [{ id: one, prompt: Why? }] }\n");
        Assert.Contains("01-first/it.prompts/one.prompt", Paths("length"));
    }
}
