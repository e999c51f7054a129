using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Walks;
using LtiMentoring.SampleLms.District;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>
/// A district's first day, in browsers alone: the operator connects an LMS that knows nothing of the tool, a trainer places a
/// module, a mentor opens it, and next year's copy of the course still works.
/// </summary>
public sealed class OperatorConnectsAnLms(Stage stage) : IAsyncLifetime
{
    const string Administrator = "kofi-mensah";
    const string Module = "Your role, and what it is not";

    readonly Mouse mouse = new();
    TwoSites sites = null!;

    public async ValueTask InitializeAsync() => sites = await TwoSites.StartApartAsync();

    public async ValueTask DisposeAsync() => await sites.DisposeAsync();

    [Fact]
    public async Task From_the_printed_link_to_a_mentor_in_a_copied_course()
    {
        await using var administrator = await Seat.TakeAsync(stage.Chromium, sites, sites.Lms.People[Administrator]);
        await RegisterAsync(administrator.Page, await MakeLinkAsync());
        var tool = Assert.Single(sites.Lms.Tools);
        Assert.True(tool.IsActive);

        await PlaceAsync(administrator.Page);
        var answer = Assert.Single(sites.Lms.DeepLinkingAnswers);
        Assert.Null(answer.Rule);
        await OpenAsync(TwoSites.Course);

        var copy = sites.Lms.CopyCourse(TwoSites.Course);
        await OpenAsync(copy.Id);
        Assert.Empty(administrator.Complaints.Take());
    }

    async Task<string> MakeLinkAsync()
    {
        await using var context = await stage.Chromium.Browser.NewContextAsync();
        context.SetDefaultTimeout(Chromium.Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(await sites.OperatorLinkAsync());
        await mouse.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Open the operator’s pages" }));
        await mouse.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Register an LMS" }));
        await page.GetByLabel("Name of the new district").First.FillAsync("Lakeview");
        await page.GetByLabel("Its time zone").First.FillAsync("America/Chicago");
        await mouse.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }));
        return (await page.Locator("code.copy").TextContentAsync())!;
    }

    /// <summary>The LMS opens the link in a frame of its own page, and takes it away again when the tool says so.</summary>
    async Task RegisterAsync(IPage page, string link)
    {
        await page.GotoAsync($"{sites.Lms.Address}/admin/tools");
        await page.GetByLabel("The tool’s registration address").FillAsync(link);
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        var frame = page.FrameLocator("iframe[name=registration]");
        await mouse.PressAsync(frame.GetByRole(AriaRole.Button, new() { Name = "Connect it" }));
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Connected" })).ToBeVisibleAsync();
        await mouse.PressAsync(frame.GetByRole(AriaRole.Button, new() { Name = "Done" }));
        await page.WaitForURLAsync("**/admin/tools");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make active" }).ClickAsync();
    }

    /// <summary>A trainer chooses one module, which goes back to the LMS without a second press.</summary>
    async Task PlaceAsync(IPage page)
    {
        await page.GotoAsync($"{sites.Lms.Address}/courses/{TwoSites.Course}/add?client={sites.Lms.Tools.Single().ClientId}&multiple=true&lineitem=true");
        var frame = page.FrameLocator("iframe[name=tool]");
        await frame.GetByLabel(Module).CheckAsync();
        await mouse.PressAsync(frame.GetByRole(AriaRole.Button, new() { Name = "Add to the course" }));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = Module, Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>A mentor who was never here opens the placed module and stands in it.</summary>
    async Task OpenAsync(string course)
    {
        var person = sites.NewPerson("Nia");
        sites.Lms.Enroll(course, person.Sub, Roles.Learner);
        await using var seat = await Seat.TakeAsync(stage.Chromium, sites, person);
        await seat.Page.GotoAsync($"{sites.Lms.Address}/courses/{course}");
        await seat.Page.GetByRole(AriaRole.Link, new() { Name = Module, Exact = true }).ClickAsync();
        var frame = await seat.ArriveAsync();
        await seat.OpenAsync("/what-my-district-sees");
        await Expect(frame.Locator(".seen .facts").Last).ToContainTextAsync(Module);
    }
}
