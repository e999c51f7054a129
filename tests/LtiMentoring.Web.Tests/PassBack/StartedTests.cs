using LtiMentoring.SampleLms.Faults;
using LtiMentoring.SampleLms.Requests;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.PassBack;

/// <summary>A gradebook that wants to know it is told who has begun: once, before a completion and never after.</summary>
public abstract class StartedTests(LmsStage stage) : IAsyncLifetime
{
    public sealed class OnSqlite(LmsStage.Sqlite stage) : StartedTests(stage), IClassFixture<LmsStage.Sqlite>;

    public sealed class OnPostgres(LmsStage.Postgres stage) : StartedTests(stage), IClassFixture<LmsStage.Postgres>;

    public async ValueTask InitializeAsync()
    {
        stage.Lms.Faults.Clear();
        await WantAsync(true);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    Task WantAsync(bool wanted) => stage.Tool.WriteAsync(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.TellsStarted, wanted)));

    Task<OpenedLink> OpenedAsync(string mentor) => stage.InDistrictAsync((_, db) => (
        from opened in db.OpenedLinks
        join person in db.People on opened.PersonId equals person.Id
        where person.Subject == mentor
        select opened).AsNoTracking().SingleAsync());

    Task<OpenedLink> OverAsync(string mentor) => Eventually.GetAsync(() => OpenedAsync(mentor), opened => opened.Started is StartedState.Told or StartedState.GivenUp);

    [Fact]
    public async Task It_is_in_progress_without_a_score_and_then_complete()
    {
        var link = stage.NewLink();
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, link);

        Assert.Equal(StartedState.Told, (await OverAsync(mentor)).Started);
        var told = Assert.Single(stage.ScoresOf(mentor)).Message!;
        Assert.Equal(("InProgress", "NotReady", null, null), (told.ActivityProgress, told.GradingProgress, told.ScoreGiven, told.ScoreMaximum));

        stage.Clock.Advance(TimeSpan.FromMinutes(5));
        await stage.FinishAsync(mentor);
        await stage.AcceptedAsync(mentor);
        Assert.True(stage.Lms.Result(stage.ColumnOf(link).Id, mentor) is { IsComplete: true });
    }

    [Fact]
    public async Task Opening_again_tells_nothing_again()
    {
        var link = stage.NewLink();
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, link);
        await OverAsync(mentor);

        await stage.LaunchAsync(mentor, link);
        await Task.Delay(200);

        Assert.Single(stage.ScoresOf(mentor));
    }

    [Fact]
    public async Task Nothing_is_told_where_nobody_wants_to_know()
    {
        await WantAsync(false);
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, stage.NewLink());

        Assert.Null((await OpenedAsync(mentor)).Started);
    }

    [Fact]
    public async Task What_is_complete_is_never_called_begun()
    {
        var mentor = stage.NewMentor();
        stage.Lms.Faults.UntilCleared(LmsService.Scores, new Fault.Status(503));
        await stage.LaunchAsync(mentor, stage.NewLink());
        await Eventually.GetAsync(() => OpenedAsync(mentor), opened => opened.StartedTries > 0);
        await stage.FinishAsync(mentor);
        stage.Lms.Faults.Clear();

        stage.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(StartedState.GivenUp, (await OverAsync(mentor)).Started);
        await stage.AcceptedAsync(mentor);
        Assert.DoesNotContain(stage.ScoresOf(mentor), score => score.Accepted && score.Message!.ActivityProgress == "InProgress");
        // A second place for the same thing hears of the completion alone.
        var second = stage.NewLink();
        await stage.LaunchAsync(mentor, second);
        await stage.AcceptedAsync(mentor);
        Assert.True(stage.Lms.Result(stage.ColumnOf(second).Id, mentor) is { IsComplete: true });
    }

    [Fact]
    public async Task An_LMS_that_stays_away_is_asked_eight_times_and_then_left_alone()
    {
        var mentor = stage.NewMentor();
        stage.Lms.Faults.UntilCleared(LmsService.Scores, new Fault.Status(503));
        await stage.LaunchAsync(mentor, stage.NewLink());

        for (var tries = 1; tries <= 8; tries++)
        {
            await Eventually.GetAsync(() => OpenedAsync(mentor), opened => opened.StartedTries >= tries);
            stage.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal((StartedState.GivenUp, 8), ((await OpenedAsync(mentor)).Started, (await OpenedAsync(mentor)).StartedTries));
    }
}
