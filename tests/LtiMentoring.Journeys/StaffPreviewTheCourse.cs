using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Walks;
using LtiMentoring.SampleLms.District;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>Trainers and administrators see what a mentor sees. Nothing of it is recorded or sent.</summary>
public sealed class StaffPreviewTheCourse(Stage stage)
{
    [Theory]
    [InlineData("Dana", Roles.Instructor)]
    [InlineData("Kofi", Roles.InstitutionAdministrator)]
    public async Task The_whole_module_leaves_no_trace_here_or_in_the_gradebook(string name, string role)
    {
        await using var seat = await stage.SeatAsync(name, role);
        var tool = await seat.LaunchAsync();
        var walk = new ModuleWalk(tool, new Mouse()) { AfterEachLine = () => Expect(tool.Locator(".preview")).ToBeVisibleAsync() };
        await Expect(tool.Locator(".preview")).ToContainTextAsync("Nothing you do here is recorded or sent.");

        await walk.ReadAsync();
        await walk.BeginConversationAsync();
        await walk.SayAsync(ModuleWalk.HandingOver);
        await walk.ReflectAsync();
        await walk.FinishAsync();
        await new Mouse().PressAsync(tool.GetByRole(AriaRole.Link, new() { Name = "Practice is private" }));
        await Expect(tool.GetByText("In a preview nothing is shared. For a mentor, this is all there would be:")).ToBeVisibleAsync();

        // A mentor who completes afterwards and is in the gradebook shows that anything owed before would have been sent.
        await using var mentor = await stage.SeatAsync("After");
        await new ModuleWalk(await mentor.LaunchAsync(), new Mouse()).WholeModuleAsync();
        var gradebook = await mentor.OpenGradebookAsync();
        await Expect(gradebook.Locator($"tr[data-person={mentor.Person.Sub}]")).ToContainTextAsync("Complete", new() { Timeout = 10_000 });
        Assert.DoesNotContain(stage.Sites.Lms.Scores, score => score.Message?.UserId == seat.Person.Sub);
        var sees = await seat.OpenGradebookAsync();
        await Expect(sees.Locator($"tr[data-person={mentor.Person.Sub}]")).ToBeVisibleAsync();
        await Expect(sees.Locator($"tr[data-person={seat.Person.Sub}]")).ToHaveCountAsync(0);
        Assert.Empty(seat.Complaints.Take());
    }
}
