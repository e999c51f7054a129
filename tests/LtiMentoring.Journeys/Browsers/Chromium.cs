using LtiMentoring.Web.Tests.Machine;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Browsers;

/// <summary>A real Chromium, as it comes: third-party cookies are blocked by default.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>How long to wait for anything on a page. Long, because a busy machine is no defect.</summary>
    public const int Patience = 30_000;

    /// <summary>Nothing that asks the internet; and no sandbox of its own, which root cannot have.</summary>
    static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    readonly IPlaywright playwright;
    readonly string program;

    Chromium(IPlaywright playwright, string program, IBrowser browser) =>
        (this.playwright, this.program, Browser) = (playwright, program, browser);

    public IBrowser Browser { get; }

    public static async Task<Chromium> StartAsync()
    {
        var program = SystemPackage.Require("Chromium", Find, "chromium", "fonts-liberation");
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        return new Chromium(playwright, program, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Headless = true, Args = Arguments }));
    }

    /// <summary>A browser with a profile of its own, for settings that a person makes and not a page.</summary>
    /// <param name="folder">Where the profile lies.</param>
    /// <param name="port">Where another program may join in.</param>
    public Task<IBrowserContext> LaunchProfileAsync(string folder, int? port = null) => playwright.Chromium.LaunchPersistentContextAsync(folder, new()
    {
        ExecutablePath = program, Headless = true, Args = port is null ? Arguments : [.. Arguments, $"--remote-debugging-port={port}"],
    });

    /// <summary>
    /// A browser to which every name under .test is this machine, and whose owner trusts its certificates. All sites share its
    /// processes: Playwright loses a frame for good that goes from one process to another and back within a moment, as the ladder's do.
    /// </summary>
    /// <param name="folder">Where the profile lies.</param>
    /// <param name="script">Whether pages may run script.</param>
    public Task<IBrowserContext> LaunchForTestDomainsAsync(string folder, bool script = true) => playwright.Chromium.LaunchPersistentContextAsync(folder, new()
    {
        ExecutablePath = program, Headless = true, Args = [.. Arguments, "--host-resolver-rules=MAP *.test 127.0.0.1", "--disable-site-isolation-trials"], IgnoreHTTPSErrors = true, JavaScriptEnabled = script,
    });

    static string? Find() => SystemPackage.FirstOf(
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium", @"C:\Program Files\Google\Chrome\Application\chrome.exe");

    public async ValueTask DisposeAsync()
    {
        await Patiently.CloseAsync(Browser);
        playwright.Dispose();
    }
}
