using System.Net;
using System.Net.Sockets;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Operate;
using LtiMentoring.Web.PassBack;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>The whole tool on a real port, with a database of its own.</summary>
public sealed class ToolHost : IAsyncDisposable
{
    readonly WebApplication app;
    readonly DirectoryInfo folder;

    ToolHost(WebApplication app, DirectoryInfo folder, string address, LogBook log) =>
        (this.app, this.folder, Address, Log) = (app, folder, address, log);

    public string Address { get; }
    public LogBook Log { get; }
    public IServiceProvider Services => app.Services;

    /// <summary>The connection string, for another program on the same database.</summary>
    public string Database => Services.GetRequiredService<Settings>().Database;

    /// <param name="database">A PostgreSQL connection string; SQLite without it.</param>
    /// <param name="clock">The tool's clock; the machine's without it.</param>
    /// <param name="waits">How long the score sender waits; short without it.</param>
    /// <param name="services">Changes to what the tool is made of.</param>
    /// <param name="settings">More settings, as --Name=value; also another course than the first module.</param>
    public static async Task<ToolHost> StartAsync(string? database = null, TimeProvider? clock = null, Waits? waits = null, Action<IServiceCollection>? services = null, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("ltimentoring-tool-");
        var address = settings.FirstOrDefault(setting => setting.StartsWith("--urls=", StringComparison.Ordinal))?[7..] ?? $"http://127.0.0.1:{FreePort()}";
        var log = new LogBook();
        string[] arguments = [$"--urls={address}", $"--PublicUrl={address}", $"--DataDirectory={folder.FullName}", $"--Database={database}", $"--CourseDirectory={FirstModule.Folder}", .. settings];
        var app = Tool.Build(arguments, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.AddSingleton(waits ?? new Waits { First = TimeSpan.FromMilliseconds(100), Poll = TimeSpan.FromMilliseconds(50) });
            if (clock is not null)
                builder.Services.AddSingleton(clock);
            services?.Invoke(builder.Services);
        });
        await app.PrepareAsync(CancellationToken.None);
        await app.StartAsync();
        return new ToolHost(app, folder, address, log);
    }

    /// <summary>Registers a platform as an operator would, and gives our name for it.</summary>
    internal async Task<Guid> RegisterAsync(NewPlatform platform)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Platforms>().AddAsync(platform, CancellationToken.None)).Registration.Id;
    }

    /// <summary>Looks into the database. Filters of districts are lifted by the caller where needed.</summary>
    public async Task<T> ReadAsync<T>(Func<MentoringDb, Task<T>> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<MentoringDb>());
    }

    public Task WriteAsync(Func<MentoringDb, Task> write) => ReadAsync(async db =>
    {
        db.DistrictId = await db.Districts.Select(district => (Guid?)district.Id).FirstOrDefaultAsync();
        await db.WriteAsync(() => write(db));
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        var settings = Services.GetRequiredService<Settings>();
        await app.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        // A server has room for a hundred connections, and a pool keeps its own for minutes.
        if (settings.UsesPostgres)
            await using (var connection = new NpgsqlConnection(settings.Database))
                NpgsqlConnection.ClearPool(connection);
        folder.Delete(recursive: true);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
