using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class BalanceTests : Advised
{
    [Theory]
    [InlineData(10, 14, false)]
    [InlineData(10, 15, true)]
    [InlineData(15, 10, true)]
    public void Choices_on_one_screen_weigh_about_the_same(int first, int second, bool advised)
    {
        Files.Replace(TalkFile, "Take mine.", Words(first)).Replace(TalkFile, "Tell me more.", Words(second));
        Assert.Equal(advised, Paths("choice-lengths").Contains("talk/ask"));
    }

    [Fact]
    public void Says_how_long_they_are()
    {
        Files.Replace(TalkFile, "Take mine.", Words(10)).Replace(TalkFile, "Tell me more.", Words(20));
        Assert.Contains("10, 20 words: the longest is 2.00 times", Findings("choice-lengths").Single(f => f.Path == "talk/ask").Sentence);
    }

    [Fact]
    public void Each_language_is_weighed_for_itself()
    {
        Files.Replace(TalkFile, "Take mine.", Words(10)).Replace(TalkFile, "Tell me more.", Words(10))
            .Write(SpanishFile, Curriculum.SmallCourse.SpanishTalk.Replace("      - id: listen\n", "      - id: fix\n        say: Toma.\n      - id: listen\n"));
        Assert.Equal("es", Assert.Single(Findings("choice-lengths"), f => f.Path == "talk/ask").Language);
    }

    // Four screens with one practiced line each; it stands where the test says.
    void FourScreens(string practiced, string other, bool practicedFirst)
    {
        var lines = new[] { $"      - {{ id: p, say: {practiced}, does: [listening], feedback: He nods., goto: NEXT }}\n", $"      - {{ id: o, say: {other}, does: [advice], feedback: He nods., goto: NEXT }}\n" };
        var screens = Enumerable.Range(0, 4).Select(i =>
            $"  - id: s{i}\n    text: Hm.\n    choices:\n{string.Concat(practicedFirst ? lines : lines.Reverse()).Replace("NEXT", i < 3 ? $"s{i + 1}" : "ask")}");
        Files.Replace(TalkFile, "start: ask", "start: s0").Replace(TalkFile, "scenes:\n", $"scenes:\n{string.Concat(screens)}");
    }

    [Theory]
    [InlineData("One two three four five.", "One two three.", true, new[] { "the longest", "the first" })]
    [InlineData("One two three.", "One two three.", true, new[] { "the first" })]
    [InlineData("One two three.", "One two three.", false, new[] { "the last" })]
    [InlineData("One two three four.", "One two three.", false, new[] { "the last" })]
    public void The_practiced_line_cannot_be_guessed(string practiced, string other, bool first, string[] given)
    {
        FourScreens(practiced, other, first);
        Assert.Equal(given, Findings("giveaway").Select(f => string.Join(' ', f.Sentence.Split(' ')[8..10])));
        Assert.All(Paths("giveaway"), path => Assert.Equal("talk", path));
    }

    [Fact]
    public void A_few_screens_give_nothing_away() => Assert.Empty(Findings("giveaway"));
}
