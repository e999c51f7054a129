using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Practice;

public sealed class OwnLineTests(MentorStage stage) : IClassFixture<MentorStage>
{
    [Fact]
    public async Task A_line_in_ones_own_words_stands_in_the_debrief_beside_the_turn()
    {
        var mentor = await stage.ArriveAsync();
        var scene = await mentor.BeginConversationAsync();
        scene = await mentor.Visitor.SubmitAsync(MentorWalk.Choices(scene), ("words.own", "What is the page <for>?"), ("choice", "hand-over"));

        var debrief = await mentor.ReflectAsync(await mentor.SayAsync(scene, "yes-to-waves", "write-answers"));

        Assert.Equal("What is the page <for>?", debrief.Document.QuerySelector("#turn-1 .recall .written")!.TextContent);
        Assert.Null(debrief.Document.QuerySelector("#turn-2 .recall"));
    }

    [Fact]
    public async Task It_may_be_left_empty_and_is_kept_for_its_mentor_alone()
    {
        var mentor = await stage.ArriveAsync(subject: "says-little");

        await mentor.PlayToTheEndAsync();

        Assert.Empty(await stage.RowsAsync("says-little", (db, person) => db.Writings.Where(row => row.PersonId == person && row.Place.Contains("turn."))));
    }

    [Fact]
    public async Task A_line_that_an_ended_session_kept_stands_in_its_turn_and_in_no_later_one()
    {
        var mentor = await stage.ArriveAsync(subject: "comes-back");
        var scene = await mentor.BeginConversationAsync();
        stage.Clock.Advance(TimeSpan.FromHours(13));
        await mentor.Visitor.SubmitAsync(MentorWalk.Choices(scene), ("words.own", "What is the page for?"), ("choice", "hand-over"));

        var later = await stage.ArriveAsync(subject: "comes-back");
        var home = await later.HomeAsync();
        var again = await later.GetAsync($"/practice/{MentorWalk.Module}/{MentorWalk.RolePlay}");
        again = await later.Visitor.GetAsync(again.Document.QuerySelector(".resume .btn")!.GetAttribute("href")!);
        var next = await later.Visitor.SubmitAsync(MentorWalk.Choices(again), ("choice", "hand-over"));

        Assert.Equal(200, home.Status);
        Assert.Equal("What is the page for?", again.Document.QuerySelector("#own")!.TextContent);
        Assert.Equal("", next.Document.QuerySelector("#own")!.TextContent);
        Assert.Empty(await stage.RowsAsync("comes-back", (db, person) => db.Drafts.Where(row => row.PersonId == person)));
    }

    [Fact]
    public async Task Past_conversations_are_listed_with_their_ending()
    {
        var mentor = await stage.ArriveAsync();
        await mentor.ReflectAsync(await mentor.PlayToTheEndAsync());

        var past = await mentor.GetAsync("/conversations");

        Assert.Contains("Can you just write it?", past.Document.QuerySelector("main li a")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await (await stage.ArriveAsync()).GetAsync("/conversations")).Document.QuerySelectorAll("main li"));
    }
}
