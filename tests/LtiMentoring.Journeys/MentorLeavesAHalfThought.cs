using LtiMentoring.Journeys.Walks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>Words that were typed and not sent are there again, whichever way the page was left.</summary>
public sealed class MentorLeavesAHalfThought(Stage stage)
{
    const string Reflection = $"/modules/{ModuleWalk.Module}/when-help-made-you-smaller";

    [Theory]
    [InlineData("a.home")]
    [InlineData(".foot a[lang=es]")]
    [InlineData("button[name=keep]")]
    public async Task By_a_link_in_another_language_or_while_keeping_the_page(string way)
    {
        await using var seat = await stage.SeatAsync("Hana");
        var tool = await seat.LaunchAsync();
        await seat.OpenAsync(Reflection);
        await tool.Locator("#made-smaller").FillAsync("Somebody wrote my");

        await seat.Page.RunAndWaitForResponseAsync(() => new Mouse().PressAsync(tool.Locator(way)), response => response.Request.Method == "POST");
        await seat.OpenAsync(Reflection);

        await Expect(tool.Locator("#made-smaller")).ToHaveValueAsync("Somebody wrote my");
        Assert.Empty(seat.Complaints.Take());
    }
}
