using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Walks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>Without a mouse, and with the page zoomed to 200 %: a window of 1280 pixels that shows 640 of the page's own.</summary>
public sealed class MentorCompletesByKeyboard(Stage stage)
{
    static readonly BrowserNewContextOptions Zoomed = new()
    {
        ViewportSize = new() { Width = 640, Height = 450 }, DeviceScaleFactor = 2, ReducedMotion = ReducedMotion.Reduce,
    };

    [Fact]
    public async Task From_the_course_page_to_complete()
    {
        await using var seat = await stage.SeatAsync("Kei", browser: Zoomed);
        var keys = new Keys(seat.Page);
        await keys.PressAsync(seat.Page.GetByRole(AriaRole.Link, new() { Name = TwoSites.LinkTitle }));
        var tool = await seat.ArriveAsync();

        await new ModuleWalk(tool, keys) { AfterEachLine = () => ReadingBeginsAtTheReplyAsync(seat) }.WholeModuleAsync();

        await Expect(tool.GetByRole(AriaRole.Heading, new() { Name = "You’re ready, Kei", Level = 1 })).ToBeVisibleAsync();
        Assert.Empty(seat.Complaints.Take());
    }

    [Fact]
    public async Task What_is_missing_is_said_first_and_leads_to_its_field()
    {
        await using var seat = await stage.SeatAsync("Kit", browser: Zoomed);
        var keys = new Keys(seat.Page);
        var tool = await seat.LaunchAsync();
        await seat.OpenAsync($"/modules/{ModuleWalk.Module}/when-help-made-you-smaller");
        await keys.PressAsync(tool.GetByRole(AriaRole.Button, new() { Name = "Finish this module" }));

        await Expect(tool.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await keys.PressAsync(tool.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = "Write one limit" }));

        await Expect(tool.Locator("#my-limit")).ToBeFocusedAsync();
        await Expect(tool.Locator("#my-limit")).ToHaveAccessibleDescriptionAsync("Write a few words here. One sentence is enough. Only you can read this.");
    }

    [Fact]
    public async Task The_first_stop_on_a_page_skips_to_what_it_is_about()
    {
        await using var seat = await stage.SeatAsync("Kim", browser: Zoomed);
        var tool = await seat.LaunchAsync();
        await new Keys(seat.Page).PressAsync(tool.GetByRole(AriaRole.Link, new() { Name = "Skip to the page" }));

        await Expect(tool.Locator("main")).ToBeFocusedAsync();
    }

    /// <summary>The focus is at the reply, the reply is on the screen, and the next stop comes after it.</summary>
    static async Task ReadingBeginsAtTheReplyAsync(Seat seat)
    {
        var reply = seat.Tool.Locator("#now");
        Assert.EndsWith("#now", seat.Tool.Url, StringComparison.Ordinal);
        await Expect(reply).ToBeFocusedAsync();
        await Expect(reply).ToBeInViewportAsync();
        await seat.Page.StrikeAsync("Tab");
        Assert.True(await reply.AskAsync<bool>(
            "reply => !!(reply.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)"), "Tab leads back before the reply.");
        await seat.Page.StrikeAsync("Shift+Tab");
    }
}
