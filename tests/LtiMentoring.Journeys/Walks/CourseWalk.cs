using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Walks;

/// <summary>
/// A mentor's way through any course, lesson after lesson, by what stands on each page: fills in what can be filled in, and
/// presses what goes on.
/// </summary>
public sealed class CourseWalk(IFrame tool, IHands hands)
{
    const int MostPages = 600;

    readonly HashSet<string> kinds = [];

    /// <summary>The pages that were passed, by the first word of their address.</summary>
    public IReadOnlyCollection<string> Kinds => kinds;

    /// <summary>How many pages were passed.</summary>
    public int Pages { get; private set; }

    /// <summary>From the course's home until it is complete, or until a page for which <paramref name="isEnd"/> holds.</summary>
    public async Task ToTheEndAsync(Func<string, bool> isEnd)
    {
        for (; Pages < MostPages; Pages++)
        {
            var path = string.Concat(new Uri(tool.Url).Segments.Skip(3));
            if (isEnd(path))
                return;
            kinds.Add(path.Split('/')[0]);
            await tool.EvaluateAsync("() => { window.wasHere = true; }");
            await hands.PressAsync(path switch
            {
                _ when path.StartsWith("modules/", StringComparison.Ordinal) => await LessonAsync(),
                _ when path.EndsWith("/debrief", StringComparison.Ordinal) => tool.Locator("main nav a.btn").First,
                _ when path.EndsWith("/reflect", StringComparison.Ordinal) => await FilledAsync(tool.Locator("main form")),
                _ when path.StartsWith("practice/run/", StringComparison.Ordinal) => await TurnAsync(),
                _ when path.StartsWith("practice/", StringComparison.Ordinal) => await FilledAsync(tool.Locator("main form")),
                _ => tool.Locator("main a.btn").First,
            });
            await tool.WaitForFunctionAsync("() => !window.wasHere && document.readyState === 'complete'");
        }
        Assert.Fail($"After {MostPages} pages there is still no end, but {tool.Url}");
    }

    /// <summary>A sheet that was kept stays on its page and says where to go on.</summary>
    async Task<ILocator> LessonAsync() =>
        tool.Locator("#kept a.btn:not(.plain)") is var onward && await onward.CountAsync() > 0 ? onward : await FilledAsync(tool.Locator("#lesson"));

    /// <summary>Each turn another one of the lines, so that in all conversations many are heard.</summary>
    async Task<ILocator> TurnAsync()
    {
        var lines = tool.Locator("button.choice");
        return await lines.CountAsync() is var count and > 0 ? lines.Nth(Pages % count) : tool.Locator("main form .btn").First;
    }

    async Task<ILocator> FilledAsync(ILocator form)
    {
        var answered = new HashSet<string>();
        foreach (var field in await form.Locator("input:visible, textarea:visible").AllAsync())
        {
            var (type, name) = (await field.EvaluateAsync<string>("field => field.type"), await field.GetAttributeAsync("name") ?? "");
            if (type is "radio" or "checkbox")
            {
                if (!await field.EvaluateAsync<bool>("field => [...field.form.elements].some(other => other.name === field.name && other.checked)") && answered.Add(name))
                    await hands.CheckAsync(field);
            }
            else if (await field.InputValueAsync() == "")
                await hands.WriteAsync(field, type == "date" ? "09172027" : "I ask first, and then I wait.");
        }
        return form.Locator("button.btn").First;
    }
}
