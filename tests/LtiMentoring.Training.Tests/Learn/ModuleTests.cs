using LtiMentoring.Training.Learn;
using static LtiMentoring.Training.Tests.Learn.EveryKind;

namespace LtiMentoring.Training.Tests.Learn;

public class ModuleTests
{
    static Reading Page(string id, bool optional = false) => new(id, T(id), 1, T(id), optional);

    static string? After(string id, params Lesson[] lessons) =>
        new Module("m", 1, T("M"), T("M."), 3, [], [], lessons).After(lessons.Single(lesson => lesson.Id == id))?.Id;

    [Fact]
    public void Leads_from_lesson_to_lesson() => Assert.Equal("b", After("a", Page("a"), Page("b"), Page("c")));

    [Fact]
    public void Ends_after_the_last_one() => Assert.Null(After("b", Page("a"), Page("b")));

    [Fact]
    public void Ends_after_the_last_one_that_counts() => Assert.Null(After("a", Page("a"), Page("b", optional: true), Page("c", optional: true)));

    [Fact]
    public void Whoever_chose_an_optional_one_goes_on_to_the_next() => Assert.Equal("c", After("b", Page("a"), Page("b", optional: true), Page("c", optional: true)));

    [Fact]
    public void Passes_over_nothing_that_counts() => Assert.Equal("b", After("a", Page("a"), Page("b", optional: true), Page("c")));
}
