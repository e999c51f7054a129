using LtiMentoring.Lti.Grades;
using LtiMentoring.Lti.Services;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Grades;

/// <summary>Lists that come in pages (AGS 2.0, sections 3.2.4 and 3.3.6).</summary>
public sealed class GradebookPagesTests : IAsyncLifetime
{
    const string Wanted = """[{"id":"https://lms.example.org/9","resourceId":"listening","tag":"completion"}]""";
    const string Others = """[{"id":"https://lms.example.org/1","resourceId":"feedback","tag":"completion"}]""";

    ServiceStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await ServiceStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    Task<(LineItem? Item, Answer Answer)> FindAsync() => stage.Gradebook(ServiceStage.LineItemScope)
        .FindAsync($"{stage.Site.Address}/lineitems", "listening", "completion", CancellationToken.None);

    /// <summary>Answers page 1, 2 and so on with these lists, each with a link to the next but the last.</summary>
    void Pages(string path, params string[] pages) => stage.Site.Answers[path] = http =>
    {
        var page = http.Request.Query.TryGetValue("page", out var asked) ? int.Parse(asked!, System.Globalization.CultureInfo.InvariantCulture) : 1;
        if (page < pages.Length)
            http.Response.Headers.Link = $"<{stage.Site.Address}{path}?State=aB&page={page + 1}>; rel=\"next\", <{stage.Site.Address}{path}>; rel=\"first\"";
        return PlatformSite.WriteAsync(http, pages[page - 1]);
    };

    void LinkTo(string next) => stage.Site.Answers["/lineitems"] = http =>
    {
        http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return PlatformSite.WriteAsync(http, Others);
    };

    [Fact]
    public async Task A_line_item_on_the_third_page_is_found_and_addresses_are_followed_as_they_are()
    {
        Pages("/lineitems", Others, "[]", Wanted, Others);

        Assert.Equal("https://lms.example.org/9", (await FindAsync()).Item?.Id);
        Assert.Equal(
            ["/lineitems?resource_id=listening&tag=completion", "/lineitems?State=aB&page=2", "/lineitems?State=aB&page=3"],
            stage.Site.AskedAt("/lineitems").Select(request => request.Target));
        Assert.All(stage.Site.AskedAt("/lineitems"), request =>
            Assert.Equal(("Bearer token-1", "application/vnd.ims.lis.v2.lineitemcontainer+json"), (request.Headers["Authorization"], request.Headers["Accept"])));
    }

    [Fact]
    public async Task None_is_concluded_only_after_the_last_page()
    {
        Pages("/lineitems", Others, Others);

        var (item, answer) = await FindAsync();

        Assert.Equal((null, true), (item, answer.Succeeded));
        Assert.Equal(2, stage.Site.AskedAt("/lineitems").Count());
    }

    [Fact]
    public async Task A_page_that_fails_is_the_answer()
    {
        Pages("/lineitems", Others, "{}", Wanted);

        var (item, answer) = await FindAsync();

        Assert.Equal((null, "the answer cannot be read: 200 OK: {}"), (item, answer.Words));
    }

    [Fact]
    public async Task The_token_is_not_taken_to_another_site()
    {
        await using var thief = await PlatformSite.StartAsync();
        LinkTo($"{thief.Address}/lineitems?page=2");

        var (item, answer) = await FindAsync();

        Assert.Equal((null, $"the next page of the list is at another site: {thief.Address}"), (item, answer.Words));
        Assert.Empty(thief.Asked);
    }

    [Fact]
    public async Task A_list_that_goes_round_in_a_circle_ends_without_a_conclusion()
    {
        LinkTo($"{stage.Site.Address}/lineitems?page=2");

        var (item, answer) = await FindAsync();

        Assert.Equal((null, false), (item, answer.Succeeded));
        Assert.Equal(2, stage.Site.AskedAt("/lineitems").Count());
    }

    [Fact]
    public async Task A_list_without_end_ends_after_a_hundred_pages_without_a_conclusion()
    {
        Pages("/lineitems", [.. Enumerable.Repeat(Others, 150), Wanted]);

        var (item, answer) = await FindAsync();

        Assert.Equal((null, "the list goes round in a circle, or has more than 100 pages"), (item, answer.Words));
        Assert.Equal(100, stage.Site.AskedAt("/lineitems").Count());
    }

    [Fact]
    public async Task A_result_on_the_second_page_is_found()
    {
        Pages("/lineitem/results", """[{"userId":"7","resultScore":1}]""", """[{"userId":"8","resultScore":1}]""");

        var (result, _) = await stage.Gradebook(ServiceStage.ResultScope).ResultAsync($"{stage.Site.Address}/lineitem", "8", CancellationToken.None);

        Assert.Equal(new Result("8", 1, null), result);
    }
}
