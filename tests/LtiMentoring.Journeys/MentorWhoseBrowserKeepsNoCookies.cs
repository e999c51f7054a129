using System.Text.Json;
using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Walks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>
/// A browser that keeps no cookie of the tool's while it stands in the LMS's page, not even a partitioned one. Chromium has
/// this as a setting of a person's own, for one site inside another.
/// </summary>
public sealed class MentorWhoseBrowserKeepsNoCookies(Stage stage) : IAsyncDisposable
{
    readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("ltimentoring-profile-");

    [Fact]
    public async Task Is_offered_a_window_of_its_own_where_everything_works()
    {
        await using var seat = await Seat.TakeAsync(await LaunchBlockingAsync(), stage.Sites, stage.Sites.NewPerson("Nadia"));
        var tool = await seat.LaunchAsync();
        await Expect(tool.GetByRole(AriaRole.Heading, new() { Name = "One click to open this", Level = 1 })).ToBeVisibleAsync();
        Assert.DoesNotContain(await seat.Context.CookiesAsync(), cookie => cookie.Domain == "127.0.0.1");

        var window = await seat.Context.RunAndWaitForPageAsync(
            () => new Mouse().PressAsync(tool.GetByRole(AriaRole.Link, new() { Name = "Open in a new window" })));
        await Expect(window.GetByRole(AriaRole.Heading, new() { Name = "Welcome, Nadia", Level = 1 })).ToBeVisibleAsync();
        await new ModuleWalk(window.MainFrame, new Mouse()).WholeModuleAsync();
        await Expect(window.GetByRole(AriaRole.Heading, new() { Name = "You’re ready, Nadia", Level = 1 })).ToBeVisibleAsync();

        var gradebook = await seat.OpenGradebookAsync();
        await Expect(gradebook.Locator($"tr[data-person={seat.Person.Sub}]")).ToContainTextAsync("Complete (100/100)", new() { Timeout = 10_000 });
        Assert.Empty(seat.Complaints.Take());
    }

    [Fact]
    public async Task Is_never_told_to_change_the_browser()
    {
        await using var seat = await Seat.TakeAsync(await LaunchBlockingAsync(), stage.Sites, stage.Sites.NewPerson("Noor"));
        var tool = await seat.LaunchAsync();

        await Expect(tool.Locator("main")).Not.ToContainTextAsync("cookie", new() { IgnoreCase = true });
    }

    /// <summary>Setting 2 is "block"; the pair says whose cookies, and inside of which page.</summary>
    async Task<IBrowserContext> LaunchBlockingAsync()
    {
        var blocked = new Dictionary<string, object> { [$"{stage.Sites.Tool.Address},{stage.Sites.Lms.Address}"] = new { setting = 2 } };
        var preferences = new { profile = new { content_settings = new { exceptions = new { cookies = blocked } } } };
        var folder = profile.CreateSubdirectory("Default");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Preferences"), JsonSerializer.Serialize(preferences));
        return await stage.Chromium.LaunchProfileAsync(profile.FullName);
    }

    public ValueTask DisposeAsync()
    {
        profile.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
