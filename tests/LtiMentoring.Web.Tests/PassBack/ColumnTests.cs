using LtiMentoring.SampleLms.Faults;
using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Requests;
using LtiMentoring.SampleLms.Tokens;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.PassBack;

/// <summary>Which column of the gradebook a score goes to.</summary>
public abstract class ColumnTests(LmsStage stage) : IAsyncLifetime
{
    const string CourseId = "peer-mentor-orientation";

    public sealed class OnSqlite(LmsStage.Sqlite stage) : ColumnTests(stage), IClassFixture<LmsStage.Sqlite>;

    public sealed class OnPostgres(LmsStage.Postgres stage) : ColumnTests(stage), IClassFixture<LmsStage.Postgres>;

    public ValueTask InitializeAsync()
    {
        stage.Lms.Faults.Clear();
        stage.Lms.Quirks.Moodle = false;
        stage.Lms.Registration = stage.Lms.Registration with { Scopes = Scopes.All };
        foreach (var column in stage.Lms.LineItems)
            stage.Lms.DeleteColumn(column.Id);
        stage.Lms.Requests.Clear();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Gives_full_marks_in_the_column_that_the_launch_names()
    {
        var link = stage.NewLink();

        var mentor = await stage.CompleteAsync(link);

        await stage.AcceptedAsync(mentor);
        var score = Assert.Single(stage.ScoresOf(mentor));
        Assert.Equal(stage.ColumnOf(link).Id, score.ColumnId);
        Assert.Equal((100m, 100m, "Completed", "FullyGraded"),
            (score.Message!.ScoreGiven, score.Message.ScoreMaximum, score.Message.ActivityProgress, score.Message.GradingProgress));
    }

    [Fact]
    public async Task Makes_a_column_where_there_is_none()
    {
        var link = stage.NewLink(withColumn: false);

        var mentor = await stage.CompleteAsync(link);

        await stage.AcceptedAsync(mentor);
        var column = Assert.Single(stage.Lms.LineItems);
        Assert.Equal(("Orientation", 1m, CourseId, "completion", link.Id),
            (column.Label, column.Maximum, column.ResourceId, column.Tag, column.ResourceLinkId));
        Assert.True(stage.Lms.Result(column.Id, mentor) is { IsComplete: true });
    }

    [Fact]
    public async Task Finds_the_column_of_the_same_thing_and_leaves_others_alone()
    {
        var link = stage.NewLink(withColumn: false);
        var ours = Foreign("ours", CourseId, "completion");
        Foreign("other thing", "another-course", "completion");
        Foreign("other kind", CourseId, "attendance");

        var mentor = await stage.CompleteAsync(link);

        await stage.AcceptedAsync(mentor);
        Assert.Equal(3, stage.Lms.LineItems.Count);
        Assert.True(stage.Lms.Result(ours.Id, mentor) is { IsComplete: true });
    }

    [Fact]
    public async Task A_module_has_a_column_of_its_own()
    {
        var link = stage.NewLink(withColumn: false, module: MentorWalk.Module);

        await stage.AcceptedAsync(await stage.CompleteAsync(link));

        Assert.Equal(MentorWalk.Module, Assert.Single(stage.Lms.LineItems).ResourceId);
    }

    [Fact]
    public async Task Replicas_that_need_the_same_column_at_once_make_one()
    {
        await stage.AddReplicaAsync();
        var links = Enumerable.Range(0, 8).Select(_ => stage.NewLink(withColumn: false)).ToList();
        var mentors = links.Select(_ => stage.NewMentor()).ToList();
        foreach (var (mentor, link) in mentors.Zip(links))
            await stage.LaunchAsync(mentor, link);
        // Slow enough that all are looking before the first one has made it.
        stage.Lms.Faults.UntilCleared(LmsService.LineItems, new Fault.Latency(TimeSpan.FromMilliseconds(150)));

        await Task.WhenAll(mentors.Select(stage.FinishAsync));

        await Eventually.GetAsync(async () =>
        {
            stage.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await Task.WhenAll(mentors.Select(stage.ReceiptAsync))).Count(receipt => receipt.State == ReceiptState.Accepted);
        }, accepted => accepted == mentors.Count);
        var column = Assert.Single(stage.Lms.LineItems);
        Assert.All(mentors, mentor => Assert.True(stage.Lms.Result(column.Id, mentor) is { IsComplete: true }));
    }

    [Theory]
    [InlineData(LmsService.LineItems, true)]
    [InlineData(LmsService.Scores, true)]
    [InlineData(LmsService.LineItems, false)]
    [InlineData(LmsService.Scores, false)]
    public async Task A_column_that_was_deleted_waits_for_the_next_launch_and_is_then_made_anew(LmsService noticedAt, bool named)
    {
        var link = stage.NewLink(withColumn: named);
        // Somebody else comes first, so that a column of the tool's own is known to be there.
        await stage.AcceptedAsync(await stage.CompleteAsync(link));
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, link);
        stage.Lms.Faults.Next(noticedAt, new Fault.ColumnDeleted());

        await stage.FinishAsync(mentor);
        var waiting = await stage.TriedAsync(mentor);
        stage.Clock.Advance(TimeSpan.FromDays(1));
        await Task.Delay(300);

        Assert.Equal(ReceiptState.WaitsForLaunch, waiting.State);
        Assert.Matches("^404 Not Found: .*Grade item [0-9]+ does not exist", waiting.Words);
        Assert.Equal(1, (await stage.ReceiptAsync(mentor)).Tries);
        Assert.Empty(stage.Lms.LineItems);

        await stage.LaunchAsync(mentor, link);
        await stage.AcceptedAsync(mentor);
        Assert.True(stage.Lms.Result(Assert.Single(stage.Lms.LineItems).Id, mentor) is { IsComplete: true });
    }

    [Fact]
    public async Task A_column_whose_making_was_not_answered_is_found_again()
    {
        var link = stage.NewLink(withColumn: false);
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, link);
        // The first request looks for the column, the second one makes it.
        stage.Lms.Faults.Next(LmsService.LineItems, new Fault.Latency(TimeSpan.Zero));
        stage.Lms.Faults.Next(LmsService.LineItems, new Fault.ConnectionReset(AfterEffect: true));
        await stage.FinishAsync(mentor);
        await stage.TriedAsync(mentor);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));

        await stage.AcceptedAsync(mentor);
        Assert.Single(stage.Lms.LineItems);
    }

    [Fact]
    public async Task Waits_where_there_is_no_column_and_none_may_be_made()
    {
        Allow(Scopes.LineItemReadOnly, Scopes.Score);

        var waiting = await stage.TriedAsync(await stage.CompleteAsync(stage.NewLink(withColumn: false)));

        Assert.Equal((ReceiptState.WaitsForLaunch, "There is no gradebook column for this, and none may be made."), (waiting.State, waiting.Words));
    }

    [Fact]
    public async Task Waits_where_no_column_is_named_and_none_may_be_looked_for()
    {
        Allow(Scopes.Score);

        var waiting = await stage.TriedAsync(await stage.CompleteAsync(stage.NewLink(withColumn: false)));

        Assert.Equal((ReceiptState.WaitsForLaunch, "The launch named no gradebook column and none may be looked for."), (waiting.State, waiting.Words));
    }

    [Fact]
    public async Task An_LMS_without_a_gradebook_is_waited_for_until_it_has_one()
    {
        Allow();
        var link = stage.NewLink();
        var mentor = await stage.CompleteAsync(link);
        var waiting = await stage.TriedAsync(mentor);
        Assert.Equal((ReceiptState.WaitsForLaunch, "The launch gave no leave to post scores."), (waiting.State, waiting.Words));
        Assert.DoesNotContain(stage.Lms.Requests, request => request.Service == LmsService.Token);

        Allow([.. Scopes.Grades]);
        await stage.LaunchAsync(mentor, link);

        await stage.AcceptedAsync(mentor);
    }

    [Theory]
    [InlineData(Scopes.Score)]
    [InlineData(Scopes.Score, Scopes.ResultReadOnly)]
    [InlineData(Scopes.Score, Scopes.LineItemReadOnly, Scopes.MembershipReadOnly)]
    public async Task Asks_for_no_more_than_was_granted(params string[] granted)
    {
        Allow(granted);

        var mentor = await stage.CompleteAsync(stage.NewLink());

        await stage.AcceptedAsync(mentor);
        var asked = stage.Lms.Requests.Where(request => request.Service == LmsService.Token)
            .SelectMany(request => System.Web.HttpUtility.ParseQueryString(request.Body)["scope"]!.Split(' ')).ToHashSet();
        // The roster is granted too, and this tool has no use for it.
        Assert.Equal(granted.Where(scope => scope != Scopes.MembershipReadOnly).Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
        // Without leave to read the column, full marks are 1 of 1.
        Assert.Equal(granted.Contains(Scopes.LineItemReadOnly) ? 100 : 1, Assert.Single(stage.ScoresOf(mentor)).Message!.ScoreMaximum);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Puts_scores_and_results_before_the_query_of_Moodles_addresses(bool named)
    {
        stage.Lms.Quirks.Moodle = true;
        stage.Lms.Faults.Next(LmsService.Scores, new Fault.ConnectionReset(AfterEffect: true));

        var mentor = await stage.CompleteAsync(stage.NewLink(withColumn: named));
        await stage.TriedAsync(mentor);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.AcceptedAsync(mentor);

        var addresses = stage.Lms.Requests.Where(request => request.Service is LmsService.Scores or LmsService.Results).Select(request => request.Address).Distinct().ToList();
        var column = Assert.Single(stage.Lms.LineItems).Id;
        Assert.Equal([$"/lti/ags/{LmsStage.Course}/lineitems/{column}/scores?type_id=1", $"/lti/ags/{LmsStage.Course}/lineitems/{column}/results?type_id=1&user_id={mentor}"], addresses);
    }

    GradeColumn Foreign(string label, string resourceId, string tag)
    {
        var number = stage.Lms.LineItems.Count + 1;
        return stage.Lms.LineItems.Put(new GradeColumn { Id = $"given-{number}", CourseId = LmsStage.Course, Label = label, Maximum = 10, ResourceId = resourceId, Tag = tag });
    }

    void Allow(params string[] scopes)
    {
        stage.Lms.Tokens.RevokeAll();
        stage.Lms.Registration = stage.Lms.Registration with { Scopes = [.. scopes] };
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
