using LtiMentoring.Training.Tests.Curriculum;
using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class UntranslatedTests : Advised
{
    [Fact]
    public void A_whole_file_without_translation_is_named_once() => Assert.Equal(["course", "01-first", "talk"], Paths("untranslated"));

    [Fact]
    public void In_a_translation_each_missing_text_is_named()
    {
        Files.Write(SpanishFile, SmallCourse.SpanishTalk);
        Assert.Contains("talk/ask.inner", Paths("untranslated"));
        Assert.DoesNotContain("talk/ask.text", Paths("untranslated"));
        Assert.DoesNotContain("talk", Paths("untranslated"));
    }

    [Fact]
    public void Names_of_people_stay_as_they_are()
    {
        Files.Write(SpanishFile, SmallCourse.SpanishTalk);
        Assert.DoesNotContain("talk.personas/theo.name", Paths("untranslated"));
    }

    [Fact]
    public void A_course_in_one_language_has_nothing_to_translate()
    {
        Files.Replace(CourseFile, "languages: [en, es]", "languages: [en]");
        Assert.Empty(Findings("untranslated"));
    }

    [Fact]
    public void A_translation_of_an_older_revision_is_named()
    {
        Files.Write(SpanishFile, SmallCourse.SpanishTalk);
        Assert.Empty(Findings("outdated-translation"));
        Files.Replace(TalkFile, "revision: 1", "revision: 2");
        Assert.Contains("made from revision 1; the base is at 2", Assert.Single(Findings("outdated-translation")).Sentence);
    }
}
