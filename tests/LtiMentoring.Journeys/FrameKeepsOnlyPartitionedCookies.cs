using LtiMentoring.Journeys.Browsers;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys;

/// <summary>
/// What the other journeys stand on: this browser blocks third-party cookies, and the tool lives in the frame all the same.
/// </summary>
public sealed class FrameKeepsOnlyPartitionedCookies(Stage stage)
{
    const string SetThree =
        """
        () => {
          document.cookie = 'plain=1; path=/; Secure; SameSite=None';
          document.cookie = 'partitioned=1; path=/; Secure; SameSite=None; Partitioned';
          return document.cookie.split('; ').sort();
        }
        """;

    [Fact]
    public async Task A_cookie_that_is_not_partitioned_never_comes_back_from_the_frame()
    {
        await using var seat = await stage.SeatAsync("Cosima");
        var tool = await seat.LaunchAsync();

        var kept = await tool.AskAsync<string[]>(SetThree);
        var sent = await CookiesSentByAsync(seat.Page, () => seat.OpenAsync("/what-my-district-sees"));

        Assert.Equal(["partitioned=1"], kept);
        Assert.Contains("partitioned", sent);
        Assert.DoesNotContain("plain", sent);
    }

    [Fact]
    public async Task The_same_cookie_does_come_back_in_a_window_of_its_own()
    {
        await using var seat = await stage.SeatAsync("Cyril");
        await seat.Page.GotoAsync(stage.Sites.Tool.Address + "/lti/login");

        Assert.Equal(["partitioned=1", "plain=1"], await seat.Page.MainFrame.AskAsync<string[]>(SetThree));
    }

    [Fact]
    public async Task Every_cookie_of_the_tools_is_partitioned_secure_and_out_of_reach_of_scripts()
    {
        await using var seat = await stage.SeatAsync("Corin");
        var tool = await seat.LaunchAsync();

        var cookies = (await seat.Context.CookiesAsync()).Where(cookie => cookie.Domain == "127.0.0.1").ToList();

        Assert.Equal(["__Host-ok", "__Secure-session"], cookies.Select(cookie => cookie.Name).Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie => Assert.Equal(
            ("http://localhost", true, true, SameSiteAttribute.None), (cookie.PartitionKey, cookie.Secure, cookie.HttpOnly, cookie.SameSite)));
        Assert.Equal(new Uri(seat.Session).AbsolutePath, cookies.Single(cookie => cookie.Name == "__Secure-session").Path);
        Assert.Equal("", await tool.AskAsync<string>("() => document.cookie"));
    }

    /// <summary>Names of the cookies on the first request that this makes.</summary>
    static async Task<IReadOnlyList<string>> CookiesSentByAsync(IPage page, Func<Task> act)
    {
        var request = await page.RunAndWaitForRequestAsync(act, request => request.IsNavigationRequest);
        var cookies = (await request.AllHeadersAsync()).GetValueOrDefault("cookie", "");
        return [.. cookies.Split("; ").Select(cookie => cookie.Split('=')[0])];
    }
}
