using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class ReadabilityTests : Advised
{
    const string Hard = "Institutional considerations notwithstanding, organizational responsibilities necessitate comprehensive administrative communication regarding professional development opportunities throughout educational environments.";
    const string HardSpanish = "Independientemente de consideraciones institucionales, las responsabilidades organizacionales necesitan comunicaciones administrativas comprensivas relativas a oportunidades profesionales.";

    public ReadabilityTests() => Files.Replace(ModuleFile, "Somebody in {district} is waiting.", "He is here. He waits.");

    [Fact]
    public void Easy_words_pass() => Assert.Empty(Findings("reading-level"));

    [Fact]
    public void A_hard_lesson_is_named_with_its_grade()
    {
        Files.Replace(ModuleFile, "He is here. He waits.", Hard);
        var finding = Assert.Single(Findings("reading-level"));
        Assert.Equal("01-first/welcome", finding.Path);
        Assert.Contains("Flesch-Kincaid grade", finding.Sentence);
    }

    [Fact]
    public void Markup_does_not_hide_where_a_sentence_ends()
    {
        Files.Replace(ModuleFile, "He is here. He waits.", string.Join(' ', Enumerable.Repeat("**He is in the hall now.**", 20)));
        Assert.Empty(Findings("reading-level"));
    }

    [Fact]
    public void A_hard_conversation_is_named_as_a_whole()
    {
        Files.Replace(TalkFile, "Could you send it?", $"{Hard} {Hard} {Hard}");
        Assert.Equal(["talk"], Paths("reading-level"));
    }

    [Fact]
    public void Spanish_is_measured_by_its_own_scale()
    {
        Files.Write(SpanishFile, Curriculum.SmallCourse.SpanishTalk.Replace("¿Me lo mandas?", $"{HardSpanish} {HardSpanish} {HardSpanish}"));
        Assert.Contains("INFLESZ", Assert.Single(Findings("reading-level")).Sentence);
    }
}
