using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Machine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Storage;

/// <summary>A database with nothing in it, on either system.</summary>
public sealed class EmptyDatabase : IAsyncDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ltimentoring-database-");

    EmptyDatabase(string? connection) => Connection = connection ?? $"Data Source={Path.Combine(folder.FullName, "ltimentoring.db")}";

    public string Connection { get; }

    /// <summary>The settings of a program that works on it.</summary>
    public Dictionary<string, string> Settings => new() { ["Database"] = Connection, ["DataDirectory"] = folder.FullName };

    public static async Task<EmptyDatabase> CreateAsync(PostgresServer? server) => new(server is null ? null : await server.CreateDatabaseAsync());

    /// <summary>A context as the tool has one, without the tool.</summary>
    public MentoringDb Open()
    {
        var settings = new Settings { Database = Connection, DataDirectory = folder.FullName, PublicUrl = "http://localhost" };
        var options = new DbContextOptionsBuilder<MentoringDb>();
        StorageServices.Use(options, settings);
        return new MentoringDb(options.Options, new WriteTurn(oneWriter: !settings.UsesPostgres));
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var db = Open();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
