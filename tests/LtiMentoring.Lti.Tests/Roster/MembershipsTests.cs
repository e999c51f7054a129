using LtiMentoring.Lti.Roster;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Roster;

/// <summary>What is asked, and what comes of what a platform answers (NRPS 2.0, section 2.4).</summary>
public sealed class MembershipsTests : IAsyncLifetime
{
    RosterStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await RosterStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task The_roster_is_asked_for_with_its_scope_and_its_type()
    {
        stage.Course("");

        await stage.ReadAsync();

        var request = stage.Asked.Single();
        Assert.Equal(("GET", $"{RosterStage.Path}?limit=200"), (request.Method, request.Target));
        Assert.Equal("application/vnd.ims.lti-nrps.v2.membershipcontainer+json", request.Headers["Accept"]);
        Assert.Equal("Bearer token-1", request.Headers["Authorization"]);
        Assert.Equal("https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly", stage.TokenRequests.Single().Form["scope"]);
    }

    [Fact]
    public async Task One_role_or_one_resource_link_may_be_asked_for()
    {
        stage.Course("");

        await stage.ReadAsync("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner", "link 1&2");

        Assert.Equal(
            $"{RosterStage.Path}?limit=200&role=http%3A%2F%2Fpurl.imsglobal.org%2Fvocab%2Flis%2Fv2%2Fmembership%23Learner&rlid=link%201%262",
            stage.Asked.Single().Target);
    }

    [Fact]
    public async Task A_course_without_members_is_read_to_its_end()
    {
        stage.Course("");

        var page = (await stage.ReadAsync()).Single();

        Assert.Empty(page.Members);
        Assert.True(page.IsEnd);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>back in five minutes</html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"members":{}}""")]
    [InlineData("""{"members":[{"user_id":"6"}""")]
    [InlineData("""{"\ud800embers":[]}""")]
    public async Task A_page_that_cannot_be_read_is_not_taken_for_an_empty_one(string body)
    {
        stage.Site.AnswerJson(RosterStage.Path, body);

        var page = (await stage.ReadAsync()).Single();

        Assert.Equal((0, false), (page.Members.Count, page.IsEnd));
        Assert.Equal($"the answer cannot be read: 200 OK{(body.Length > 0 ? $": {body}" : "")}", page.Answer.Words);
    }

    [Theory]
    [InlineData(403, "403 Forbidden: the link is not yours")]
    [InlineData(500, "500 Internal Server Error: the link is not yours")]
    public async Task A_refusal_is_told_in_the_platforms_own_words(int status, string words)
    {
        stage.Site.AnswerJson(RosterStage.Path, "the link is not yours", status);

        var page = (await stage.ReadAsync(resourceLinkId: "9")).Single();

        Assert.Equal((words, false), (page.Answer.Words, page.IsEnd));
    }

    [Fact]
    public async Task A_platform_that_grants_no_token_for_it_says_so()
    {
        stage.Site.AnswerJson("/token", """{"error":"invalid_scope"}""", status: 400);

        var page = (await stage.ReadAsync()).Single();

        Assert.Equal(("""400 Bad Request: {"error":"invalid_scope"}""", true), (page.Answer.Words, page.Answer.IsAboutToken));
        Assert.Empty(stage.Asked);
    }

    [Fact]
    public async Task A_token_that_ended_between_two_pages_is_replaced()
    {
        stage.Pages([RosterStage.Member(1), RosterStage.Member(2)], next => $"<{next}>; rel=\"next\"");
        var answer = stage.Site.Answers[RosterStage.Path];
        stage.Site.Answers[RosterStage.Path] = http =>
        {
            if (!http.Request.Query.ContainsKey("page") || http.Request.Headers.Authorization == "Bearer token-2")
                return answer(http);
            http.Response.StatusCode = 401;
            return Task.CompletedTask;
        };

        Assert.True((await stage.ReadAsync())[^1].IsEnd);
    }

    [Fact]
    public async Task Whoever_stops_the_program_stops_the_reading()
    {
        stage.Pages([RosterStage.Member(1), RosterStage.Member(2)], next => $"<{next}>; rel=\"next\"");
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in stage.Memberships.ReadAsync(stage.Address, null, null, stop.Token))
                await stop.CancelAsync();
        });

        Assert.Single(stage.Asked);
    }
}
