using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Walks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>A browser in which no script runs, neither the LMS's nor the tool's: every step is a link or a button.</summary>
public sealed class MentorCompletesWithoutScript(Stage stage)
{
    [Fact]
    public async Task From_the_first_lesson_to_complete_in_the_gradebook()
    {
        await using var seat = await stage.SeatAsync("Sol", browser: new() { JavaScriptEnabled = false });
        await seat.Page.GetByRole(AriaRole.Link, new() { Name = TwoSites.LinkTitle }).ClickAsync();
        var frame = seat.Page.FrameLocator("iframe[name=tool]");
        // Forms that send themselves have a button for this: one on the way to the tool, one on the way back.
        await frame.GetByRole(AriaRole.Button, new() { Name = $"Open {TwoSites.LinkTitle}" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Continue to the tool" }).ClickAsync();
        var tool = await seat.ArriveAsync();

        await new ModuleWalk(tool, new Mouse()).WholeModuleAsync();

        await Expect(tool.GetByRole(AriaRole.Heading, new() { Name = "You’re ready, Sol", Level = 1 })).ToBeVisibleAsync();
        var gradebook = await seat.OpenGradebookAsync();
        await Expect(gradebook.Locator($"tr[data-person={seat.Person.Sub}]")).ToContainTextAsync("Complete (100/100)", new() { Timeout = 10_000 });
    }
}
