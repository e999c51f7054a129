using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class PathAdviceTests : Advised
{
    [Fact]
    public void A_run_of_two_choices_is_long_enough() => Assert.Empty(Findings("path-length"));

    [Fact]
    public void A_run_of_one_choice_is_too_short()
    {
        Files.Replace(TalkFile, "          Theo sits down.\n        goto: answer", "          Theo sits down.\n        goto: page");
        Assert.Contains("1 to ", Assert.Single(Findings("path-length")).Sentence);
    }

    [Fact]
    public void A_run_of_fifteen_choices_is_too_long()
    {
        var screens = Enumerable.Range(0, 13).Select(i =>
            $"  - {{ id: s{i}, text: Hm., choices: [{{ id: a, say: A., does: [advice], feedback: He nods., goto: {(i < 12 ? $"s{i + 1}" : "ask")} }}] }}\n");
        Files.Replace(TalkFile, "start: ask", "start: s0").Replace(TalkFile, "scenes:\n", $"scenes:\n{string.Concat(screens)}");
        Assert.Contains("15 to 17 choices", Assert.Single(Findings("path-length")).Sentence);
    }

    [Fact]
    public void The_same_words_twice_on_a_path_are_named()
    {
        Assert.Equal(["talk/answer", "talk/ask"], Paths("said-twice"));
        Files.Replace(TalkFile, "      Say yes.\n", "      Say yes.\n    instead:\n      - { id: again, when: { seen: ask }, text: So., inner: Again. }\n");
        Assert.Equal(["talk/answer"], Paths("said-twice"));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(5, true)]
    public void Minutes_are_believable(int minutes, bool advised)
    {
        Files.Replace(TalkFile, "minutes: 5", $"minutes: {minutes}");
        Assert.Equal(advised, Paths("minutes").Contains("talk"));
    }
}
