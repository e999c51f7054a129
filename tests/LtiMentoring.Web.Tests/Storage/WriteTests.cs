using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Storage;

/// <summary>Several writers at once.</summary>
public abstract class WriteTests(DatabaseStage stage)
{
    public sealed class OnSqlite(DatabaseStage.Sqlite stage) : WriteTests(stage), IClassFixture<DatabaseStage.Sqlite>;

    public sealed class OnPostgres(DatabaseStage.Postgres stage) : WriteTests(stage), IClassFixture<DatabaseStage.Postgres>;

    [Fact]
    public async Task Whoever_comes_second_finds_what_the_first_one_wrote()
    {
        var tries = 0;

        // Each looks, finds nothing, adds: without another try, all but one would fail.
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => WriteAsync(async db =>
        {
            Interlocked.Increment(ref tries);
            if (await db.Registrations.SingleOrDefaultAsync(row => row.Issuer == "https://same.example.org") is { } there)
                return there.Id;
            var made = Registration("https://same.example.org");
            db.Registrations.Add(made);
            return made.Id;
        })));

        Assert.Single(found.Distinct());
        Assert.True(tries >= 8);
    }

    [Fact]
    public async Task A_row_that_two_remove_at_once_is_gone_and_nobody_fails()
    {
        await WriteAsync(db =>
        {
            db.ToolKeys.Add(new StoredToolKey { Kid = "doomed", ProtectedKey = [1], CreatedAt = stage.Clock.GetUtcNow().UtcDateTime });
            return Task.FromResult(true);
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WriteAsync(async db =>
        {
            if (await db.ToolKeys.SingleOrDefaultAsync(key => key.Kid == "doomed") is not { } key)
                return false;
            await Task.Delay(50);
            db.ToolKeys.Remove(key);
            return true;
        })));

        Assert.Equal(0, await stage.Tool.ReadAsync(db => db.ToolKeys.CountAsync(key => key.Kid == "doomed")));
    }

    [Fact]
    public async Task Many_writers_of_two_programs_all_come_to_their_turn()
    {
        var other = await stage.AddReplicaAsync();
        var hosts = new[] { stage.Tool, other };

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => WriteAsync(db =>
        {
            db.ProtectionKeys.Add(new ProtectionKey { Name = $"writer-{number}", Xml = "<key/>" });
            return Task.FromResult(true);
        }, hosts[number % 2])));

        Assert.Equal(60, await stage.Tool.ReadAsync(db => db.ProtectionKeys.CountAsync(row => row.Name.StartsWith("writer-"))));
    }

    [Fact]
    public async Task What_fails_is_undone_as_a_whole()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => WriteAsync<bool>(async db =>
        {
            db.Registrations.Add(Registration("https://half.example.org"));
            await db.SaveChangesAsync();
            throw new TimeoutException();
        }));

        Assert.Equal(0, await stage.Tool.ReadAsync(db => db.Registrations.CountAsync(row => row.Issuer == "https://half.example.org")));
    }

    [Fact]
    public async Task A_conflict_that_repetition_does_not_mend_is_not_repeated_for_ever()
    {
        await WriteAsync(db => Task.FromResult(db.Registrations.Add(Registration("https://taken.example.org"))));
        var tries = 0;

        await Assert.ThrowsAsync<DbUpdateException>(() => WriteAsync(db =>
        {
            tries++;
            return Task.FromResult(db.Registrations.Add(Registration("https://taken.example.org")));
        }));

        Assert.Equal(5, tries);
    }

    static Registration Registration(string issuer) => new()
    {
        Name = "LMS", Issuer = issuer, ClientId = "client", AuthorizationEndpoint = "", TokenEndpoint = "", JwksUri = "", FrameOrigins = "",
    };

    async Task<T> WriteAsync<T>(Func<MentoringDb, Task<T>> work, ToolHost? host = null)
    {
        await using var scope = (host ?? stage.Tool).Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        return await db.WriteAsync(() => work(db));
    }
}
