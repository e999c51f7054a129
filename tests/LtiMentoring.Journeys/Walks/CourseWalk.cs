using System.Text.RegularExpressions;

namespace LtiMentoring.Journeys.Walks;

/// <summary>
/// Through a course with the keys alone, by the kinds of things that the keys meet and not by what stands there: from stop to
/// stop, at each of them what somebody would do there, and by the page's one filled button to the next page.
/// </summary>
public sealed partial class CourseWalk(FrameByKeys frame)
{
    const int MostStops = 150;
    const int MostPages = 400;

    readonly List<string> lessons = [];
    readonly HashSet<string> met = [];
    bool tookBack;

    /// <summary>The lessons that were open on the way, each once, as module/lesson.</summary>
    public IReadOnlyList<string> Lessons => lessons;

    /// <summary>The kinds of things met on the way, in alphabetical order.</summary>
    public IEnumerable<string> Met => met.Order();

    public int Pages { get; private set; }

    /// <summary>Walks on until a page has this address inside the session.</summary>
    public async Task UntilAsync(string path)
    {
        for (var end = Pages + MostPages; !frame.Path.EndsWith(path, StringComparison.Ordinal);)
        {
            Assert.True(Pages++ < end, $"{path} was not reached in {MostPages} pages.");
            if (LessonPath().Match(frame.Path) is { Success: true } lesson && !lessons.Contains(lesson.Groups["lesson"].Value))
                lessons.Add(lesson.Groups["lesson"].Value);
            await WholePageAsync();
        }
    }

    /// <summary>To the link or button with these words, and where it leads.</summary>
    public async Task FollowAsync(string words)
    {
        var at = await frame.NowAsync();
        for (var stop = 0; stop < MostStops && at.Words != words; stop++)
            at = await frame.MoveAsync("Tab", at);
        await frame.GoAsync(at);
    }

    /// <summary>From where reading begins to what leads on.</summary>
    async Task WholePageAsync()
    {
        var at = await frame.NowAsync();
        Assert.True(at.Kind != "alert", $"{at.Words} at {at.Address}");
        HashSet<int> done = [];
        HashSet<string> kinds = [];
        for (var stop = 0; stop < MostStops; stop++)
        {
            at = await frame.MoveAsync("Tab", at);
            met.Add(at.Kind);
            if (at.Kind == "line")
            {
                await ConverseAsync(at);
                return;
            }
            if (at.Kind == "onward")
            {
                await frame.GoAsync(at);
                return;
            }
            // Some things have several stops inside. Of the places on the page one is enough.
            if (done.Add(at.Mark) && (kinds.Add(at.Kind) || at.Kind != "jump"))
                at = await frame.DoAsync(at);
        }
        Assert.Fail($"Nothing led on within {MostStops} stops at {at.Address}");
    }

    /// <summary>Reads all that could be said, and goes back to one of the lines. The first one said is taken back.</summary>
    async Task ConverseAsync(Stop at)
    {
        var lines = 0;
        for (; at.Kind == "line" && lines < MostStops; lines++)
            at = await frame.MoveAsync("Tab", at);
        if (at.Kind == "taking back" && !tookBack)
        {
            tookBack = met.Add(at.Kind);
            await frame.GoAsync(at);
            return;
        }
        // Another one each time, so that no conversation goes in a circle.
        for (var back = Pages % lines; back >= 0; back--)
            at = await frame.MoveAsync("Shift+Tab", at);
        Assert.Equal("line", at.Kind);
        await frame.GoAsync(at);
    }

    [GeneratedRegex(@"/s/[^/]+/(modules|practice)/(?<lesson>(?!run/)[^/]+/[^/]+)$")]
    private static partial Regex LessonPath();
}
