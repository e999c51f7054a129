using LtiMentoring.Web.Tests.Machine;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>
/// The tool on one database. Test classes that take it are written once and run twice, as their nested classes
/// <c>OnSqlite</c> and <c>OnPostgres</c>, each with a database of its own.
/// </summary>
public abstract class DatabaseStage(PostgresServer? server) : IAsyncLifetime
{
    readonly List<ToolHost> replicas = [];

    public ManualClock Clock { get; } = new();

    public bool IsPostgres => server is not null;

    /// <summary>How every replica is told where the database is; null for a SQLite file of the first one's own.</summary>
    protected string? Database { get; private set; }

    public ToolHost Tool => replicas[0];

    public virtual async ValueTask InitializeAsync()
    {
        Database = server is null ? null : await server.CreateDatabaseAsync();
        await AddReplicaAsync();
    }

    /// <summary>One more tool behind the same public address, on the same database.</summary>
    public async Task<ToolHost> AddReplicaAsync()
    {
        string[] sameAddress = replicas.Count == 0 ? [] : [$"--PublicUrl={Tool.Address}"];
        var replica = await ToolHost.StartAsync(Database, Clock, settings: sameAddress);
        Database ??= replica.Database;
        replicas.Add(replica);
        return replica;
    }

    /// <summary>The second replica; started by the first test that asks for it.</summary>
    public async Task<ToolHost> SecondAsync() => replicas.Count > 1 ? replicas[1] : await AddReplicaAsync();

    public virtual async ValueTask DisposeAsync()
    {
        // The first one last: the SQLite file lies in its folder.
        foreach (var replica in Enumerable.Reverse(replicas))
            await replica.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public sealed class Sqlite() : DatabaseStage(null);

    public sealed class Postgres(PostgresServer server) : DatabaseStage(server);
}
