using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Storage;

/// <summary>A lease: one holder at a time, and none for ever.</summary>
public abstract class LeaseTests(DatabaseStage stage)
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    public sealed class OnSqlite(DatabaseStage.Sqlite stage) : LeaseTests(stage), IClassFixture<DatabaseStage.Sqlite>;

    public sealed class OnPostgres(DatabaseStage.Postgres stage) : LeaseTests(stage), IClassFixture<DatabaseStage.Postgres>;

    [Fact]
    public async Task Of_many_who_ask_at_once_one_gets_it() =>
        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 20).Select(number => TakeAsync("contested", $"asker-{number}"))), taken => taken);

    [Fact]
    public async Task Ends_by_itself_when_its_holder_dies()
    {
        Assert.True(await TakeAsync("orphaned", "dies"));
        Assert.False(await TakeAsync("orphaned", "waits"));

        stage.Clock.Advance(Life + TimeSpan.FromSeconds(1));

        Assert.True(await TakeAsync("orphaned", "waits"));
        Assert.False(await TakeAsync("orphaned", "dies"));
    }

    [Fact]
    public async Task Is_free_once_its_holder_ends_it()
    {
        await TakeAsync("short", "first");

        await EndAsync("short", "first");

        Assert.True(await TakeAsync("short", "second"));
    }

    [Fact]
    public async Task Is_ended_by_its_holder_only()
    {
        await TakeAsync("kept", "holder");

        await EndAsync("kept", "stranger");

        Assert.False(await TakeAsync("kept", "stranger"));
    }

    Task<bool> TakeAsync(string name, string owner) => WithAsync(leases => leases.TryTakeAsync(name, owner, Life, CancellationToken.None));

    Task EndAsync(string name, string owner) => WithAsync(async leases =>
    {
        await leases.EndAsync(name, owner, CancellationToken.None);
        return true;
    });

    async Task<T> WithAsync<T>(Func<Leases, Task<T>> work)
    {
        await using var scope = stage.Tool.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Leases>());
    }
}
