using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Machine;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LtiMentoring.Web.Tests.Storage;

/// <summary>What happens to a database when programs start on it.</summary>
public abstract class StartTests(PostgresServer? server)
{
    const int AtOnce = 4;
    const int Rounds = 8;

    public sealed class OnSqlite() : StartTests(null)
    {
        [Fact]
        public async Task A_lock_that_a_killed_program_left_does_not_stop_a_start()
        {
            await using var database = await EmptyDatabase.CreateAsync(null);
            await database.ExecuteAsync("""
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-08-26 20:12:09');
                """);

            var migrated = await ToolProgram.RunAsync(database.Settings, "migrate");

            Assert.Equal((0, UpToDate(database)), migrated);
        }

        protected override Task<IAsyncDisposable> HoldAsync(EmptyDatabase database) => Task.FromResult<IAsyncDisposable>(
            new FileStream(Path.Combine(database.Settings["DataDirectory"], "ltimentoring.db.migrate"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));
    }

    public sealed class OnPostgres(PostgresServer server) : StartTests(server)
    {
        protected override async Task<IAsyncDisposable> HoldAsync(EmptyDatabase database)
        {
            var connection = new NpgsqlConnection(database.Connection + ";Pooling=false");
            await connection.OpenAsync();
            // Every version ever deployed must take the same lock, so its number stands here again.
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(21484772035743316)", connection);
            await command.ExecuteNonQueryAsync();
            return connection;
        }
    }

    static string UpToDate(EmptyDatabase database) => $"The database is up to date: {(database.Connection.Contains("Host=", StringComparison.Ordinal)
        ? new NpgsqlConnectionStringBuilder(database.Connection) is var postgres ? $"{postgres.Database} on {postgres.Host}" : ""
        : Path.Combine(database.Settings["DataDirectory"], "ltimentoring.db"))}";

    /// <summary>Holds up the others, as a program does that is migrating.</summary>
    protected abstract Task<IAsyncDisposable> HoldAsync(EmptyDatabase database);

    [Fact]
    public async Task A_start_waits_while_another_program_migrates()
    {
        await using var database = await EmptyDatabase.CreateAsync(server);
        await using var db = database.Open();
        var other = await HoldAsync(database);

        var start = SafeMigrator.MigrateAsync(db, CancellationToken.None);
        var early = await Task.WhenAny(start, Task.Delay(TimeSpan.FromSeconds(1)));
        await other.DisposeAsync();
        await start;

        Assert.NotSame(start, early);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Programs_that_start_together_on_an_empty_database_all_come_up()
    {
        await using var database = await EmptyDatabase.CreateAsync(server);

        var started = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => ToolProgram.RunAsync(database.Settings, "migrate")));

        Assert.All(started, program => Assert.True(program == (0, UpToDate(database)), program.Output));
        await using var db = database.Open();
        Assert.Single(await db.ToolKeys.ToListAsync());
    }

    [Fact]
    public async Task Migrations_that_start_together_are_applied_once_in_every_round()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var database = await EmptyDatabase.CreateAsync(server);
            var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var starts = Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
            {
                await using var db = database.Open();
                await barrier.Task;
                await SafeMigrator.MigrateAsync(db, CancellationToken.None);
                Assert.Empty(await db.Database.GetPendingMigrationsAsync());
            })).ToList();

            barrier.SetResult();
            await Task.WhenAll(starts);
        }
    }

    [Fact]
    public async Task An_empty_database_gets_every_table_of_the_model()
    {
        await using var database = await EmptyDatabase.CreateAsync(server);
        await using var db = database.Open();

        await SafeMigrator.MigrateAsync(db, CancellationToken.None);

        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!))
#pragma warning disable EF1002 // The table's name is the model's own.
            Assert.Equal(0, (await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"").ToListAsync()).Single());
#pragma warning restore EF1002
    }

    [Fact]
    public async Task Starting_again_changes_nothing()
    {
        await using var database = await EmptyDatabase.CreateAsync(server);
        await ToolProgram.RunAsync(database.Settings, "migrate");
        await using var db = database.Open();
        var before = await db.ToolKeys.Select(key => key.Kid).ToListAsync();

        var again = await ToolProgram.RunAsync(database.Settings, "migrate");

        Assert.Equal((0, UpToDate(database)), again);
        Assert.Equal(before, await db.ToolKeys.Select(key => key.Kid).ToListAsync());
    }
}
