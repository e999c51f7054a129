using Deque.AxeCore.Commons;
using LtiMentoring.Journeys.Browsers;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Pages;

/// <summary>What was found on one view, in both themes, narrow and wide and zoomed, and in Spanish.</summary>
public sealed record Look(
    string Rendered, IReadOnlyList<string> Barriers, IReadOnlyList<string> Sideways, IReadOnlyList<string> Jumps, IReadOnlyList<string> Complaints)
{
    /// <summary>Windows, and what the LMS's page leaves of them for its frame. The last is a window of 1280 at a zoom of 200 %.</summary>
    static readonly (int Window, int Frame) Narrow = (362, 320), Wide = (1280, 1174), Zoomed = (640, 598);

    /// <summary>The folder for pictures of every view, when somebody wants to look too.</summary>
    static readonly string? Shots = Environment.GetEnvironmentVariable("LTIMENTORING_SHOTS");

    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static async Task<Look> AtAsync(View view, Cast cast)
    {
        var rendered = await cast.RenderedAsync();
        var seat = await view.ReachAsync(cast);
        var last = rendered.Last;
        await seat.Tool.TellAsync(Axe);
        List<string> barriers = [], sideways = [], jumps = [];
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await seat.Page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            await seat.Tool.WaitForFunctionAsync($"matchMedia('(prefers-color-scheme: {theme})').matches");
            foreach (var width in new[] { Narrow, Wide, Zoomed })
            {
                await ResizeAsync(seat, width);
                sideways.AddRange(await AskAsync(seat, InThePage.Sideways, $"{theme} {width}"));
                if (width == Zoomed)
                    continue;
                barriers.AddRange(await AskAsync(seat, InThePage.Barriers, $"{theme} {width}"));
                jumps.AddRange(width == Narrow ? await AskAsync(seat, InThePage.Jumps, "") : []);
                await ShootAsync(seat, $"{view.Name}-{theme}-{(width == Narrow ? 320 : 1280)}");
            }
        }
        await SpanishAsync(seat, view, barriers, sideways);
        return new Look(last, barriers, sideways, jumps, seat.Complaints.Take());
    }

    /// <summary>The same page in Spanish, whose words are longer, wherever it offers the language. Then back, for whoever sits there next.</summary>
    static async Task SpanishAsync(Seat seat, View view, List<string> barriers, List<string> sideways)
    {
        if (await seat.Tool.Locator("footer a[hreflang=es]").CountAsync() == 0)
            return;
        await seat.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await SpeakAsync(seat, "es");
        await seat.Tool.TellAsync(Axe);
        foreach (var width in new[] { Narrow, Wide })
        {
            await ResizeAsync(seat, width);
            sideways.AddRange(await AskAsync(seat, InThePage.Sideways, $"Spanish {width}"));
            await ShootAsync(seat, $"{view.Name}-spanish-{(width == Narrow ? 320 : 1280)}");
        }
        barriers.AddRange(await AskAsync(seat, InThePage.Barriers, "Spanish"));
        await SpeakAsync(seat, "en");
    }

    static async Task SpeakAsync(Seat seat, string language)
    {
        await seat.Tool.Locator($"footer a[hreflang={language}]").ClickAsync();
        await seat.Tool.WaitForFunctionAsync("language => document.documentElement.lang.startsWith(language) && document.readyState === 'complete'", language);
    }

    static async Task ResizeAsync(Seat seat, (int Window, int Frame) width)
    {
        await seat.Page.SetViewportSizeAsync(seat.IsFramed ? width.Window : width.Frame, 800);
        await seat.Tool.WaitForFunctionAsync("width => innerWidth === width", width.Frame);
    }

    static async Task<IEnumerable<string>> AskAsync(Seat seat, string question, string where) =>
        (await seat.Tool.AskAsync<string[]>(question)).Select(found => $"{where} {found}");

    static async Task ShootAsync(Seat seat, string name)
    {
        if (string.IsNullOrEmpty(Shots))
            return;
        await seat.Tool.TellAsync("() => document.fonts.ready.then(() => 0)");
        var path = Path.Combine(Shots, $"{name.ToLowerInvariant()}.png");
        if (!seat.IsFramed)
        {
            await seat.Page.ScreenshotAsync(new() { Path = path, FullPage = true, Animations = ScreenshotAnimations.Disabled });
            return;
        }
        // Of a frame of another site, only what the window shows is painted.
        await seat.Page.SetViewportSizeAsync(seat.Page.ViewportSize!.Width, await seat.Page.MainFrame.AskAsync<int>("() => document.documentElement.scrollHeight"));
        await seat.Page.Locator("iframe[name=tool]").ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
    }
}
