using LtiMentoring.Journeys.Browsers;

namespace LtiMentoring.Journeys.Pages;

/// <summary>The operator's pages. Nobody may frame them, so each stands in a window of its own.</summary>
static class OperatorViews
{
    public static IEnumerable<View> All =>
    [
        new("/Operate/Enter", "operate-enter", async cast => await VisitAsync(await cast.StrangerAsync(), await cast.OperatorLinkAsync())),
        new("/Operate/Enter", "operate-enter-used", async cast => await VisitAsync(await cast.StrangerAsync(), $"{(await cast.SitesAsync()).Tool.Address}/operate/enter/used-before")),
        Of("/Operate/Connections", "operate-connections", ""),
    ];

    static View Of(string page, string name, string path) =>
        new(page, name, async cast => await VisitAsync(await cast.OperatorAsync(), $"{(await cast.SitesAsync()).Tool.Address}/operate{path}"));

    static async Task<Seat> VisitAsync(Seat seat, string address)
    {
        await seat.Tool.GotoAsync(address);
        return seat;
    }
}
