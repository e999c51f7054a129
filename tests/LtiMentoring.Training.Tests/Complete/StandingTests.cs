using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Tests.Learn;
using static LtiMentoring.Training.Tests.Learn.EveryKind;

namespace LtiMentoring.Training.Tests.Complete;

public class StandingTests
{
    static readonly Course course = EveryKind.Course() with
    {
        Modules =
        [
            Module("one", [], new Reading("a", T("A"), 2), new Reading("b", T("B"), 3, Optional: true), new Reading("c", T("C"), 4)),
            Module("two", ["one"], new Reading("a", T("A"), 5)),
            Module("three", [], new Reading("a", T("A"), 6)),
        ],
    };

    static Module Module(string id, string[] needs, params Lesson[] lessons) => new(id, 1, T(id), T(id), 1, [], needs, lessons);

    static Standing Done(params (string, string)[] done) => Standing.Of(course, done.ToHashSet());

    [Fact]
    public void Nothing_done_leaves_every_minute_that_counts()
    {
        var standing = Done();
        Assert.Equal(17, standing.MinutesLeft);
        Assert.False(standing.IsComplete);
        Assert.Equal(("one", "a"), (standing.Next?.Module.Id, standing.Next?.Lesson.Id));
    }

    [Fact]
    public void A_module_is_complete_without_its_optional_lessons()
    {
        var standing = Done(("one", "a"), ("one", "c"));
        Assert.Equal([true, false, false], standing.Modules.Select(m => m.IsComplete));
        Assert.Equal(11, standing.MinutesLeft);
    }

    [Fact]
    public void An_optional_lesson_completes_nothing()
    {
        var standing = Done(("one", "b"), ("one", "c"));
        Assert.False(standing.Find("one")?.IsComplete);
        Assert.Equal("a", standing.Find("one")?.Next?.Id);
    }

    [Theory]
    [InlineData(Edition.Mentee)]
    [InlineData(Edition.Refresher)]
    public void An_edition_beside_the_orientation_counts_for_itself_only(string edition)
    {
        var beside = course with { Modules = [course.Modules[0], course.Modules[2] with { Edition = edition }] };
        var standing = Standing.Of(beside, new HashSet<(string, string)> { ("one", "a"), ("one", "c") });
        Assert.True(standing.IsComplete);
        Assert.False(standing.Find("three")?.IsComplete);
        Assert.Equal(0, standing.MinutesLeft);
        Assert.Null(standing.Next);
        Assert.True(Standing.Of(beside, new HashSet<(string, string)> { ("three", "a") }).Find("three")?.IsComplete);
    }

    [Fact]
    public void A_module_opens_when_what_it_needs_is_complete()
    {
        Assert.Equal([true, false, true], Done(("one", "a")).Modules.Select(m => m.IsOpen));
        Assert.Equal([true, true, true], Done(("one", "a"), ("one", "c")).Modules.Select(m => m.IsOpen));
    }

    [Fact]
    public void What_comes_next_lies_in_a_module_that_is_open()
    {
        var shut = course with { Modules = [course.Modules[1], course.Modules[2], course.Modules[0]] };
        Assert.Equal("three", Standing.Of(shut, new HashSet<(string, string)>()).Next?.Module.Id);
    }

    [Fact]
    public void The_course_is_complete_when_all_its_modules_are()
    {
        var standing = Done(("one", "a"), ("one", "c"), ("two", "a"), ("three", "a"));
        Assert.True(standing.IsComplete);
        Assert.Equal((0, null), (standing.MinutesLeft, standing.Next));
    }

    [Fact]
    public void The_same_lesson_id_in_another_module_is_another_lesson() =>
        Assert.Equal([false, true, false], Done(("two", "a")).Modules.Select(m => m.IsComplete));

    [Fact]
    public void What_the_course_no_longer_has_changes_nothing() => Assert.Equal(17, Done(("gone", "a"), ("one", "gone")).MinutesLeft);

    [Fact]
    public void Says_which_lessons_are_done() =>
        Assert.Equal([true, false, false], Done(("one", "a")).Find("one")!.Lessons.Select(l => l.IsDone));
}
