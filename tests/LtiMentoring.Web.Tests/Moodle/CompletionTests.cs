using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Moodle;

/// <summary>A mentor's whole way where the LMS keeps grades as Moodle does.</summary>
public abstract class CompletionTests(MoodleStage stage)
{
    public sealed class OnSqlite(MoodleStage.Sqlite stage) : CompletionTests(stage), IClassFixture<MoodleStage.Sqlite>;

    public sealed class OnPostgres(MoodleStage.Postgres stage) : CompletionTests(stage), IClassFixture<MoodleStage.Postgres>;

    [Fact]
    public async Task Opens_works_completes_and_stands_in_the_gradebook()
    {
        var link = stage.NewLink();
        var mentor = stage.NewMentor();
        using var browser = new LmsVisitor(stage.Lms);
        var walk = new MentorWalk(browser.Frame, await browser.LaunchAsync(mentor, link.Id));

        var complete = await walk.CompleteAsync();

        Assert.Equal("You’re ready, Ana", complete.Heading);
        await stage.AcceptedAsync(mentor);
        Assert.Equal((100m, 100m), (stage.Lms.Result(stage.ColumnOf(link).Id, mentor)!.Score, stage.Lms.Result(stage.ColumnOf(link).Id, mentor)!.Maximum));
        Assert.Contains("Your LMS accepted “complete”", (await walk.GetAsync("/what-my-district-sees")).Text, StringComparison.Ordinal);
    }

    /// <summary>Moodle erases a grade at any message that is not a full one.</summary>
    [Fact]
    public async Task Sends_nothing_before_completion_and_nothing_after_it_that_could_erase_the_grade()
    {
        var mentor = stage.NewMentor();
        using var browser = new LmsVisitor(stage.Lms);
        var walk = new MentorWalk(browser.Frame, await browser.LaunchAsync(mentor, stage.NewLink().Id));
        await walk.ReflectAsync(await walk.PlayToTheEndAsync());
        await Task.Delay(200);
        Assert.Empty(stage.ScoresOf(mentor));
        await walk.CompleteAsync();
        await stage.AcceptedAsync(mentor);

        // Another conversation, another launch: a completion is never taken back.
        await walk.PlayToTheEndAsync();
        await stage.LaunchAsync(mentor, stage.NewLink());
        await stage.AcceptedAsync(mentor);

        Assert.All(stage.ScoresOf(mentor), score => Assert.True(score.Message!.IsFinal && score.Message.ScoreGiven == score.Message.ScoreMaximum));
    }

    [Fact]
    public async Task A_score_in_the_same_second_as_a_message_that_erased_is_sent_again_in_the_next_one()
    {
        var link = stage.NewLink();
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, link);
        // Another system of the district reset the grade a moment ago.
        stage.Lms.Results.Put(new SampleLms.Gradebook.Grade
        {
            ColumnId = stage.ColumnOf(link).Id, Sub = mentor, Score = null, Maximum = 100, ActivityProgress = "InProgress", GradingProgress = "NotReady",
            Timestamp = stage.Clock.GetUtcNow(),
        });

        await stage.FinishAsync(mentor);

        Assert.Equal(ReceiptState.Accepted, Assert.Single(await stage.AcceptedAsync(mentor)).State);
        var scores = stage.ScoresOf(mentor);
        Assert.Equal([409, 200], scores.Select(score => score.Status));
        Assert.Equal(1, scores[1].Message!.Timestamp.ToUnixTimeSeconds() - scores[0].Message!.Timestamp.ToUnixTimeSeconds());
    }

    /// <summary>A second column for the same link makes the claim ambiguous, and Moodle leaves it out.</summary>
    [Fact]
    public async Task A_link_with_two_columns_gets_one_of_the_tools_own()
    {
        var link = stage.NewLink();
        stage.Lms.AddColumn(link.Id);

        var mentor = await stage.CompleteAsync(link);

        await stage.AcceptedAsync(mentor);
        var own = Assert.Single(stage.Lms.LineItems, column => column.Tag == "completion");
        Assert.True(stage.Lms.Result(own.Id, mentor) is { IsComplete: true });
    }
}
