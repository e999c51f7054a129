using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Browsers;

/// <summary>
/// Questions to a page and keys for it, with an end to the waiting. Playwright limits how long it looks for an element; for a
/// frame that went away while it was asked, for a key whose answer was lost with its page, and for a browser that does not
/// close, it would wait for ever.
/// </summary>
static class Patiently
{
    static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(2 * Chromium.Patience);

    /// <exception cref="TimeoutException">The page did not answer.</exception>
    public static Task<T> AskAsync<T>(this IFrame frame, string question) => frame.EvaluateAsync<T>(question).WaitAsync(Longest);

    /// <exception cref="TimeoutException">The page did not answer.</exception>
    public static Task TellAsync(this IFrame frame, string script) => frame.EvaluateAsync(script).WaitAsync(Longest);

    /// <exception cref="TimeoutException">The page did not answer, or has no such element.</exception>
    public static Task<T> AskAsync<T>(this ILocator element, string question) => element.EvaluateAsync<T>(question).WaitAsync(Longest);

    /// <exception cref="TimeoutException">The page did not answer, or has no such element.</exception>
    public static Task TellAsync(this ILocator element, string script) => element.EvaluateAsync(script).WaitAsync(Longest);

    /// <exception cref="TimeoutException">The page did not say that it took the key.</exception>
    public static Task StrikeAsync(this IPage page, string key) => page.Keyboard.PressAsync(key).WaitAsync(Longest);

    /// <exception cref="TimeoutException">The page did not say that it took the words.</exception>
    public static Task TypeAsync(this IPage page, string words) => page.Keyboard.TypeAsync(words).WaitAsync(Longest);

    /// <summary>Closes it. What does not close is left to the end of the run, which takes everything with it.</summary>
    public static async Task CloseAsync(IAsyncDisposable opened)
    {
        var closing = opened.DisposeAsync().AsTask();
        if (await Task.WhenAny(closing, Task.Delay(Longest)) == closing)
            await closing;
    }
}
