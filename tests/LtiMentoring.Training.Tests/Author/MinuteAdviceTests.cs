using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class MinuteAdviceTests : Advised
{
    [Fact]
    public void Lessons_add_up_to_their_module()
    {
        Assert.DoesNotContain("01-first", Paths("minutes"));
        Files.Replace(ModuleFile, "minutes: 7", "minutes: 9");
        Assert.Contains("add up to 7 minutes, the module says 9", Findings("minutes").Single(f => f.Path == "01-first").Sentence);
    }

    [Theory]
    [InlineData(360, 2, false)]
    [InlineData(360, 4, true)]
    [InlineData(900, 2, true)]
    public void A_page_takes_the_minutes_of_its_words(int words, int minutes, bool advised)
    {
        Files.Replace(ModuleFile, "Somebody in {district} is waiting.", Words(words)).Replace(ModuleFile, "minutes: 2", $"minutes: {minutes}");
        Assert.Equal(advised, Paths("minutes").Contains("01-first/welcome"));
    }

    [Fact]
    public void Writing_takes_a_minute_more_than_reading()
    {
        Files.Append(ModuleFile, $"  - {{ id: it, kind: reflection, title: It, minutes: 3, text: {Words(180)}, prompts: [{{ id: one, prompt: Why is that so? }}] }}\n");
        Assert.DoesNotContain("01-first/it", Paths("minutes"));
        Files.Append(ModuleFile, $"  - {{ id: that, kind: page, title: It, minutes: 3, text: {Words(180)} }}\n");
        Assert.Contains("01-first/that", Paths("minutes"));
    }

    [Fact]
    public void A_role_play_lesson_agrees_with_its_scenario()
    {
        Files.Replace(TalkFile, "minutes: 5", "minutes: 6");
        Assert.Contains("The lesson says 5 minutes, its scenario 6.", Findings("minutes").Select(f => f.Sentence));
    }
}
