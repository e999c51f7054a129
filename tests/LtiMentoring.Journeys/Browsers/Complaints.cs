using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Browsers;

/// <summary>What the browser complains of in its console: errors, warnings, and everything a Content-Security-Policy stopped.</summary>
public sealed class Complaints
{
    readonly ConcurrentQueue<(string Text, string Location)> heard = new();
    readonly ConcurrentDictionary<string, bool> pages = new();

    public Complaints(IBrowserContext context)
    {
        context.Request += (_, request) =>
        {
            if (request.IsNavigationRequest)
                pages[request.Url.Split('#')[0]] = true;
        };
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                heard.Enqueue(($"{message.Type}: {message.Text}", message.Location));
        };
        context.WebError += (_, error) => heard.Enqueue(($"script error: {error.Error}", ""));
    }

    /// <summary>What was heard since this was asked last.</summary>
    public IReadOnlyList<string> Take()
    {
        List<string> taken = [];
        while (heard.TryDequeue(out var complaint))
            if (!IsAnsweredWithAPage(complaint.Text, complaint.Location))
                taken.Add($"{complaint.Text} at {complaint.Location}");
        return taken;
    }

    /// <summary>A page of its own that comes with status 400, 401, 404 or 500 is announced in the console too. That is no defect.</summary>
    bool IsAnsweredWithAPage(string text, string location) =>
        text.Contains("Failed to load resource: the server responded with a status of", StringComparison.Ordinal)
        && pages.Keys.Any(page => location.StartsWith(page + ":", StringComparison.Ordinal));
}
