using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Learn;

public sealed class SelfCheckTests(KindsStage stage) : IClassFixture<KindsStage>
{
    [Fact]
    public async Task What_was_picked_is_there_again_for_its_mentor_alone()
    {
        var mentor = await stage.ArriveAsync();

        await KindsStage.DoAsync(mentor, "first/before", ("words.wait", "seldom"));

        Assert.NotNull((await mentor.GetAsync("/modules/first/before")).Document.QuerySelector("input[value=seldom][checked][name='words.wait']"));
        Assert.Null((await (await stage.ArriveAsync()).GetAsync("/modules/first/before")).Document.QuerySelector("input[checked]"));
    }

    [Fact]
    public async Task Asked_again_it_shows_what_was_said_before()
    {
        var mentor = await stage.ArriveAsync();
        await KindsStage.FinishFirstAsync(mentor);
        await KindsStage.DoAsync(mentor, "first/before", ("words.wait", "seldom"));

        var after = await mentor.GetAsync("/modules/second/after");

        Assert.Contains("Before, you said: Seldom", after.Text, StringComparison.Ordinal);
        Assert.Single(after.Document.QuerySelectorAll("fieldset .hint"));
    }

    [Fact]
    public async Task An_answer_that_was_never_offered_is_not_kept()
    {
        var mentor = await stage.ArriveAsync(subject: "made-up");

        await KindsStage.DoAsync(mentor, "first/before", ("words.wait", "a-hundred-percent"));

        Assert.Empty(await stage.RowsAsync("made-up", (db, person) => db.Writings.Where(row => row.PersonId == person)));
    }

    [Fact]
    public async Task None_of_it_has_to_be_answered() =>
        Assert.Equal("Our promises", (await KindsStage.DoAsync(await stage.ArriveAsync(), "first/before")).Heading);
}
