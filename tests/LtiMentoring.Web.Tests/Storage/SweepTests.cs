using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Storage;

public sealed class SweepTests(MentorStage stage) : IClassFixture<MentorStage>
{
    Task SweepAsync() => stage.Tool.Services.GetRequiredService<Sweep>().SweepAsync(CancellationToken.None);

    [Fact]
    public async Task When_the_districts_time_is_over_the_words_go_and_the_completion_stays()
    {
        var early = await stage.ArriveAsync(subject: "long-ago");
        await early.CompleteAsync();
        await stage.Tool.WriteAsync(db => db.Districts.ExecuteUpdateAsync(set => set.SetProperty(row => row.KeepMonths, 12)));
        stage.Clock.Advance(TimeSpan.FromDays(300));
        var late = await stage.ArriveAsync(subject: "lately");
        await late.CompleteAsync();
        await SweepAsync();
        Assert.NotEmpty(await stage.RowsAsync("long-ago", (db, person) => db.Writings.Where(row => row.PersonId == person)));

        stage.Clock.Advance(TimeSpan.FromDays(100));
        await SweepAsync();

        Assert.Empty(await stage.RowsAsync("long-ago", (db, person) => db.Writings.Where(row => row.PersonId == person)));
        Assert.Empty(await stage.RowsAsync("long-ago", (db, person) => db.Attempts.Where(row => row.PersonId == person)));
        Assert.Equal(2, (await stage.RowsAsync("long-ago", (db, person) => db.Completions.Where(row => row.PersonId == person))).Count);
        Assert.NotEmpty(await stage.RowsAsync("lately", (db, person) => db.Writings.Where(row => row.PersonId == person)));
    }

    [Fact]
    public async Task Ended_sessions_and_used_links_go()
    {
        await stage.ArriveAsync(subject: "session-of-mine");
        stage.Clock.Advance(TimeSpan.FromDays(7));
        await SweepAsync();
        Assert.NotEmpty(await stage.RowsAsync("session-of-mine", (db, person) => db.Sessions.Where(row => row.PersonId == person)));

        stage.Clock.Advance(TimeSpan.FromDays(2));
        await SweepAsync();

        Assert.Empty(await stage.RowsAsync("session-of-mine", (db, person) => db.Sessions.Where(row => row.PersonId == person)));
    }
}
