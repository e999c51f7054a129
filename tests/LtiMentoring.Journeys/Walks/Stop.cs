using System.Diagnostics;
using System.Text.Json;
using LtiMentoring.Journeys.Browsers;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Walks;

/// <summary>Where the keys are: what has the focus, on which page, and what somebody can see of it.</summary>
/// <param name="Page">Tells one page from the next, also where both have the same address.</param>
/// <param name="IsWhole">Whether the page has come whole.</param>
/// <param name="Kind">What the keys can do there; "nothing" where the focus is lost.</param>
/// <param name="Mark">The element, by its place on the page.</param>
/// <param name="Words">What stands on it.</param>
/// <param name="Value">What it holds: words, a day, the answer picked; "checked", "open" or "playing".</param>
/// <param name="Unseen">Why nobody could see that the focus is here; null where it is seen.</param>
/// <param name="Html">How it begins in the page's source.</param>
public sealed record Stop(double Page, bool IsWhole, string Address, string Kind, int Mark, string Words, string Value, string? Unseen, string Html)
{
    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    const string Script =
        """
        async () => {
          const at = document.activeElement, style = getComputedStyle(at);
          const kind = () => {
            if (!document.hasFocus() || at.localName === 'iframe') return 'elsewhere';
            if (at === document.body || at === document.documentElement) return 'nothing';
            if (at.matches('[role=alert]')) return 'alert';
            if (at.tabIndex < 0) return 'place';
            if (!at.closest('main')) return 'passing';
            if (at.matches('textarea, input[type=text]')) return 'words';
            if (at.matches('input, select')) return at.type;
            if (at.matches('summary')) return 'summary';
            if (at.matches('video, audio')) return 'film';
            if (at.matches('.choice')) return 'line';
            if (at.matches('[href*="/files/"], [href$=".ics"]')) return 'file';
            if (at.matches('a[href^="#"]')) return 'jump';
            if (at.matches('.tools button')) return 'taking back';
            return at.matches('.btn') ? 'onward' : 'passing';
          };
          const value = () => {
            if (at.type === 'checkbox') return at.checked ? 'checked' : '';
            if (at.type === 'radio') return at.form.elements[at.name].value;
            if (at.localName === 'summary') return at.parentElement.open ? 'open' : '';
            if (at.matches('video, audio')) return at.paused && !at.ended ? '' : 'playing';
            return String(at.value ?? '');
          };
          // A frame outside the window is not drawn, and then nothing observes it: it would not answer at all.
          const isOnScreen = () => new Promise(tell => {
            setTimeout(() => tell(false), 1000);
            new IntersectionObserver((entries, observer) => {
              observer.disconnect();
              tell(entries.at(-1).isIntersecting);
            }).observe(at);
          });
          const unseen = async () => {
            if (at.tabIndex >= 0 && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)) return 'without a ring';
            return await isOnScreen() ? null : 'outside the window';
          };
          return JSON.stringify({
            page: performance.timeOrigin, isWhole: document.readyState === 'complete', address: location.href, kind: kind(),
            mark: [...document.querySelectorAll('*')].indexOf(at), words: at.textContent.trim(), value: value(), unseen: await unseen(), html: at.outerHTML.slice(0, 160),
          });
        }
        """;

    /// <summary>What has the focus now, on a page that has come whole.</summary>
    public static Task<Stop> OfAsync(IFrame tool) => WhenAsync(tool, _ => true, TimeSpan.Zero);

    /// <summary>Asks until this is so, or until patience ends: then what it is instead.</summary>
    public static async Task<Stop> WhenAsync(IFrame tool, Predicate<Stop> isSo, TimeSpan patience)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            if (await AskAsync(tool) is { IsWhole: true } stop && (isSo(stop) || clock.Elapsed > patience))
                return stop;
            Assert.True(clock.ElapsedMilliseconds < Chromium.Patience, $"{tool.Url} does not come whole.");
        }
    }

    static async Task<Stop?> AskAsync(IFrame tool)
    {
        try
        {
            return JsonSerializer.Deserialize<Stop>(await tool.AskAsync<string>(Script), Web);
        }
        catch (PlaywrightException e) when (e.Message.Contains("navigat", StringComparison.Ordinal) || e.Message.Contains("context", StringComparison.Ordinal))
        {
            return null; // The page went away while it was asked: the next one answers.
        }
    }
}
