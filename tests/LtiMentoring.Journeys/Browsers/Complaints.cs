using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Browsers;

/// <summary>What the browser complains of in its console: errors, warnings, and everything a Content-Security-Policy stopped.</summary>
public sealed class Complaints
{
    readonly ConcurrentQueue<string> heard = new();

    public Complaints(IBrowserContext context)
    {
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsAnsweredWithAPage(message))
                heard.Enqueue($"{message.Type} at {message.Location}: {message.Text}");
        };
        context.WebError += (_, error) => heard.Enqueue($"script error: {error.Error}");
    }

    public IReadOnlyCollection<string> Heard => heard;

    /// <summary>A page of its own that comes with status 400, 401, 404 or 500 is announced in the console too. That is no defect.</summary>
    static bool IsAnsweredWithAPage(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal)
        && message.Page?.Frames.Any(frame => message.Location.StartsWith(frame.Url.Split('#')[0] + ":", StringComparison.Ordinal)) == true;
}
