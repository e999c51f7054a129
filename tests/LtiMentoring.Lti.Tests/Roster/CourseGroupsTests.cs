using LtiMentoring.Lti.Roster;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Roster;

/// <summary>The groups of a course (Course Groups Service 1.0).</summary>
public sealed class CourseGroupsTests : IAsyncLifetime
{
    const string Path = "/courses/2/groups";
    const string Claim = "https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice";

    ServiceStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await ServiceStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    CourseGroups Groups => new(stage.Services, stage.Platform);

    string Address => stage.Site.Address + Path;

    [Fact]
    public async Task Groups_are_read_from_page_to_page_with_a_token_for_it()
    {
        stage.Site.Answers[Path] = http =>
        {
            var isSecond = http.Request.Query.ContainsKey("page");
            if (!isSecond)
                http.Response.Headers.Link = $"<{Address}?page=2>; rel=\"next\"";
            return PlatformSite.WriteAsync(http, isSecond
                ? """{"id":"x","groups":[{"id":9},{"name":"No id"},7]}"""
                : """{"id":"x","groups":[{"id":"a","name":"North schools","set_id":"s","tag":"t"}]}""");
        };

        var (groups, answer) = await Groups.ReadAsync(Address, CancellationToken.None);

        Assert.True(answer.Succeeded);
        Assert.Equal([new CourseGroup("a", "North schools", "s"), new CourseGroup("9", "9", null)], groups);
        Assert.Equal("application/vnd.ims.lti-gs.v1.contextgroupcontainer+json", stage.Site.AskedAt(Path).First().Headers["Accept"]);
        Assert.Equal("https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly", Assert.Single(stage.TokenRequests).Form["scope"]);
    }

    [Fact]
    public async Task Sets_have_names()
    {
        stage.Site.AnswerJson("/sets", """{"id":"x","sets":[{"id":"s","name":"Fall cohorts","groups":[{"id":"a","name":"North schools"}]}]}""");

        Assert.Equal([new GroupSet("s", "Fall cohorts")], (await Groups.ReadSetsAsync(stage.Site.Address + "/sets", CancellationToken.None)).Sets);
    }

    [Fact]
    public async Task Of_half_a_list_nothing_is_concluded()
    {
        stage.Site.Answers[Path] = http =>
        {
            if (http.Request.Query.ContainsKey("page"))
                return PlatformSite.WriteAsync(http, "{}", 503);
            http.Response.Headers.Link = $"<{Address}?page=2>; rel=\"next\"";
            return PlatformSite.WriteAsync(http, """{"groups":[{"id":"a","name":"North"}]}""");
        };

        var (groups, answer) = await Groups.ReadAsync(Address, CancellationToken.None);

        Assert.Null(groups);
        Assert.Equal(503, answer.Status);
    }

    [Theory]
    [InlineData("""{"sets":[]}""")]
    [InlineData("[]")]
    [InlineData("back in five minutes")]
    public async Task A_page_that_has_no_groups_in_it_is_no_empty_list(string body)
    {
        stage.Site.AnswerJson(Path, body);

        Assert.Null((await Groups.ReadAsync(Address, CancellationToken.None)).Groups);
    }

    [Fact]
    public async Task Our_token_goes_to_no_other_site()
    {
        stage.Site.Answers[Path] = http =>
        {
            http.Response.Headers.Link = "<https://elsewhere.example.org/groups>; rel=\"next\"";
            return PlatformSite.WriteAsync(http, """{"groups":[{"id":"a","name":"North"}]}""");
        };

        var (groups, answer) = await Groups.ReadAsync(Address, CancellationToken.None);

        Assert.Null(groups);
        Assert.Contains("another site", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"context_groups_url":"https://lms.example.org/g","context_group_sets_url":"https://lms.example.org/s","scope":["https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly"],"service_versions":["1.0"]}""", "https://lms.example.org/g https://lms.example.org/s")]
    [InlineData("""{"context_groups_url":"https://lms.example.org/g"}""", "https://lms.example.org/g ")]
    [InlineData("""{"context_groups_url":"https://lms.example.org/g","scope":[]}""", null)]
    [InlineData("""{"context_groups_url":"https://lms.example.org/g","service_versions":["2.0"]}""", null)]
    [InlineData("""{"context_groups_url":"/g"}""", null)]
    public async Task A_launch_tells_where_they_are(string claim, string? addresses)
    {
        await using var launch = await LaunchStage.StartAsync();

        var groups = (await launch.WithAsync(Claim, claim)).Message!.Groups;

        Assert.Equal(addresses, groups is null ? null : $"{groups.Groups} {groups.Sets}");
    }

    [Fact]
    public async Task Members_say_which_groups_they_are_in()
    {
        await using var roster = await RosterStage.StartAsync();

        Assert.Equal(["a", "9"], (await roster.OneAsync("""{"user_id":"6","roles":["Learner"],"group_enrollments":[{"group_id":"a"},{"group_id":9},{"group_id":"a"},{}]}""")).GroupIds);
        Assert.Empty((await roster.OneAsync("""{"user_id":"6","roles":["Learner"]}""")).GroupIds);
        var many = string.Join(',', Enumerable.Range(0, 5_000).Select(number => $$"""{"group_id":{{number}}}"""));
        Assert.Equal(100, (await roster.OneAsync($$"""{"user_id":"6","roles":["Learner"],"group_enrollments":[{{many}}]}""")).GroupIds.Count);
    }
}
