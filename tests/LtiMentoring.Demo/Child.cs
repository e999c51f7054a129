using System.Diagnostics;
using System.Reflection;

namespace LtiMentoring.Demo;

/// <summary>One of the two programs, as a process of its own that ends with this one.</summary>
sealed class Child : IDisposable
{
    static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    readonly Process process;

    Child(Process process) => this.process = process;

    /// <param name="program">Which program: the name under which the build left its path.</param>
    /// <param name="settings">Its environment, beside ours.</param>
    /// <param name="hidden">Lines that begin so are not shown again.</param>
    public static Child Start(string program, Dictionary<string, string> settings, IReadOnlyList<string> hidden, params string[] arguments)
    {
        var process = Process.Start(Call(program, settings, arguments))!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text && !hidden.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal)))
                Console.WriteLine(text);
        };
        process.BeginOutputReadLine();
        return new Child(process);
    }

    /// <summary>Runs a program to its end, and gives what it printed.</summary>
    public static async Task<string> AskAsync(string program, Dictionary<string, string> settings, CancellationToken cancel, params string[] arguments)
    {
        using var process = Process.Start(Call(program, settings, arguments))!;
        return await process.StandardOutput.ReadToEndAsync(cancel);
    }

    static ProcessStartInfo Call(string program, Dictionary<string, string> settings, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [PathOf(program), .. arguments]) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Waits until the program serves; false when it ended or took too long.</summary>
    public async Task<bool> AnswersAsync(string address, CancellationToken cancel)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        var watch = Stopwatch.StartNew();
        while (!process.HasExited && watch.Elapsed < LongestStart)
        {
            try
            {
                if ((await client.GetAsync(address, cancel)).IsSuccessStatusCode)
                    return true;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                await Task.Delay(100, cancel);
            }
        }
        await Console.Error.WriteLineAsync($"{address} did not answer.");
        return false;
    }

    public async Task<int> EndAsync(CancellationToken cancel)
    {
        await process.WaitForExitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return process.HasExited ? process.ExitCode : 0;
    }

    static string PathOf(string program)
    {
        var relative = typeof(Child).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == program).Value!;
        return Path.GetFullPath(relative, AppContext.BaseDirectory);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
