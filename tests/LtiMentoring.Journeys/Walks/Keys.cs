using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Walks;

/// <summary>With the keys Tab, Enter, Space and the letters alone. Wherever the focus stops on the way, it must be seen.</summary>
public sealed class Keys(IPage page) : IHands
{
    const int MostStops = 80;

    /// <summary>Where the focus is: "there" on the target, empty while it is elsewhere, or why nobody could see it.</summary>
    const string Stop =
        """
        target => {
          if (document.readyState !== 'complete') return 'loading';
          const at = document.activeElement;
          if (!document.hasFocus() || at === document.body || at.localName === 'iframe') return '';
          const style = getComputedStyle(at), box = at.getBoundingClientRect();
          const hasRing = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          const isOnScreen = box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth && box.bottom > 0;
          if (at.tabIndex >= 0 && !(hasRing && isOnScreen)) return `not to be seen: ${at.outerHTML.slice(0, 160)}`;
          return at === target ? 'there' : '';
        }
        """;

    public async Task PressAsync(ILocator target)
    {
        await ReachAsync(target);
        await page.StrikeAsync("Enter");
    }

    public async Task CheckAsync(ILocator box)
    {
        await ReachAsync(box);
        await page.StrikeAsync("Space");
    }

    public async Task WriteAsync(ILocator field, string words)
    {
        await ReachAsync(field);
        await page.TypeAsync(words);
    }

    /// <summary>Forward only: whatever comes first on the page must come first to the keys.</summary>
    async Task ReachAsync(ILocator target)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            var found = await Eventually.GetAsync(() => target.AskAsync<string>(Stop), found => found != "loading");
            if (found == "there")
                return;
            Assert.True(found.Length == 0, $"The focus is {found}");
            await page.StrikeAsync("Tab");
        }
        Assert.Fail($"{target} was not reached with {MostStops} times Tab.");
    }
}
