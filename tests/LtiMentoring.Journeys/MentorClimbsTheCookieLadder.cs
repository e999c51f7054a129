using System.Text.Json;
using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Walks;
using LtiMentoring.SampleLms.District;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>
/// The tool in the LMS's frame, over https and under two registrable domains, in browsers that keep ever less: a partitioned
/// cookie, then what the LMS keeps for us, then a window of its own.
/// </summary>
public sealed class MentorClimbsTheCookieLadder(Stage stage, MentorClimbsTheCookieLadder.Secure secure) : IClassFixture<MentorClimbsTheCookieLadder.Secure>, IDisposable
{
    readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("ltimentoring-profile-");

    TwoSites Sites => secure.Sites;

    async Task<Seat> SeatAsync(string name, bool keepsNothing, string role = Roles.Learner, bool script = true)
    {
        if (keepsNothing)
            await BlockAsync();
        return await Seat.TakeAsync(await stage.Chromium.LaunchForTestDomainsAsync(profile.FullName, script), Sites, Sites.NewPerson(name, role));
    }

    /// <summary>Setting 2 is "block"; the pair says whose cookies, and inside of which page.</summary>
    async Task BlockAsync()
    {
        var tool = Sites.Lms.Registration.LoginUrl.Replace("/lti/login", "", StringComparison.Ordinal);
        var blocked = new Dictionary<string, object> { [$"{tool},{Sites.Lms.Address}"] = new { setting = 2 } };
        var preferences = new { profile = new { content_settings = new { exceptions = new { cookies = blocked } } } };
        await File.WriteAllTextAsync(Path.Combine(profile.CreateSubdirectory("Default").FullName, "Preferences"), JsonSerializer.Serialize(preferences));
    }

    static async Task<IFrame> OpenAsync(Seat seat, string storage)
    {
        await seat.Page.GotoAsync($"{seat.Sites.Lms.Address}/courses/{TwoSites.Course}/links/{TwoSites.Link}?storage={storage}");
        return await seat.ArriveAsync();
    }

    static async Task<IEnumerable<BrowserContextCookiesResult>> ToolCookiesAsync(Seat seat) =>
        (await seat.Context.CookiesAsync()).Where(cookie => cookie.Domain == SecureSites.ToolHostName);

    static ILocatorAssertions Heading(IFrame tool, string words) => Expect(tool.GetByRole(AriaRole.Heading, new() { Name = words, Level = 1 }));

    [Fact]
    public async Task First_rung_cookies_that_are_kept_for_this_LMS_alone()
    {
        await using var seat = await SeatAsync("Inez", keepsNothing: false);

        await Heading(await OpenAsync(seat, "parent"), "Welcome, Inez").ToBeVisibleAsync();

        Assert.NotEmpty(await ToolCookiesAsync(seat));
    }

    [Theory]
    [InlineData("parent")]
    [InlineData("frame")]
    [InlineData("legacy")]
    public async Task Second_rung_the_LMS_keeps_the_key_and_everything_works_in_the_frame(string storage)
    {
        await using var seat = await SeatAsync("Uma", keepsNothing: true);
        var tool = await OpenAsync(seat, storage);
        await Heading(tool, "Welcome, Uma").ToBeVisibleAsync();

        Assert.Empty(await ToolCookiesAsync(seat));
        Assert.Null(await Sites.Tool.ReadAsync(db => (
            from session in db.Sessions.IgnoreQueryFilters()
            join person in db.People.IgnoreQueryFilters() on session.PersonId equals person.Id
            where person.Subject == seat.Person.Sub
            select session.KeyHash).SingleAsync()));
        await new ModuleWalk(tool, new Mouse()).ReadAsync();

        // Its address opens nothing outside of the frame.
        var window = await seat.Context.NewPageAsync();
        await window.GotoAsync(tool.Url);
        await Heading(window.MainFrame, "Reopen this from your course").ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("none")]
    [InlineData("silent")]
    public async Task Third_rung_a_window_of_its_own(string storage)
    {
        await using var seat = await SeatAsync("Vera", keepsNothing: true);
        var tool = await OpenAsync(seat, storage);
        await Heading(tool, "One click to open this").ToBeVisibleAsync();

        await Heading(await PressAsync(seat, tool), "Welcome, Vera").ToBeVisibleAsync();
    }

    [Fact]
    public async Task Staff_always_hold_a_key_and_so_go_on_in_a_window()
    {
        await using var seat = await SeatAsync("Stella", keepsNothing: true, Roles.Instructor);
        var tool = await OpenAsync(seat, "parent");
        await Heading(tool, "One click to open this").ToBeVisibleAsync();

        var window = await PressAsync(seat, tool);

        await Expect(window.Locator(".preview")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_the_way_into_a_window_is_there_from_the_start()
    {
        await using var seat = await SeatAsync("Wanda", keepsNothing: true, script: false);
        await seat.Page.GotoAsync($"{Sites.Lms.Address}/courses/{TwoSites.Course}/links/{TwoSites.Link}?storage=parent");
        await seat.Page.FrameLocator("iframe[name=tool]").GetByRole(AriaRole.Button).ClickAsync();
        var tool = await seat.ArriveAsync();

        await Expect(tool.GetByRole(AriaRole.Link, new() { Name = "Open in a new window" })).ToBeVisibleAsync();
    }

    static async Task<IFrame> PressAsync(Seat seat, IFrame tool) => (await seat.Context.RunAndWaitForPageAsync(
        () => new Mouse().PressAsync(tool.GetByRole(AriaRole.Link, new() { Name = "Open in a new window" })))).MainFrame;

    public void Dispose() => profile.Delete(recursive: true);

    /// <summary>The two sites, for all rungs.</summary>
    public sealed class Secure : IAsyncLifetime
    {
        IAsyncDisposable[] fronts = [];

        public TwoSites Sites { get; private set; } = null!;

        public async ValueTask InitializeAsync() => (Sites, fronts) = await SecureSites.StartAsync();

        public async ValueTask DisposeAsync()
        {
            await Sites.DisposeAsync();
            foreach (var front in fronts)
                await front.DisposeAsync();
        }
    }
}
