using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Practice;

public sealed class SceneTests(MentorStage stage) : IClassFixture<MentorStage>
{
    [Fact]
    public async Task Saying_a_line_shows_what_it_did_and_the_reply()
    {
        var mentor = await stage.ArriveAsync();

        var scene = await mentor.SayAsync(await mentor.BeginConversationAsync(), "picture-monday");

        Assert.Contains("Theo starts to answer, stops, and pulls out a chair.", scene.Text, StringComparison.Ordinal);
        Assert.Contains("Thirty kids, and me, and nothing on the board.", scene.Document.QuerySelector("#now")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, scene.Document.QuerySelectorAll("button.choice").Length);
        Assert.Contains("Lesson 6 of 7", scene.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_felt_is_there_to_open_at_every_turn()
    {
        var mentor = await stage.ArriveAsync();
        var scene = await mentor.BeginConversationAsync();

        var unsaid = scene.Document.QuerySelector("details.unsaid")!;

        Assert.False(unsaid.HasAttribute("open"));
        Assert.Contains("Please just say yes.", unsaid.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_posted_twice_is_said_once()
    {
        var mentor = await stage.ArriveAsync(subject: "double-press");
        var scene = await mentor.BeginConversationAsync();

        await Task.WhenAll(mentor.SayAsync(scene, "hand-over"), mentor.SayAsync(scene, "hand-over"), mentor.SayAsync(scene, "try-first"));

        Assert.Single(await StepsAsync("double-press"));
    }

    [Fact]
    public async Task A_line_from_an_older_page_leads_to_the_conversation_as_it_stands()
    {
        var mentor = await stage.ArriveAsync(subject: "old-page");
        var first = await mentor.BeginConversationAsync();
        await mentor.SayAsync(first, "hand-over");

        var now = await mentor.SayAsync(first, "try-first");

        Assert.Contains("You’re a lifesaver.", now.Document.QuerySelector("#now")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await StepsAsync("old-page"));
    }

    [Fact]
    public async Task A_line_that_is_not_on_screen_cannot_be_said()
    {
        var mentor = await stage.ArriveAsync(subject: "made-up");
        var scene = await mentor.BeginConversationAsync();

        await mentor.SayAsync(scene, "what-happened");
        await mentor.SayAsync(scene, "'; DROP TABLE Steps; --");

        Assert.Empty(await StepsAsync("made-up"));
    }

    [Fact]
    public async Task What_was_said_can_be_taken_back()
    {
        var mentor = await stage.ArriveAsync(subject: "takes-back");
        var scene = await mentor.SayAsync(await mentor.BeginConversationAsync(), "picture-monday");
        scene = await mentor.Visitor.SubmitAsync(MentorWalk.Choices(scene), ("words.own", "Which page is it?"), ("choice", "quick-fix"));
        scene = await mentor.SayAsync(scene, "+");

        var back = await mentor.Visitor.PressAsync(scene, ".tools button", ("words.own", "What if we"));

        Assert.Contains("Thirty kids, and me", back.Document.QuerySelector("#now")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, (await StepsAsync("takes-back")).Count);
        // Each line of one's own stays with its turn: the one that was said over, and the one that was begun.
        Assert.Equal("Which page is it?", back.Document.QuerySelector("#own")!.TextContent);
        var again = await mentor.SayAsync(back, "quick-fix", "+");
        Assert.Equal("What if we", again.Document.QuerySelector("#own")!.TextContent);
    }

    [Fact]
    public async Task Beginning_twice_begins_two_runs()
    {
        var mentor = await stage.ArriveAsync(subject: "begins-twice");

        await mentor.BeginConversationAsync();
        await mentor.BeginConversationAsync();

        Assert.Equal(2, (await stage.RowsAsync("begins-twice", (db, person) => db.Attempts.Where(row => row.PersonId == person))).Count);
    }

    [Fact]
    public async Task Nobody_else_can_open_a_conversation()
    {
        var mentor = await stage.ArriveAsync();
        var scene = await mentor.BeginConversationAsync();
        var path = scene.Address.AbsolutePath[scene.Address.AbsolutePath.IndexOf("/practice", StringComparison.Ordinal)..];
        var colleague = await stage.ArriveAsync();
        var trainer = await stage.ArriveAsync("Instructor");

        Assert.Equal(404, (await colleague.GetAsync(path)).Status);
        Assert.Equal(404, (await trainer.GetAsync(path)).Status);
        Assert.Equal(404, (await trainer.GetAsync(path + "/debrief")).Status);
    }

    [Fact]
    public async Task Goes_on_at_the_same_scene_after_another_launch()
    {
        var mentor = await stage.ArriveAsync(subject: "resumes");
        await mentor.SayAsync(await mentor.BeginConversationAsync(), "picture-monday", "own-story");

        var later = await stage.ArriveAsync(subject: "resumes");
        var home = await later.HomeAsync();
        var scene = await later.Visitor.GetAsync(home.Document.QuerySelector(".resume .btn")!.GetAttribute("href")!);

        Assert.Contains("Density. Corn syrup", home.Document.QuerySelector(".resume")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Density. Corn syrup", scene.Document.QuerySelector("#now")!.TextContent, StringComparison.Ordinal);
    }

    Task<List<LtiMentoring.Web.Storage.StoredStep>> StepsAsync(string subject) => stage.RowsAsync(subject,
        (db, person) => from attempt in db.Attempts join step in db.Steps on attempt.Id equals step.AttemptId where attempt.PersonId == person select step);
}
