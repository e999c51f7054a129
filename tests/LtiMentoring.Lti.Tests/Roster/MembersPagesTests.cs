using LtiMentoring.Lti.Roster;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Roster;

/// <summary>Rosters that come in pages (NRPS 2.0, sections 2.4.2 and 2.4.3).</summary>
public sealed class MembersPagesTests : IAsyncLifetime
{
    static readonly string[] Three = [RosterStage.Member(1), RosterStage.Member(2), RosterStage.Member(3)];

    RosterStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await RosterStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    async Task<string> IdsAsync() => string.Join(' ', (await stage.ReadAsync()).SelectMany(page => page.Members).Select(member => member.UserId));

    [Theory]
    [InlineData("<{0}>; rel=\"next\"")]
    [InlineData("<{0}>; rel=next")]
    [InlineData("<{0}>; rel='next'")]
    [InlineData("<{0}>; rel=“next”")]
    [InlineData("<{0}>;REL=\"last next\";title=\"a, b\"")]
    [InlineData("<https://lms.example.org/?since=6>; rel=\"differences\", <{0}>; rel=\"next\", <https://lms.example.org/?a=1,2>; rel=\"first\"")]
    public async Task Pages_are_followed_however_the_link_is_quoted(string link)
    {
        stage.Pages(Three, next => link.Replace("{0}", next, StringComparison.Ordinal));

        Assert.Equal("1 2 3", await IdsAsync());
    }

    [Theory]
    [InlineData("?page=")]
    [InlineData(RosterStage.Path + "?page=")]
    [InlineData("memberships?page=")]
    public async Task A_link_may_be_relative(string link)
    {
        stage.Pages(Three, next => $"<{link}{next[^1]}>; rel=\"next\"");

        Assert.Equal("1 2 3", await IdsAsync());
    }

    [Fact]
    public async Task Only_the_last_page_is_the_end()
    {
        stage.Pages(Three, next => $"<{next}>; rel=\"next\"");

        Assert.Equal([false, false, true], (await stage.ReadAsync()).Select(page => page.IsEnd));
        Assert.Equal([$"{RosterStage.Path}?limit=200", $"{RosterStage.Path}?page=2", $"{RosterStage.Path}?page=3"], stage.Asked.Select(request => request.Target));
    }

    [Fact]
    public async Task A_page_is_asked_for_when_the_one_before_was_taken()
    {
        stage.Pages(Three, next => $"<{next}>; rel=\"next\"");

        await foreach (var page in stage.Memberships.ReadAsync(stage.Address, null, null, CancellationToken.None))
            Assert.Equal(page.Members.Single().UserId, $"{stage.Asked.Count()}");
    }

    [Fact]
    public async Task A_page_that_fails_ends_the_reading_without_a_conclusion()
    {
        stage.Pages([RosterStage.Member(1), "}", RosterStage.Member(3)], next => $"<{next}>; rel=\"next\"");

        var pages = await stage.ReadAsync();

        Assert.Equal([1, 0], pages.Select(page => page.Members.Count));
        Assert.StartsWith("the answer cannot be read", pages[^1].Answer.Words, StringComparison.Ordinal);
        Assert.False(pages[^1].IsEnd);
    }

    [Fact]
    public async Task The_token_is_not_taken_to_another_site()
    {
        await using var thief = await PlatformSite.StartAsync();
        stage.Pages(Three, _ => $"<{thief.Address}{RosterStage.Path}?page=2>; rel=\"next\"");

        var pages = await stage.ReadAsync();

        Assert.Equal($"the next page of the list is at another site: {thief.Address}", pages[^1].Answer.Words);
        Assert.False(pages[^1].IsEnd);
        Assert.Empty(thief.Asked);
    }

    [Fact]
    public async Task A_roster_that_goes_round_in_a_circle_ends_without_a_conclusion()
    {
        stage.Pages(Three, _ => $"<{stage.Address}?page=2>; rel=\"next\"");

        var pages = await stage.ReadAsync();

        Assert.Equal(["1", "2"], pages.SelectMany(page => page.Members).Select(member => member.UserId));
        Assert.False(pages[^1].IsEnd);
    }

    [Fact]
    public async Task Differences_are_offered_and_read_later()
    {
        stage.Pages([RosterStage.Member(1)], _ => "");
        var answer = stage.Site.Answers[RosterStage.Path];
        stage.Site.Answers[RosterStage.Path] = http =>
        {
            http.Response.Headers.Link = $"<{RosterStage.Path}/changed?since=672638163>; rel=\"differences\"";
            return answer(http);
        };
        stage.Site.AnswerJson($"{RosterStage.Path}/changed", RosterStage.Page("""{"user_id":"1","status":"Deleted"},{"user_id":"4","roles":["Learner"]}"""));

        var later = (await stage.ReadAsync()).Single().Answer.Differences;
        var changed = await stage.Memberships.ReadDifferencesAsync(later!, CancellationToken.None).SingleAsync();

        Assert.Equal($"{stage.Address}/changed?since=672638163", later);
        Assert.Equal($"{RosterStage.Path}/changed?since=672638163", stage.Site.Asked[^1].Target);
        Assert.Equal([("1", MemberStatus.Deleted), ("4", MemberStatus.Active)], changed.Members.Select(member => (member.UserId, member.Status)));
    }

    [Fact]
    public async Task Differences_at_another_site_are_not_offered()
    {
        stage.Pages(Three[..1], _ => "");
        var answer = stage.Site.Answers[RosterStage.Path];
        stage.Site.Answers[RosterStage.Path] = http =>
        {
            http.Response.Headers.Link = "<https://thief.example.org/>; rel=differences";
            return answer(http);
        };

        Assert.Null((await stage.ReadAsync()).Single().Answer.Differences);
    }
}
