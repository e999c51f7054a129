using LtiMentoring.Training.Learn;
using static LtiMentoring.Training.Tests.Learn.EveryKind;

namespace LtiMentoring.Training.Tests.Learn;

public class CourseTests
{
    readonly Course course = EveryKind.Course();

    [Fact]
    public void Finds_its_parts_by_id()
    {
        Assert.Equal("first", course.FindModule("first")?.Id);
        Assert.Equal("talk", course.FindScenario("talk")?.Id);
        Assert.Equal("e", course.FindLesson("first", "e")?.Id);
        Assert.Equal("advice", course.FindTag("advice")?.Id);
    }

    [Fact]
    public void What_is_not_there_is_null()
    {
        Assert.Null(course.FindModule("talk"));
        Assert.Null(course.FindScenario("first"));
        Assert.Null(course.FindLesson("first", "z"));
        Assert.Null(course.FindLesson("nowhere", "e"));
    }

    [Fact]
    public void The_words_of_the_district_fill_the_text_in_its_own_language()
    {
        var text = T("Ask {contact} in {district}.").With("es", "Pregunta en {district}.");
        Assert.Equal("Ask the office in your district.", course.Filled(text, "en").Words);
        Assert.Equal("Pregunta en tu distrito.", course.Filled(text, "es").Words);
    }

    [Fact]
    public void A_text_that_is_not_translated_keeps_the_words_of_its_own_language() =>
        Assert.Equal("Wait in your district.", course.Filled(T("Wait in {district}."), "es").Words);

    [Fact]
    public void A_word_that_nobody_fills_in_stays() => Assert.Equal("{who} knows", course.Filled(T("{who} knows"), "en").Words);
}
