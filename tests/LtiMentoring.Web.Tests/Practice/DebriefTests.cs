using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Practice;

public abstract class DebriefTests(MentorStage stage)
{
    public sealed class OnSqlite(MentorStage stage) : DebriefTests(stage), IClassFixture<MentorStage>;

    public sealed class OnPostgres(MentorStage.Postgres stage) : DebriefTests(stage), IClassFixture<MentorStage.Postgres>;

    [Fact]
    public async Task The_ending_asks_for_a_reflection_before_the_debrief()
    {
        var mentor = await stage.ArriveAsync();
        var ending = await mentor.PlayToTheEndAsync();

        var early = await mentor.Visitor.GetAsync(ending.Address.AbsolutePath.Replace("/reflect", "/debrief", StringComparison.Ordinal));
        var empty = await mentor.Visitor.SubmitAsync(ending.Form());

        Assert.Equal("Your lesson, his room", ending.Heading);
        Assert.Contains("A blank page on a Sunday.", ending.Text, StringComparison.Ordinal);
        Assert.EndsWith("/reflect", early.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(3, empty.Document.QuerySelectorAll(".errors li").Length);
    }

    [Fact]
    public async Task Shows_the_path_the_feelings_and_the_roads_not_taken()
    {
        var mentor = await stage.ArriveAsync();

        var debrief = await mentor.ReflectAsync(await mentor.PlayToTheEndAsync());

        Assert.Equal(3, debrief.Document.QuerySelectorAll(".turn:not(#ending)").Length);
        Assert.Contains("That took forty seconds, and you didn’t ask me anything.", debrief.Text, StringComparison.Ordinal);
        Assert.Contains("Hold on, I said yes before I listened.", debrief.Document.QuerySelector("#turn-2 .road")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Practical help, Taking over", debrief.Document.QuerySelector("#turn-1 .does")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, debrief.Document.QuerySelectorAll("svg.map a").Length);
        Assert.Contains("I held it.", debrief.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_can_be_tried_again_and_nothing_that_was_done_is_undone()
    {
        var mentor = await stage.ArriveAsync(subject: "tries-again");
        await mentor.CompleteAsync();
        var home = await mentor.GetAsync($"/practice/{MentorWalk.Module}/{MentorWalk.RolePlay}");
        var debrief = await mentor.Visitor.GetAsync(home.Document.QuerySelector(".resume .btn")!.GetAttribute("href")!);

        var scene = await mentor.Visitor.SubmitAsync(debrief.Form("#turn-2 form"), ("turn", "2"));
        var rewound = await mentor.HomeAsync();
        var other = await mentor.SayAsync(scene, "went-too-fast");

        Assert.Contains("You’re a lifesaver.", scene.Document.QuerySelector("#now")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Everything is done.", rewound.Text, StringComparison.Ordinal);
        Assert.Contains("Thirty kids, and me", other.Document.QuerySelector("#now")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await stage.RowsAsync("tries-again", (db, person) => db.Completions.Where(row => row.PersonId == person))).Count);
    }

    [Fact]
    public async Task Trying_again_begins_another_run_and_the_first_path_keeps_its_debrief()
    {
        var mentor = await stage.ArriveAsync(subject: "two-paths");
        var scene = await mentor.BeginConversationAsync();
        scene = await mentor.Visitor.SubmitAsync(MentorWalk.Choices(scene), ("words.own", "Tell me more."), ("choice", "hand-over"));
        var first = await mentor.ReflectAsync(await mentor.SayAsync(scene, "yes-to-waves", "write-answers"));

        var second = await mentor.Visitor.SubmitAsync(first.Form("#turn-2 form"), ("turn", "2"));
        await mentor.SayAsync(second, "went-too-fast");

        Assert.NotEqual(first.Address.AbsolutePath.Split('/')[5], second.Address.AbsolutePath.Split('/')[5]);
        var again = await mentor.Visitor.GetAsync(first.Address.AbsolutePath);
        Assert.Equal(first.Document.QuerySelector(".turns")!.TextContent, again.Document.QuerySelector(".turns")!.TextContent);
        Assert.Equal(2, (await stage.RowsAsync("two-paths", (db, person) => db.Attempts.Where(row => row.PersonId == person))).Count);
        // What was written on the way is there in both.
        Assert.Equal(2, (await stage.RowsAsync("two-paths", (db, person) => db.Writings.Where(row => row.PersonId == person && row.Text == "Tell me more."))).Count);
    }

    [Fact]
    public async Task There_is_no_score_anywhere()
    {
        var mentor = await stage.ArriveAsync();

        var debrief = await mentor.ReflectAsync(await mentor.PlayToTheEndAsync());

        Assert.DoesNotMatch("(?i)\\b(score|points|percent|correct|wrong answer)\\b|%", debrief.Text);
    }

    [Fact]
    public async Task A_button_that_is_pressed_twice_begins_one_more_conversation()
    {
        var mentor = await stage.ArriveAsync(subject: "presses-twice");
        var debrief = await mentor.ReflectAsync(await mentor.PlayToTheEndAsync());

        var pressed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => mentor.Visitor.SubmitAsync(debrief.Form("#turn-2 form"), ("turn", "2"))));

        Assert.Single(pressed.Select(page => page.Address.AbsolutePath).Distinct());
        Assert.Equal(2, (await stage.RowsAsync("presses-twice", (db, person) => db.Attempts.Where(row => row.PersonId == person))).Count);
        await mentor.SayAsync(pressed[0], "went-too-fast");
        await mentor.Visitor.GetAsync(debrief.Address.AbsolutePath);
        await mentor.Visitor.SubmitAsync(debrief.Form("#turn-2 form"), ("turn", "2"));
        Assert.Equal(3, (await stage.RowsAsync("presses-twice", (db, person) => db.Attempts.Where(row => row.PersonId == person))).Count);
    }

    [Fact]
    public async Task On_the_first_turn_nothing_is_earlier()
    {
        var mentor = await stage.ArriveAsync();
        var scene = await mentor.BeginConversationAsync();

        Assert.Equal("How it came to this", scene.Document.QuerySelector(".earlier summary")!.TextContent);
        Assert.Equal("Earlier in this conversation", (await mentor.SayAsync(scene, "hand-over")).Document.QuerySelector(".earlier summary")!.TextContent);
    }

    [Fact]
    public async Task A_debrief_opens_when_its_lesson_has_left_the_course()
    {
        var mentor = await stage.ArriveAsync();
        var debrief = await mentor.ReflectAsync(await mentor.PlayToTheEndAsync());
        var folder = FirstModule.WithoutConversation();
        await using var later = await ToolHost.StartAsync(stage.Tool.Database, stage.Clock, settings: [$"--PublicUrl={stage.Tool.Address}", $"--CourseDirectory={folder}"]);

        var lesson = await mentor.Visitor.GetAsync(later.Address + debrief.Address.AbsolutePath[..25] + "/");
        var again = await mentor.Visitor.GetAsync(later.Address + debrief.Address.AbsolutePath);

        Assert.Equal(200, lesson.Status);
        Assert.DoesNotContain(MentorWalk.RolePlay, lesson.Html, StringComparison.Ordinal);
        Assert.Equal(200, again.Status);
        Assert.Equal(debrief.Document.QuerySelector(".turns")!.TextContent, again.Document.QuerySelector(".turns")!.TextContent);
    }
}
