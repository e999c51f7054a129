using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Walks;

namespace LtiMentoring.Journeys;

/// <summary>What Lighthouse says of course home, a lesson, a scene and a debrief, each in a window of its own.</summary>
public sealed class LighthouseAuditsLearnerPages(Stage stage, ITestOutputHelper output)
{
    /// <summary>How often each page is timed; the median counts.</summary>
    const int Runs = 5;

    /// <summary>Lighthouse waits for ever for a browser that does not answer it.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Accessibility_and_best_practices_are_whole() =>
        await AuditAsync(1, "accessibility,best-practices", score => Assert.Equal(100, score));

    /// <summary>Times depend on the machine, so this runs only when it is asked for.</summary>
    [Fact(Explicit = true)]
    public async Task Pages_are_quick() => await AuditAsync(Runs, "performance", score => Assert.InRange(score, 95, 100));

    async Task AuditAsync(int runs, string categories, Action<int> check)
    {
        var port = FreePort();
        var profile = Directory.CreateTempSubdirectory("ltimentoring-lighthouse-");
        try
        {
            await using var seat = await Seat.TakeAsync(await stage.Chromium.LaunchProfileAsync(profile.FullName, port), stage.Sites, stage.Sites.NewPerson("Lotte"));
            foreach (var page in await RunAsync(port, runs, categories, await PagesAsync(seat)))
            {
                output.WriteLine(page.GetRawText());
                foreach (var score in page.GetProperty("scores").EnumerateObject())
                    check(score.Value.GetInt32());
            }
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    /// <summary>A mentor who has finished, at the addresses of the four pages.</summary>
    async Task<IReadOnlyList<string>> PagesAsync(Seat seat)
    {
        await seat.LaunchInWindowAsync();
        await new ModuleWalk(seat.Tool, new Mouse()).WholeModuleAsync();
        await seat.OpenAsync($"/practice/{ModuleWalk.Module}/{ModuleWalk.RolePlay}");
        var debrief = await seat.Tool.Locator(".resume .btn").GetAttributeAsync("href");
        await new Mouse().PressAsync(seat.Tool.Locator("main form .btn"));
        await seat.Tool.Locator("#now").WaitForAsync();
        var scene = seat.Tool.Url;
        return [$"{seat.Session}/", $"{seat.Session}/modules/{ModuleWalk.Module}/what-it-is-for", scene, stage.Sites.Tool.Address + debrief];
    }

    static async Task<IReadOnlyList<JsonElement>> RunAsync(int port, int runs, string categories, IReadOnlyList<string> pages)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetFullPath(Folder, AppContext.BaseDirectory),
        };
        foreach (var argument in (string[])["lighthouse.mjs", $"{port}", $"{runs}", categories, .. pages])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync(new CancellationTokenSource(Longest * runs).Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
        Assert.True(process.ExitCode == 0, await wrong);
        List<JsonElement> told = [.. (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        // A page that sent Lighthouse elsewhere was not audited.
        Assert.Equal(pages, told.Select(page => page.GetProperty("page").GetString()!));
        return told;
    }

    /// <summary>Where lighthouse.mjs and its packages lie: in the project, not in what was built.</summary>
    static string Folder => typeof(LighthouseAuditsLearnerPages).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(data => data.Key == "Journeys").Value!;

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
