using LtiMentoring.Journeys.Hosts;
using LtiMentoring.SampleLms.District;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Browsers;

/// <summary>Somebody at a browser of their own, signed in to the LMS.</summary>
public sealed class Seat : IAsyncDisposable
{
    IFrame? tool;

    Seat(TwoSites sites, LmsPerson person, IBrowserContext context, IPage page) =>
        (Sites, Person, Context, Page, Complaints) = (sites, person, context, page, new Complaints(context));

    public TwoSites Sites { get; }
    public LmsPerson Person { get; }
    public IBrowserContext Context { get; }
    public IPage Page { get; }
    public Complaints Complaints { get; }

    /// <summary>The tool, in the frame on the LMS's page.</summary>
    public IFrame Tool => tool ?? throw new InvalidOperationException("Nothing was launched yet.");

    /// <summary>Whether the tool stands in the LMS's page, and not in a window of its own.</summary>
    public bool IsFramed => Tool != Page.MainFrame;

    /// <summary>The address of the session that was launched last, without a slash at the end.</summary>
    public string Session { get; private set; } = "";

    public static async Task<Seat> TakeAsync(Chromium chromium, TwoSites sites, LmsPerson person, BrowserNewContextOptions? options = null) =>
        await TakeAsync(await chromium.Browser.NewContextAsync(options ?? new()), sites, person);

    public static async Task<Seat> TakeAsync(IBrowserContext context, TwoSites sites, LmsPerson person)
    {
        context.SetDefaultTimeout(Chromium.Patience);
        var seat = new Seat(sites, person, context, await context.NewPageAsync());
        await seat.Page.GotoAsync($"{sites.Lms.Address}/as/{person.Sub}");
        return seat;
    }

    /// <summary>Opens the activity on the course page, and waits for the tool in its frame.</summary>
    public async Task<IFrame> LaunchAsync()
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = TwoSites.LinkTitle }).ClickAsync();
        return await ArriveAsync();
    }

    /// <summary>Opens the activity in a window of its own, as an LMS may.</summary>
    public async Task LaunchInWindowAsync()
    {
        await Page.GotoAsync($"{Sites.Lms.Address}/launch/{TwoSites.Link}?target=window");
        LeaveFrame();
        await Tool.Locator("header.bar nav").WaitForAsync();
        Session = string.Join('/', Tool.Url.Split('/').Take(5));
    }

    /// <summary>The tool, once it is in the frame.</summary>
    public async Task<IFrame> ArriveAsync()
    {
        // A frame that goes to another site may become another frame, and whoever waits in the first one waits for ever.
        for (var tries = 1; ; tries++)
        {
            var frame = await Page.Locator("iframe[name=tool]").ElementHandleAsync();
            tool = (await frame.ContentFrameAsync())!;
            if (await IsThereAsync(tool))
                break;
            Assert.True(tries < 4, $"The tool is not in its frame, but {tool.Url}");
        }
        Session = string.Join('/', tool.Url.Split('/').Take(5));
        return tool;
    }

    static async Task<bool> IsThereAsync(IFrame tool)
    {
        try
        {
            await tool.Locator("header.bar").WaitForAsync(new() { Timeout = 8_000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Uses the whole window for the tool, for pages that nobody may frame.</summary>
    public void LeaveFrame() => tool = Page.MainFrame;

    /// <summary>A page of the tool's, inside the session that was launched last.</summary>
    public async Task OpenAsync(string path) => await Tool.GotoAsync(Session + path);

    /// <summary>The gradebook in a tab beside, which renews itself. The course stays in front.</summary>
    public async Task<IPage> OpenGradebookAsync()
    {
        var gradebook = await Context.NewPageAsync();
        await gradebook.GotoAsync($"{Sites.Lms.Address}/courses/{TwoSites.Course}/gradebook");
        await Page.BringToFrontAsync();
        return gradebook;
    }

    public async ValueTask DisposeAsync() => await Patiently.CloseAsync(Context);
}
