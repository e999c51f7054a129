using LtiMentoring.Journeys.Walks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>Words that were typed and not sent are there again, whichever way the page was left.</summary>
public sealed class MentorLeavesAHalfThought(Stage stage)
{
    const string Reflection = $"/modules/{ModuleWalk.Module}/when-help-made-you-smaller";

    [Theory]
    [InlineData("a.home", ".resume")]
    [InlineData(".foot a[lang=es]", ".foot a[lang=en]")]
    [InlineData("button[name=keep]", "button[name=keep][value=false]")]
    public async Task By_a_link_in_another_language_or_while_keeping_the_page(string way, string arrived)
    {
        await using var seat = await stage.SeatAsync("Hana");
        var tool = await seat.LaunchAsync();
        await seat.OpenAsync(Reflection);
        await tool.Locator("#made-smaller").FillAsync("Somebody wrote my");

        await new Mouse().PressAsync(tool.Locator(way));
        await tool.Locator(arrived).WaitForAsync();
        await tool.WaitForLoadStateAsync(LoadState.Load);
        await seat.OpenAsync(Reflection);

        await Expect(tool.Locator("#made-smaller")).ToHaveValueAsync("Somebody wrote my");
        Assert.Empty(seat.Complaints.Take());
    }
}
