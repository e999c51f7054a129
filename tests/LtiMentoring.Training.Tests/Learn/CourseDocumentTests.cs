using System.Text.Json;
using LtiMentoring.Training.Learn;
using static LtiMentoring.Training.Tests.Learn.EveryKind;

namespace LtiMentoring.Training.Tests.Learn;

public class CourseDocumentTests
{
    [Fact]
    public void A_course_comes_back_as_it_was_written()
    {
        var written = CourseDocument.Write(EveryKind.Course());
        Assert.Equal(written, CourseDocument.Write(CourseDocument.Read(written)));
    }

    // Guards the test above: what the document never held would come back unchanged too.
    [Theory]
    [InlineData("library/b.pdf")]
    [InlineData("media/c.vtt")]
    [InlineData("I have read it.")]
    [InlineData("Read again on")]
    [InlineData("Vague and observable")]
    [InlineData("old-ask")]
    [InlineData("twee#Ask")]
    [InlineData("He stops.")]
    [InlineData("Later.")]
    [InlineData("\"fixed\":true")]
    [InlineData("\"recall\":\"before\"")]
    [InlineData("\"map\":{\"x\":1,\"y\":2}")]
    [InlineData("\"translations\":[{\"language\":\"es\",\"revision\":2}]")]
    public void The_document_holds(string words) => Assert.Contains(words, CourseDocument.Write(EveryKind.Course()));

    [Fact]
    public void Every_kind_of_lesson_comes_back_as_its_own_kind()
    {
        var course = CourseDocument.Read(CourseDocument.Write(EveryKind.Course()));
        Assert.Equal(
            [typeof(Reading), typeof(Document), typeof(Video), typeof(RolePlay), typeof(Reflection), typeof(Agreement),
             typeof(GoalSheet), typeof(Comparator), typeof(SelfCheck), typeof(Survey), typeof(CheckIns), typeof(LiveSession)],
            course.Modules[0].Lessons.Select(l => l.GetType()));
    }

    [Fact]
    public void A_picture_of_decoration_does_not_become_one_without_alt()
    {
        var course = CourseDocument.Read(CourseDocument.Write(EveryKind.Course()));
        Assert.Equal(T(""), course.FindScenario("talk")!.Scenes[0].Media[0].Alt);
    }

    [Fact]
    public void The_same_course_gives_the_same_bytes_however_its_fill_was_gathered()
    {
        var course = EveryKind.Course();
        var turned = course with { Fill = course.Fill.Reverse().ToDictionary() };
        Assert.NotEqual(course.Fill.Keys, turned.Fill.Keys);
        Assert.Equal(CourseDocument.Write(course), CourseDocument.Write(turned));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":"x"}""")]
    public void Refuses_what_is_not_a_course(string document) =>
        Assert.Throws<JsonException>(() => CourseDocument.Read(document));
}
