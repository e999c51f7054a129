using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Walks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>The course that ships, from the first page to the last one in one sitting, with the keys alone.</summary>
public sealed class MentorSitsThroughTheCourse(Stage stage)
{
    static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "Curriculum");

    [Fact]
    public async Task The_first_three_modules_by_keyboard()
    {
        await using var sites = await TwoSites.StartAsync(course: Shipped);
        await using var seat = await Seat.TakeAsync(stage.Chromium, sites, sites.NewPerson("Tomi"));
        var walk = new CourseWalk(await seat.LaunchAsync(), new Keys(seat.Page));

        await walk.ToTheEndAsync(path => path.StartsWith("complete/02-", StringComparison.Ordinal));

        Assert.Equal(["complete", "modules", "practice"], walk.Kinds.Where(kind => kind.Length > 0).Order());
        Assert.Empty(seat.Complaints.Take());
    }

    [Fact(Explicit = true)]
    public async Task All_ten_modules_by_keyboard_until_the_gradebook_shows_it()
    {
        await using var sites = await TwoSites.StartAsync(course: Shipped);
        await using var seat = await Seat.TakeAsync(stage.Chromium, sites, sites.NewPerson("Zora"));
        var tool = await seat.LaunchAsync();
        var gradebook = await seat.OpenGradebookAsync();

        await new CourseWalk(tool, new Keys(seat.Page)).ToTheEndAsync(path => path == "complete");

        await Expect(tool.GetByRole(AriaRole.Heading, new() { Name = "You’re ready, Zora", Level = 1 })).ToBeVisibleAsync();
        await Expect(gradebook.Locator($"tr[data-person={seat.Person.Sub}]")).ToContainTextAsync("Complete (100/100)", new() { Timeout = 10_000 });
        Assert.Empty(seat.Complaints.Take());
    }
}
