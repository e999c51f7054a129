using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Tokens;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.PassBack;

/// <summary>What the tool does when the gradebook already holds something.</summary>
public abstract class ReconcileTests(LmsStage stage) : IAsyncLifetime
{
    public sealed class OnSqlite(LmsStage.Sqlite stage) : ReconcileTests(stage), IClassFixture<LmsStage.Sqlite>;

    public sealed class OnPostgres(LmsStage.Postgres stage) : ReconcileTests(stage), IClassFixture<LmsStage.Postgres>;

    public ValueTask InitializeAsync()
    {
        stage.Lms.Registration = stage.Lms.Registration with { Scopes = Scopes.All };
        stage.Lms.Quirks.Moodle = true;
        stage.Clock.Advance(TimeSpan.FromHours(2));
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Says_when_it_was_earned_however_late_it_arrives()
    {
        var link = stage.NewLink();
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, link);
        var earned = stage.Clock.GetUtcNow();
        stage.Lms.Faults.Next(SampleLms.Requests.LmsService.Scores, new SampleLms.Faults.Fault.Status(503));
        await stage.FinishAsync(mentor);
        await stage.TriedAsync(mentor);

        stage.Clock.Advance(TimeSpan.FromDays(3));
        await stage.AcceptedAsync(mentor);

        Assert.Equal(earned, Assert.Single(stage.ScoresOf(mentor)).Message!.Timestamp);
    }

    /// <summary>Moodle keeps whole seconds, so a later one must differ by a whole one.</summary>
    [Fact]
    public async Task Every_message_to_one_column_is_a_second_later_than_the_one_before()
    {
        var first = stage.NewLink();
        var mentor = await stage.CompleteAsync(first);
        await stage.AcceptedAsync(mentor);
        var links = new[] { stage.NewLink(withColumn: false), stage.NewLink(withColumn: false) };
        foreach (var link in links)
        {
            // Two more places of the same thing, which the LMS shows in the same column.
            NameColumn(stage.ColumnOf(first));
            await stage.LaunchAsync(mentor, link);
            await stage.AcceptedAsync(mentor);
        }

        var scores = stage.ScoresOf(mentor);
        Assert.Equal(3, scores.Count);
        Assert.All(scores, score => Assert.True(score.Accepted));
        Assert.All(scores.Zip(scores.Skip(1)), pair => Assert.True(pair.Second.Message!.Timestamp - pair.First.Message!.Timestamp >= TimeSpan.FromSeconds(1) - TimeSpan.FromMilliseconds(999)));
        Assert.Equal(3, scores.Select(score => score.Message!.Timestamp.ToUnixTimeSeconds()).Distinct().Count());
    }

    [Fact]
    public async Task Full_marks_that_stand_there_already_are_enough()
    {
        var (mentor, column) = await MeetAsync(score: 100, later: TimeSpan.FromHours(1));

        var receipt = Assert.Single(await stage.AcceptedAsync(mentor));

        Assert.Equal("The gradebook shows it already.", receipt.Words);
        Assert.Equal(stage.Clock.GetUtcNow().AddHours(1), stage.Lms.Result(column.Id, mentor)!.Timestamp);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(99.9)]
    public async Task A_grade_of_somebody_elses_is_never_overwritten(double score)
    {
        var (mentor, column) = await MeetAsync((decimal)score, later: TimeSpan.FromHours(1));

        var receipt = await stage.TriedAsync(mentor);
        stage.Clock.Advance(TimeSpan.FromDays(1));
        await Task.Delay(200);

        Assert.Equal(ReceiptState.NeedsPerson, receipt.State);
        Assert.StartsWith($"409 Refusing score with an earlier timestamp for item {column.Id} and user {mentor}", receipt.Words, StringComparison.Ordinal);
        Assert.EndsWith($"(the gradebook shows {score.ToString(System.Globalization.CultureInfo.InvariantCulture)} of 100)", receipt.Words, StringComparison.Ordinal);
        Assert.Equal((decimal)score, stage.Lms.Result(column.Id, mentor)!.Score);
        Assert.Equal(1, (await stage.ReceiptAsync(mentor)).Tries);
    }

    [Fact]
    public async Task Where_a_message_erased_the_grade_a_later_one_is_sent()
    {
        var (mentor, column) = await MeetAsync(score: null, later: TimeSpan.Zero);

        await stage.AcceptedAsync(mentor);

        Assert.Equal([409, 200], stage.ScoresOf(mentor).Select(score => score.Status));
        Assert.True(stage.Lms.Result(column.Id, mentor) is { IsComplete: true });
    }

    [Fact]
    public async Task Where_it_was_erased_by_a_clock_that_is_ahead_the_tool_tries_until_time_has_come()
    {
        var (mentor, column) = await MeetAsync(score: null, later: TimeSpan.FromHours(1));
        Assert.Equal(ReceiptState.Pending, (await stage.TriedAsync(mentor)).State);

        stage.Clock.Advance(TimeSpan.FromHours(2));

        await stage.AcceptedAsync(mentor);
        Assert.True(stage.Lms.Result(column.Id, mentor) is { IsComplete: true });
    }

    [Fact]
    public async Task Where_the_gradebook_may_not_be_read_a_person_must_look()
    {
        stage.Lms.Registration = stage.Lms.Registration with { Scopes = [Scopes.Score, Scopes.LineItemReadOnly] };
        var (mentor, _) = await MeetAsync(score: null, later: TimeSpan.FromHours(1));

        var receipt = await stage.TriedAsync(mentor);

        Assert.Equal(ReceiptState.NeedsPerson, receipt.State);
        Assert.EndsWith("(and the results may not be read)", receipt.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_gradebook_cannot_be_read_at_the_moment_it_is_tried_again()
    {
        stage.Lms.Faults.Next(SampleLms.Requests.LmsService.Results, new SampleLms.Faults.Fault.Status(503));
        var (mentor, _) = await MeetAsync(score: 100, later: TimeSpan.FromHours(1));
        Assert.Equal(ReceiptState.Pending, (await stage.TriedAsync(mentor)).State);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));

        await stage.AcceptedAsync(mentor);
    }

    /// <summary>A mentor completes what the gradebook holds something later for.</summary>
    async Task<(string Mentor, GradeColumn Column)> MeetAsync(decimal? score, TimeSpan later)
    {
        var link = stage.NewLink();
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, link);
        var column = stage.ColumnOf(link);
        stage.Lms.Results.Put(new Grade
        {
            ColumnId = column.Id, Sub = mentor, Score = score, Maximum = column.Maximum, ActivityProgress = "Completed", GradingProgress = "FullyGraded",
            Timestamp = stage.Clock.GetUtcNow() + later,
        });
        await stage.FinishAsync(mentor);
        return (mentor, column);
    }

    void NameColumn(GradeColumn column) => stage.Lms.Shape((_, claims) =>
        claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]!["lineitem"] = $"{stage.Lms.Address}/lti/ags/{LmsStage.Course}/lineitems/{column.Id}?type_id=1");

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
