using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>The tool as a program of its own, as an operator starts it.</summary>
public sealed class ToolProgram : IAsyncDisposable
{
    static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    static readonly string Path = System.IO.Path.GetFullPath(
        typeof(ToolProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Tool").Value!, AppContext.BaseDirectory);

    readonly Process process;
    readonly ConcurrentQueue<string> lines = new();
    readonly Task read;

    ToolProgram(IReadOnlyDictionary<string, string> settings, string[] arguments, string? program)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = System.IO.Path.GetTempPath() };
        foreach (var argument in arguments.Prepend(program ?? Path))
            start.ArgumentList.Add(argument);
        start.Environment["CourseDirectory"] = FirstModule.Folder;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        read = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    /// <summary>Copies the built program, so that a test may spoil its files, and gives the copy's path.</summary>
    public static string CopyTo(DirectoryInfo folder)
    {
        var built = System.IO.Path.GetDirectoryName(Path)!;
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(folder.FullName, System.IO.Path.GetRelativePath(built, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return System.IO.Path.Combine(folder.FullName, System.IO.Path.GetFileName(Path));
    }

    /// <summary>Everything it has written so far.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>Runs one verb to its end.</summary>
    /// <param name="settings">The settings, by environment variable.</param>
    /// <param name="arguments">The verb and its options.</param>
    public static Task<(int ExitCode, string Output)> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        RunAsync(Path, settings, arguments);

    public static async Task<(int ExitCode, string Output)> RunAsync(string program, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        await using var running = new ToolProgram(settings, arguments, program);
        await running.process.WaitForExitAsync(new CancellationTokenSource(LongestStart).Token);
        await running.read;
        return (running.process.ExitCode, running.Output);
    }

    /// <summary>Starts it, and waits for nothing.</summary>
    public static ToolProgram Start(IReadOnlyDictionary<string, string> settings, params string[] arguments) => new(settings, arguments, null);

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<ToolProgram> ServeAsync(IReadOnlyDictionary<string, string> settings, string address)
    {
        var program = Start(settings, $"--urls={address}");
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync($"{address}/.well-known/jwks.json");
                if (answer.IsSuccessStatusCode)
                    return program;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            Assert.False(program.process.HasExited || watch.Elapsed > LongestStart, $"The tool did not start:\n{program.Output}");
            await Task.Delay(20);
        }
    }

    /// <summary>kill -9: nothing of it runs any more, not even a finally.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    async Task ReadAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
            lines.Enqueue(line);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        await read;
        process.Dispose();
    }
}
