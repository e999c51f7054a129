using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Walks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>An LMS page with two activities on it: both launch at the same moment, in one browser.</summary>
public sealed class MentorOpensTwoFramesAtOnce(Stage stage)
{
    const int Rounds = 4;

    [Fact]
    public async Task Both_open_and_both_go_on()
    {
        for (var round = 0; round < Rounds; round++)
        {
            // A browser that never saw the tool, so that both frames ask for their cookies at once; then one that knows it.
            await using var seat = await stage.SeatAsync("Twila");
            await BothGoOnAsync(seat);
            await BothGoOnAsync(seat);
            Assert.Empty(seat.Complaints.Take());
        }
    }

    async Task BothGoOnAsync(Seat seat)
    {
        await seat.Page.GotoAsync($"{stage.Sites.Lms.Address}/two-frames/{TwoSites.Course}");
        var frames = new[] { "tool-1", "tool-2" }.Select(name => seat.Page.FrameLocator($"iframe[name={name}]")).ToList();
        await Task.WhenAll(frames.Select(frame => Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Welcome, Twila" })).ToBeVisibleAsync()));

        foreach (var frame in frames)
            await new Mouse().PressAsync(frame.GetByRole(AriaRole.Link, new() { Name = "Practice is private" }));
        foreach (var frame in frames)
        {
            await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "What my district sees", Level = 1 })).ToBeVisibleAsync();
            await new Mouse().PressAsync(frame.GetByRole(AriaRole.Link, new() { Name = "Back to the course" }));
            await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Welcome, Twila" })).ToBeVisibleAsync();
        }
        var sessions = seat.Page.Frames.Skip(1).Select(frame => new Uri(frame.Url).AbsolutePath).Distinct();
        Assert.Equal(2, sessions.Count());
    }
}
