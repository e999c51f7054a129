using System.Text.Json;
using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Walks;
using LtiMentoring.SampleLms.District;
using LtiMentoring.Web.Tests.Hosts;
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

    /// <summary>
    /// Seconds become minutes: on a busy machine a storage that works must not be given up, and one that is only found by waiting
    /// is not found at all.
    /// </summary>
    const string LongSeconds = "{ const now = window.setTimeout; window.setTimeout = (act, wait, ...more) => now(act, wait >= 1000 ? wait * 60 : wait, ...more); }";

    async Task<Seat> SeatAsync(string name, bool keepsNothing, string role = Roles.Learner, bool script = true, bool longSeconds = false)
    {
        if (keepsNothing)
            await BlockAsync();
        var context = await stage.Chromium.LaunchForTestDomainsAsync(profile.FullName, script);
        if (longSeconds)
            await context.AddInitScriptAsync(LongSeconds);
        return await Seat.TakeAsync(context, Sites, Sites.NewPerson(name, role));
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
    public async Task Second_rung_the_LMS_keeps_the_key_and_it_opens_in_the_frame(string storage)
    {
        await using var seat = await SeatAsync("Uma", keepsNothing: true, longSeconds: true);
        var tool = await OpenAsync(seat, storage);
        await Heading(tool, "Welcome, Uma").ToBeVisibleAsync();

        Assert.Empty(await ToolCookiesAsync(seat));
        Assert.Null(await Sites.Tool.ReadAsync(db => (
            from session in db.Sessions.IgnoreQueryFilters()
            join person in db.People.IgnoreQueryFilters() on session.PersonId equals person.Id
            where person.Subject == seat.Person.Sub
            select session.KeyHash).SingleAsync()));

        // Its address opens nothing outside of the frame.
        var window = await seat.Context.NewPageAsync();
        await window.GotoAsync(tool.Url);
        await Heading(window.MainFrame, "Reopen this from your course").ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("none")]
    [InlineData("silent")]
    [InlineData("forgetful")]
    public async Task Third_rung_a_window_of_its_own(string storage)
    {
        await using var seat = await SeatAsync("Vera", keepsNothing: true);
        var tool = await OpenAsync(seat, storage);
        await Heading(tool, "One click to open this").ToBeVisibleAsync();
        // Longer than script tries: the login must not be spent by then.
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        await Heading(await PressAsync(seat, tool), "Welcome, Vera").ToBeVisibleAsync();
    }

    [Fact]
    public async Task Everything_works_by_the_address_alone_to_the_last_page_of_the_module()
    {
        await using var seat = await SeatAsync("Ursa", keepsNothing: true, longSeconds: true);
        var tool = await OpenAsync(seat, "parent");
        await Heading(tool, "Welcome, Ursa").ToBeVisibleAsync();

        await new ModuleWalk(tool, new Mouse()).WholeModuleAsync();

        await Heading(tool, "You’re ready, Ursa").ToBeVisibleAsync();
        Assert.Empty(await ToolCookiesAsync(seat));
    }

    [Fact]
    public async Task The_LMS_keeps_a_key_of_one_login_and_nothing_else()
    {
        await using var seat = await SeatAsync("Ulla", keepsNothing: true, longSeconds: true);
        await Heading(await OpenAsync(seat, "parent"), "Welcome, Ulla").ToBeVisibleAsync();

        var kept = await seat.Page.MainFrame.AskAsync<string[][]>("[...kept]");

        Assert.Matches("^login-.{8}$", Assert.Single(kept)[0]);
        Assert.Equal(22, kept[0][1].Length);
    }

    [Fact]
    public async Task A_page_that_is_not_the_platforms_is_left_no_key()
    {
        var real = $"{Sites.Lms.Address}/lti/authorize";
        await PointAsync(real.Replace("lms.", "sso.", StringComparison.Ordinal));
        try
        {
            await using var seat = await SeatAsync("Uri", keepsNothing: true);
            var tool = await OpenAsync(seat, "parent");
            await Heading(tool, "One click to open this").ToBeVisibleAsync();
            // Longer than script tries.
            await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

            Assert.Empty(await seat.Page.MainFrame.AskAsync<string[][]>("[...kept]"));
            await Heading(tool, "One click to open this").ToBeVisibleAsync();
        }
        finally
        {
            await PointAsync(real);
        }
    }

    Task PointAsync(string authorization) => Sites.Tool.WriteAsync(db =>
        db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.AuthorizationEndpoint, authorization)));

    [Fact]
    public async Task Who_has_pressed_the_button_is_not_overtaken_by_script()
    {
        await using var seat = await SeatAsync("Ute", keepsNothing: true, longSeconds: true);
        // The LMS is slow to say what it offers; the person is not.
        await seat.Context.AddInitScriptAsync("if (location.pathname.includes('/links/')) addEventListener('message', event => { if (!window.quick) event.stopImmediatePropagation(); }, true);");
        var tool = await OpenAsync(seat, "parent");
        await Heading(await PressAsync(seat, tool), "Welcome, Ute").ToBeVisibleAsync();

        await seat.Page.MainFrame.TellAsync("window.quick = true");
        await Eventually.GetAsync(() => seat.Page.MainFrame.AskAsync<int>("kept.size"), size => size > 0);
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        await Heading(tool, "One click to open this").ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false, "none", "It opens inside your course page", "Yes", "No")]
    [InlineData(true, "parent", "your LMS can keep it instead", "No", "Yes")]
    [InlineData(true, "none", "with one click in a window of its own", "No", "No")]
    public async Task The_page_about_this_browser_tells_its_rung(bool keepsNothing, string storage, string words, string cookie, string helps)
    {
        await using var seat = await SeatAsync("Bea", keepsNothing);
        var tool = await OpenAsync(seat, storage);
        // Until it has opened, the frame goes on by itself.
        await Heading(tool, keepsNothing && storage == "none" ? "One click to open this" : "Welcome, Bea").ToBeVisibleAsync();
        await tool.GotoAsync($"{new Uri(Sites.Lms.Registration.LoginUrl).GetLeftPart(UriPartial.Authority)}/lti/browser");

        await Expect(tool.Locator(".lede")).ToContainTextAsync(words);
        await Expect(tool.Locator(".facts dd")).ToContainTextAsync(["Yes", cookie, "No", helps, "Chrome"]);
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
    public async Task Without_script_the_way_into_a_window_is_there_from_the_start_and_works()
    {
        await using var seat = await SeatAsync("Wanda", keepsNothing: true, script: false);
        await seat.Page.GotoAsync($"{Sites.Lms.Address}/courses/{TwoSites.Course}/links/{TwoSites.Link}?storage=parent");
        await seat.Page.FrameLocator("iframe[name=tool]").GetByRole(AriaRole.Button).ClickAsync();
        var tool = await seat.ArriveAsync();

        var window = await PressAsync(seat, tool);
        await window.GetByRole(AriaRole.Button, new() { Name = "Continue to the tool" }).ClickAsync();

        await Heading(window, "Welcome, Wanda").ToBeVisibleAsync();
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
