using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Walks;

/// <summary>With a mouse, once the page stands still.</summary>
public sealed class Mouse : IHands
{
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    public async Task PressAsync(ILocator target)
    {
        await StandStillAsync(target);
        await target.ClickAsync();
    }

    public async Task CheckAsync(ILocator box)
    {
        await StandStillAsync(box);
        await box.CheckAsync();
    }

    public Task WriteAsync(ILocator field, string words) => field.FillAsync(words);

    /// <summary>
    /// A new page scrolls the LMS's page to its top, and a frame that grows moves what is below it. Playwright looks inside
    /// the frame only, and would click beside the target.
    /// </summary>
    static async Task StandStillAsync(ILocator target)
    {
        await target.ScrollIntoViewIfNeededAsync();
        for (var (before, still) = (await PlaceAsync(target), 0); still < 2;)
        {
            await Task.Delay(Glance);
            var now = await PlaceAsync(target);
            still = now == before ? still + 1 : 0;
            before = now;
            if (still == 0)
                await target.ScrollIntoViewIfNeededAsync();
        }
    }

    static async Task<(float, float)> PlaceAsync(ILocator target) =>
        await target.BoundingBoxAsync() is { } box ? (box.X, box.Y) : (0, 0);
}
