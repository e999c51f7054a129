using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LtiMentoring.Web.Tests.Machine;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace LtiMentoring.Web.Tests.Machine;

/// <summary>
/// A PostgreSQL server of the tests' own: the machine's binaries, a temporary folder, a free port, an account without
/// rights. The machine's own cluster is never touched. One serves the whole run, and starts when the first test asks for
/// a database.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    const string Unprivileged = "nobody";
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ltimentoring-postgres-");
    readonly int port = FreePort();
    readonly Lazy<Task> started;
    Process? server;

    public PostgresServer() => started = new Lazy<Task>(StartAsync);

    async Task StartAsync()
    {
        var postgres = SystemPackage.Require("A PostgreSQL server", FindPostgres, "postgresql");
        var bin = Path.GetDirectoryName(postgres)!;
        var data = Path.Combine(folder.FullName, "data");
        if (Environment.IsPrivilegedProcess)
            await RunAsync("/bin/chown", Unprivileged, folder.FullName);
        await RunAsUserAsync(Path.Combine(bin, "initdb"), "-D", data, "-U", "mentoring", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        server = StartAsUser(postgres, "-D", data, "-p", $"{port}", "-k", folder.FullName, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off",
            "-c", "max_connections=400");
        await WaitAsync();
    }

    /// <summary>A new, empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        await started.Value;
        var name = $"t{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    string ConnectionString(string database) => $"Host=127.0.0.1;Port={port};Username=mentoring;Database={database};Maximum Pool Size=20";

    async Task WaitAsync()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (watch.Elapsed < TimeSpan.FromSeconds(60) && server is { HasExited: false })
            {
                await Task.Delay(100);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (server is { HasExited: false })
        {
            // SIGINT: fast shutdown. Killing would leave shared memory behind.
            await RunAsync("/bin/kill", "-INT", $"{server.Id}");
            await server.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        }
        folder.Delete(recursive: true);
    }

    static string? FindPostgres() => SystemPackage.FirstOf(
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(Version) : Enumerable.Empty<string>())
        .Select(version => Path.Combine(version, "bin", "postgres"))
        .Concat(["/opt/homebrew/opt/postgresql/bin/postgres", "/usr/local/bin/postgres", "/usr/bin/postgres"]));

    static int Version(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;

    static async Task RunAsUserAsync(string program, params string[] arguments) => await EndAsync(StartAsUser(program, arguments), program);

    static async Task RunAsync(string program, params string[] arguments) => await EndAsync(Start(program, arguments), program);

    static async Task EndAsync(Process process, string program)
    {
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {await errors}");
    }

    /// <summary>PostgreSQL refuses to run as root. setpriv replaces itself, so that the process we hold is the server.</summary>
    static Process StartAsUser(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? Start("/usr/bin/setpriv", ["--reuid", Unprivileged, "--regid", "nogroup", "--clear-groups", program, .. arguments])
        : Start(program, arguments);

    static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
