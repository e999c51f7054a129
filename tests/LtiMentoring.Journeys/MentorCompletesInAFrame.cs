using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Walks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>The whole way, as most mentors go it: inside the LMS's frame, in a browser that blocks third-party cookies.</summary>
public sealed class MentorCompletesInAFrame(Stage stage)
{
    static readonly LocatorAssertionsToContainTextOptions WithinSeconds = new() { Timeout = 10_000 };

    readonly Mouse mouse = new();

    [Fact]
    public async Task From_the_first_lesson_to_complete_in_the_gradebook_without_a_reload_of_the_tool()
    {
        await using var seat = await stage.SeatAsync("Renata");
        var tool = await seat.LaunchAsync();
        var gradebook = await seat.OpenGradebookAsync();
        var row = gradebook.Locator($"tr[data-person={seat.Person.Sub}]");
        await Expect(row).ToContainTextAsync("–");

        await new ModuleWalk(tool, mouse).WholeModuleAsync();
        await Expect(tool.GetByRole(AriaRole.Heading, new() { Name = "You’re ready, Renata", Level = 1 })).ToBeVisibleAsync();
        var loads = 0;
        seat.Page.FrameNavigated += (_, _) => loads++;
        await Expect(row).ToContainTextAsync("Complete (100/100)", WithinSeconds);

        Assert.Equal(0, loads);
        var score = Assert.Single(stage.Sites.Lms.Scores, score => score.Message?.UserId == seat.Person.Sub);
        Assert.True(score.Accepted, score.Reason);
        await mouse.PressAsync(tool.GetByRole(AriaRole.Link, new() { Name = "Back to the course" }));
        await mouse.PressAsync(tool.GetByRole(AriaRole.Link, new() { Name = "What was recorded" }));
        await Expect(tool.Locator(".facts").Last).ToContainTextAsync("Your LMS accepted “complete” on");
        Assert.Empty(seat.Complaints.Take());
    }

    [Fact]
    public async Task The_debrief_shows_what_was_said_what_was_felt_and_the_roads_not_taken()
    {
        await using var seat = await stage.SeatAsync("Ines");
        var tool = await seat.LaunchAsync();
        var walk = new ModuleWalk(tool, mouse);
        await walk.ReadAsync();
        await walk.BeginConversationAsync();
        await walk.SayAsync(ModuleWalk.HandingOver);
        await Expect(tool.Locator(".recall")).ToContainTextAsync("A blank page on a Sunday night.");
        await walk.ReflectAsync();

        var first = tool.Locator("#turn-1");
        await Expect(first.Locator(".you")).ToContainTextAsync("Of course, take it.");
        await Expect(first.Locator(".felt")).ToContainTextAsync("Say yes. Please just say yes.");
        await Expect(first.GetByText("Before we talk files")).ToBeHiddenAsync();
        await mouse.PressAsync(first.GetByText("2 other things you could have said"));
        await Expect(first.GetByText("Before we talk files")).ToBeVisibleAsync();

        await mouse.PressAsync(first.GetByRole(AriaRole.Button, new() { Name = "Try this turn again" }));
        await walk.ExpectTurnAsync(1);
        await Expect(tool.Locator(".talk #now")).ToContainTextAsync("Okay, don’t laugh.");
    }

    [Fact]
    public async Task Everything_said_so_far_can_be_read_again_in_its_order()
    {
        await using var seat = await stage.SeatAsync("Ezra");
        var tool = await seat.LaunchAsync();
        await seat.OpenAsync($"/practice/{ModuleWalk.Module}/{ModuleWalk.RolePlay}");
        var walk = new ModuleWalk(tool, mouse);
        await walk.BeginConversationAsync();
        await walk.SayAsync("Before we talk files", "That lesson two weeks ago");

        await mouse.PressAsync(tool.GetByText("Earlier in this conversation"));

        await Expect(tool.Locator(".talk .words:visible")).ToContainTextAsync(
            ["Okay, don’t laugh.", "Before we talk files", "Thirty kids, and me", "That lesson two weeks ago", "Density."]);
    }

    [Fact]
    public async Task The_way_goes_on_where_it_stopped_after_another_launch()
    {
        await using var seat = await stage.SeatAsync("Olu");
        var walk = new ModuleWalk(await seat.LaunchAsync(), mouse);
        await walk.ReadAsync();
        await walk.BeginConversationAsync();
        await walk.SayAsync("Before we talk files");
        var session = seat.Session;

        await seat.Page.ReloadAsync();
        var again = await seat.ArriveAsync();
        await Expect(again.Locator(".resume")).ToContainTextAsync("Thirty kids, and me, and nothing on the board.");
        Assert.NotEqual(session, seat.Session);
        await mouse.PressAsync(again.GetByRole(AriaRole.Link, new() { Name = "Back to the conversation" }));

        await new ModuleWalk(again, mouse).ExpectTurnAsync(2);
    }
}
