using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class VarietyTests : Advised
{
    [Fact]
    public void Two_endings_are_few()
    {
        Assert.Equal(["talk"], Paths("few-endings"));
        Files.Replace(TalkFile, "goto: door", "goto: third\n    instead:\n      - { id: low, when: { trust: low }, goto: door }")
            .Replace(TalkFile, "endings:\n", "endings:\n  - { id: third, title: T, text: T., inner: T., opens: T. }\n");
        Assert.Empty(Findings("few-endings"));
    }

    [Fact]
    public void Something_is_thought_over_beforehand()
    {
        Assert.Empty(Findings("no-anticipation"));
        Files.Replace(TalkFile, "anticipate:\n  - { id: under-the-ask, prompt: What might be under it? }\n", "").Replace(TalkFile, "recall: under-the-ask, ", "");
        Assert.Equal(["talk"], Paths("no-anticipation"));
    }

    [Fact]
    public void One_choice_alone_is_named_once_with_its_situation()
    {
        var finding = Assert.Single(Findings("one-choice"));
        Assert.Equal("talk/answer", finding.Path);
        Assert.Contains("at trust: ", finding.Sentence);
        Files.Replace(TalkFile, "        unless: { seen: answer }\n", "");
        Assert.Empty(Findings("one-choice"));
    }

    [Theory]
    [InlineData("      - id: guarded\n        when: { trust: low }", "      - id: guarded\n        when: { seen: hall }", "talk/answer.instead/guarded")]
    [InlineData("          - id: warm\n            when: { trust: high }", "          - { id: first, when: { trust: high }, goto: page }\n          - id: warm\n            when: { trust: high }", "talk/answer/stop.instead/warm")]
    [InlineData("      - id: guarded-door\n        when: { trust: low }", "      - id: guarded-door\n        when: { trust: high }", "talk/door.instead/guarded-door")]
    public void A_variant_that_never_appears_is_named(string old, string words, string path)
    {
        Assert.Empty(Findings("unused-variant"));
        Files.Replace(TalkFile, old, words);
        Assert.Equal([path], Paths("unused-variant"));
    }
}
