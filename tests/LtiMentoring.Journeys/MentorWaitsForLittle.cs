using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Walks;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys;

/// <summary>How much arrives before a mentor can read, and whether it stands still.</summary>
public sealed class MentorWaitsForLittle(Stage stage)
{
    /// <summary>Page, styles, fonts and script, as they cross the network.</summary>
    const long MostBytes = 60 * 1024;

    /// <summary>The page, two style sheets, a font, a script, an icon.</summary>
    const int MostRequests = 6;

    const string Shift =
        """
        () => new Promise(resolve => {
          const moved = [];
          new PerformanceObserver(list => list.getEntries().forEach(entry => moved.push(
            ...entry.sources.map(source => `${source.node?.nodeName}.${source.node?.className} by ${entry.value}`)))).observe({ type: 'layout-shift', buffered: true });
          document.fonts.ready.then(() => setTimeout(() => resolve(moved), 300));
        })
        """;

    [Fact]
    public async Task A_first_page_is_at_most_60_KB_in_six_requests()
    {
        await using var seat = await stage.SeatAsync("Wilma");
        var network = await seat.Context.NewCDPSessionAsync(seat.Page);
        await seat.LaunchInWindowAsync();
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.clearBrowserCache");
        long bytes = 0;
        var requests = 0;
        network.Event("Network.loadingFinished").OnEvent += (_, data) =>
        {
            bytes += (long)data!.Value.GetProperty("encodedDataLength").GetDouble();
            requests++;
        };

        await seat.OpenAsync("/");
        await seat.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.InRange(bytes, 1, MostBytes);
        Assert.InRange(requests, 2, MostRequests);
    }

    [Fact]
    public async Task Nothing_moves_while_a_page_is_read()
    {
        await using var seat = await stage.SeatAsync("Wanda");
        await seat.LaunchInWindowAsync();
        await new ModuleWalk(seat.Tool, new Mouse()).WholeModuleAsync();
        await seat.OpenAsync($"/practice/{ModuleWalk.Module}/{ModuleWalk.RolePlay}");
        var debrief = await seat.Tool.Locator(".resume .btn").GetAttributeAsync("href");
        await new Mouse().PressAsync(seat.Tool.Locator("main form .btn"));
        await seat.Tool.Locator("#now").WaitForAsync();

        foreach (var address in new[] { $"{seat.Session}/", $"{seat.Session}/modules/{ModuleWalk.Module}/what-it-is-for", seat.Tool.Url, stage.Sites.Tool.Address + debrief })
        {
            await seat.Tool.GotoAsync(address);
            Assert.Empty(await seat.Tool.AskAsync<string[]>(Shift));
        }
    }
}
