using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Tests.Learn;
using static LtiMentoring.Training.Tests.Learn.EveryKind;

namespace LtiMentoring.Training.Tests.Complete;

public class CompletionRuleTests
{
    static readonly Course course = EveryKind.Course();

    static bool IsDone(Lesson lesson, Evidence evidence) => CompletionRule.Of(lesson, course).IsMet(evidence);

    static Evidence Written(string prompt, string words, params Deed[] deeds) =>
        Evidence.Of(deeds).WithAnswers(new Dictionary<string, string> { [prompt] = words });

    // The deed that completes each kind; every other deed leaves it as it was.
    public static TheoryData<string, Deed> OneDeed => new()
    {
        { "a", Deed.Acknowledged }, { "b", Deed.Opened }, { "c", Deed.Seen }, { "f", Deed.Acknowledged }, { "g", Deed.Saved },
        { "h", Deed.ReadOn }, { "i", Deed.ReadOn }, { "j", Deed.SentOrDeclined }, { "k", Deed.AttendanceMarked },
        { "l", Deed.Saved },
    };

    [Theory]
    [MemberData(nameof(OneDeed))]
    public void Is_done_by_its_own_deed_and_by_no_other(string id, Deed deed)
    {
        var lesson = course.FindLesson("first", id)!;
        Assert.True(IsDone(lesson, Evidence.Of(deed)));
        Assert.False(IsDone(lesson, Evidence.Of(Enum.GetValues<Deed>().Where(other => other != deed))));
        Assert.False(IsDone(lesson, Evidence.None));
    }

    [Fact]
    public void A_page_that_asks_for_nothing_is_done_when_read_on()
    {
        var page = new Reading("x", T("X"), 1);
        Assert.True(IsDone(page, Evidence.Of(Deed.ReadOn)));
        Assert.False(IsDone(page, Evidence.None));
    }

    [Fact]
    public void A_role_play_needs_an_ending_and_words_of_reflection()
    {
        var play = course.FindLesson("first", "d")!;
        Assert.True(IsDone(play, Written("after", "More.", Deed.EndingReached)));
        Assert.False(IsDone(play, Written("after", "More.")));
        Assert.False(IsDone(play, Evidence.Of(Deed.EndingReached, Deed.Saved)));
        Assert.False(IsDone(play, Written("before", "More.", Deed.EndingReached)));
    }

    [Fact]
    public void A_reflection_needs_words_under_each_required_prompt()
    {
        var reflection = new Reflection("x", T("X"), 1, [new Prompt("one", T("1")), new Prompt("two", T("2")), new Prompt("three", T("3"), Optional: true)]);
        Assert.False(IsDone(reflection, Written("one", "Yes")));
        Assert.True(IsDone(reflection, Evidence.None.WithAnswers(new Dictionary<string, string> { ["one"] = "Yes", ["two"] = "No" })));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("   \n", false)]
    [InlineData("...", false)]
    [InlineData("é", true)]
    [InlineData("No.", true)]
    [InlineData("好", true)]
    public void One_word_is_enough_and_none_is_not(string words, bool done) =>
        Assert.Equal(done, IsDone(new Reflection("x", T("X"), 1, [new Prompt("one", T("1"))]), Written("one", words, Deed.Saved)));

    [Fact]
    public void A_reflection_of_optional_prompts_is_done_when_saved()
    {
        var reflection = course.FindLesson("first", "e")!;
        Assert.True(IsDone(reflection, Evidence.Of(Deed.Saved)));
        Assert.False(IsDone(reflection, Evidence.None));
    }

    [Fact]
    public void Says_what_is_still_missing_in_the_order_of_the_lesson()
    {
        var rule = CompletionRule.Of(course.FindLesson("first", "d")!, course);
        Assert.Equal([new Need(Deed.EndingReached), new Need(Deed.Answered, "after")], rule.Missing(Evidence.None));
        Assert.Equal([new Need(Deed.Answered, "after")], rule.Missing(Evidence.Of(Deed.EndingReached)));
    }

    [Fact]
    public void Every_kind_of_lesson_has_a_rule() =>
        Assert.All(course.Modules[0].Lessons, lesson => Assert.NotEmpty(CompletionRule.Of(lesson, course).Needs));

    [Fact]
    public void No_kind_of_lesson_is_left_out_above() =>
        Assert.Equal(
            typeof(Lesson).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Lesson))).Select(t => t.Name).Order(),
            course.Modules[0].Lessons.Select(l => l.GetType().Name).Order());
}
