using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Walks;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>A page that stayed open overnight, with words in it.</summary>
public sealed class MentorReturnsToAnEndedSession(Stage stage) : IAsyncLifetime
{
    const string Words = "Somebody wrote my plans for me, and I said thank you.";
    const string Reflection = $"/modules/{ModuleWalk.Module}/when-help-made-you-smaller";

    readonly ManualClock clock = new();
    TwoSites sites = null!;

    public async ValueTask InitializeAsync() => sites = await TwoSites.StartAsync(clock);

    [Fact]
    public async Task What_was_written_is_kept_and_stands_there_after_the_next_launch()
    {
        await using var seat = await PostLateAsync();
        await Expect(seat.Tool.GetByText("What you just wrote is kept.")).ToBeVisibleAsync();

        await seat.Page.ReloadAsync();
        await seat.ArriveAsync();
        await seat.OpenAsync(Reflection);

        await Expect(seat.Tool.Locator("#made-smaller")).ToHaveValueAsync(Words);
    }

    [Fact]
    public async Task What_comes_from_a_browser_without_the_sessions_cookie_is_kept_for_nobody()
    {
        await using var seat = await PostLateAsync(forget: true);
        await Expect(seat.Tool.GetByText("What you just wrote is kept.")).ToBeHiddenAsync();

        await seat.Page.ReloadAsync();
        await seat.ArriveAsync();
        await seat.OpenAsync(Reflection);

        await Expect(seat.Tool.Locator("#made-smaller")).ToHaveValueAsync("");
    }

    /// <summary>Writes into the last lesson's form, waits thirteen hours, and sends it.</summary>
    async Task<Seat> PostLateAsync(bool forget = false)
    {
        var seat = await Seat.TakeAsync(stage.Chromium, sites, sites.NewPerson("Late"));
        await seat.LaunchAsync();
        await seat.OpenAsync(Reflection);
        await seat.Tool.Locator("#made-smaller").FillAsync(Words);
        clock.Advance(TimeSpan.FromHours(13));
        if (forget)
            await seat.Context.ClearCookiesAsync(new() { Domain = "127.0.0.1" });
        await new Mouse().PressAsync(seat.Tool.GetByRole(AriaRole.Button, new() { Name = "Finish this module" }));
        await Expect(seat.Tool.GetByRole(AriaRole.Heading, new() { Name = "Reopen this from your course", Level = 1 })).ToBeVisibleAsync();
        return seat;
    }

    public async ValueTask DisposeAsync() => await sites.DisposeAsync();
}
