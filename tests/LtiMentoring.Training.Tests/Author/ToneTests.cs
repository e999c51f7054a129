using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class ToneTests : Advised
{
    [Theory]
    [InlineData("Take mine.", "Mine is good.", "verdict-without-tag", "talk/ask/fix.say")]
    [InlineData("Take mine.", "I hear you.", "therapist-words", "talk/ask/fix.say")]
    [InlineData("Take mine.", "Let me fix it, let me save you. Let me save him.", "rescue-words", "talk/ask/fix.say")]
    [InlineData("Take mine.", "Here is an actionable unit.", "jargon", "talk/ask/fix.say")]
    [InlineData("Theo zips his bag.", "Theo leverages the zip, then leverage.", "jargon", "talk/ask/fix.feedback")]
    [InlineData("Thursday, 3:40.", "Thursday. The stakeholders meet.", "jargon", "talk.context")]
    [InlineData("He writes a page.", "He writes a good page.", "evaluative-ending", "talk/page.text")]
    [InlineData("Under the files is a night.", "Hold space.", "therapist-words", "talk.debrief.notes/ask-note.text")]
    public void Hears_it_in_a_conversation(string old, string words, string rule, string path)
    {
        Assert.Empty(Findings(rule));
        Files.Replace(TalkFile, old, words);
        Assert.Equal([path], Paths(rule));
    }

    [Fact]
    public void A_line_tagged_as_a_verdict_may_be_one()
    {
        Files.Replace(CourseFile, "{ id: advice,", "{ id: verdict, title: Verdict, about: Says it. }\n  - { id: advice,")
            .Replace(TalkFile, "Take mine.", "Mine is good, I hear you.").Replace(TalkFile, "does: [advice]", "does: [verdict]");
        Assert.Empty(Findings("verdict-without-tag"));
        Assert.Equal(["talk/ask/fix.say"], Paths("therapist-words"));
    }

    [Fact]
    public void Lets_the_other_person_talk_as_people_do()
    {
        Files.Replace(TalkFile, "Could you send it?", "Is it good? I hear you love a rubric.").Replace(TalkFile, "Say yes.", "You should be great.");
        Assert.All(["verdict-without-tag", "evaluative-ending", "evaluative-lesson", "jargon", "therapist-words"], rule => Assert.Empty(Findings(rule)));
    }

    [Fact]
    public void A_lesson_may_speak_about_scores_and_not_in_them()
    {
        Files.Replace(ModuleFile, "is waiting.", "keeps no score, counts no points and gives no grades.");
        Assert.Empty(Findings("evaluative-lesson"));
        Files.Replace(ModuleFile, "keeps no score", "keeps no score and is the best");
        Assert.Contains("\"best\"", Assert.Single(Findings("evaluative-lesson")).Sentence);
    }

    [Fact]
    public void Hears_spanish_as_well()
    {
        Files.Write(SpanishFile, Curriculum.SmallCourse.SpanishTalk.Replace("Cuéntame más.", "Te escucho, está mal."));
        Assert.Equal("es", Assert.Single(Findings("therapist-words")).Language);
        Assert.Equal("talk/ask/listen.say", Assert.Single(Findings("verdict-without-tag")).Path);
    }
}
