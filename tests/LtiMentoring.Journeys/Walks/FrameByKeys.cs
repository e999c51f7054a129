using LtiMentoring.Journeys.Browsers;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Walks;

/// <summary>
/// The tool's frame, worked with Tab, Enter, Space, the arrows and the letters. After each key the focus is somewhere in the
/// frame, and can be seen where it is.
/// </summary>
public sealed class FrameByKeys(IFrame tool, IPage page)
{
    const int MostStops = 80;
    const string Sentence = "She counted to three first.";

    /// <summary>A page comes whole a moment before its script runs, and an LMS's page scrolls a moment after its frame.</summary>
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    public string Path => new Uri(tool.Url).AbsolutePath;

    /// <summary>From the LMS's page into the frame, whose first stop skips to what the page is about.</summary>
    public async Task EnterAsync()
    {
        for (var stops = 0; (await Stop.OfAsync(tool)).Kind == "elsewhere"; stops++)
        {
            Assert.True(stops < MostStops, $"{MostStops} times Tab did not lead into the frame.");
            await page.StrikeAsync("Tab");
        }
        var skip = await NowAsync();
        await page.StrikeAsync("Enter");
        Assert.Equal("place", (await OnAsync(skip)).Kind);
    }

    public async Task<Stop> NowAsync()
    {
        var at = await Stop.WhenAsync(tool, stop => stop.Kind != "nothing" && stop.Unseen is null, Moment);
        Assert.True(at.Kind is not ("nothing" or "elsewhere"), $"The focus is on {at.Kind} at {at.Address}");
        Assert.True(at.Unseen is null, $"The focus is {at.Unseen} on {at.Html} at {at.Address}");
        return at;
    }

    public async Task<Stop> MoveAsync(string key, Stop from)
    {
        await page.StrikeAsync(key);
        return await OnAsync(from);
    }

    /// <summary>By a link or a button to another page, where the focus is at what is read first.</summary>
    public async Task GoAsync(Stop from)
    {
        await page.StrikeAsync("Enter");
        var next = await Stop.WhenAsync(tool, stop => stop.Page != from.Page, TimeSpan.FromMilliseconds(Chromium.Patience));
        Assert.True(next.Page != from.Page, $"{from.Html} led nowhere at {from.Address}");
        var at = await NowAsync();
        Assert.True(at.Kind is "place" or "alert", $"Reading begins at {at.Html} at {at.Address}");
    }

    /// <summary>What somebody would do at this stop; the page stays.</summary>
    public async Task<Stop> DoAsync(Stop at)
    {
        switch (at.Kind)
        {
            case "words":
                return await TypeAsync(at, Sentence, value => value.Contains(Sentence, StringComparison.Ordinal));
            case "date":
                return await TypeAsync(at, "09172027", value => value == "2027-09-17");
            case "time":
                return await TypeAsync(at, "0345PM", value => value == "15:45");
            case "number":
                return await TypeAsync(at, "12", value => value == "12");
            case "checkbox" when at.Value.Length == 0:
                return await PressAsync(at, "Space", value => value == "checked");
            case "radio":
                var picked = await PressAsync(at, "Space", value => value.Length > 0);
                var other = await MoveAsync("ArrowDown", picked);
                Assert.NotEqual(picked.Value, other.Value);
                return other;
            case "select-one":
                return await PressAsync(at, "ArrowDown", value => value != at.Value);
            case "summary" when at.Value.Length == 0:
                return await PressAsync(at, "Enter", value => value == "open");
            case "film":
                return await PressAsync(at, "Space", value => value == "playing");
            case "file":
                await page.RunAndWaitForDownloadAsync(() => page.StrikeAsync("Enter"));
                return await StayAsync(at, _ => true);
            case "jump":
                var place = await MoveAsync("Enter", at);
                Assert.Equal("place", place.Kind);
                return place;
            default:
                return at;
        }
    }

    async Task<Stop> TypeAsync(Stop at, string words, Predicate<string> holds)
    {
        await page.TypeAsync(words);
        return await StayAsync(at, holds);
    }

    async Task<Stop> PressAsync(Stop at, string key, Predicate<string> holds)
    {
        await page.StrikeAsync(key);
        return await StayAsync(at, holds);
    }

    async Task<Stop> StayAsync(Stop at, Predicate<string> holds)
    {
        var now = await OnAsync(at);
        Assert.True(now.Mark == at.Mark, $"The focus went from {at.Html} to {now.Html} at {at.Address}");
        Assert.True(holds(now.Value), $"{now.Html} holds {now.Value} at {at.Address}");
        return now;
    }

    async Task<Stop> OnAsync(Stop from)
    {
        var at = await NowAsync();
        Assert.True(at.Page == from.Page, $"Another page came by itself: {at.Address}");
        return at;
    }
}
