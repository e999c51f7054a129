using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Storage;

public abstract class SweepTests(MentorStage stage)
{
    public sealed class OnSqlite(MentorStage stage) : SweepTests(stage), IClassFixture<MentorStage>;

    public sealed class OnPostgres(MentorStage.Postgres stage) : SweepTests(stage), IClassFixture<MentorStage.Postgres>;

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
    public async Task Kept_pages_go_with_the_words_and_whoever_comes_back_keeps_everything()
    {
        foreach (var subject in new[] { "gone", "back" })
        {
            var walk = await stage.ArriveAsync(subject: subject);
            await walk.ReflectOnHelpAsync();
            var person = (await stage.RowsAsync(subject, (db, id) => db.People.Where(row => row.Id == id)))[0];
            await stage.Tool.WriteAsync(db =>
            {
                db.DistrictId = person.DistrictId;
                db.Bookmarks.Add(new Bookmark { DistrictId = person.DistrictId, PersonId = person.Id, ModuleId = MentorWalk.Module, LessonId = "your-role", KeptAt = stage.Clock.GetUtcNow().UtcDateTime });
                return Task.CompletedTask;
            });
        }
        await stage.Tool.WriteAsync(db => db.Districts.ExecuteUpdateAsync(set => set.SetProperty(row => row.KeepMonths, 12)));
        stage.Clock.Advance(TimeSpan.FromDays(400));
        await stage.ArriveAsync(subject: "back");

        await SweepAsync();

        Assert.Empty(await stage.RowsAsync("gone", (db, person) => db.Bookmarks.Where(row => row.PersonId == person)));
        Assert.NotEmpty(await stage.RowsAsync("back", (db, person) => db.Bookmarks.Where(row => row.PersonId == person)));
        Assert.NotEmpty(await stage.RowsAsync("back", (db, person) => db.Writings.Where(row => row.PersonId == person)));
    }

    [Fact]
    public async Task The_time_of_whoever_was_here_before_visits_were_written_down_begins_with_the_sweep()
    {
        await (await stage.ArriveAsync(subject: "unseen")).ReflectOnHelpAsync();
        await stage.Tool.WriteAsync(db => db.People.IgnoreQueryFilters().Where(row => row.Subject == "unseen").ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, (DateTime?)null)));
        await stage.Tool.WriteAsync(db => db.Districts.ExecuteUpdateAsync(set => set.SetProperty(row => row.KeepMonths, 12)));
        await SweepAsync();
        Assert.NotEmpty(await stage.RowsAsync("unseen", (db, person) => db.Writings.Where(row => row.PersonId == person)));

        stage.Clock.Advance(TimeSpan.FromDays(400));
        await SweepAsync();

        Assert.Empty(await stage.RowsAsync("unseen", (db, person) => db.Writings.Where(row => row.PersonId == person)));
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
