using LtiMentoring.Lti.Services;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Services;

public sealed class LtiServicesTests : IAsyncLifetime
{
    ServiceStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await ServiceStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    Task<Answer> SendAsync() => stage.Services.SendAsync(
        stage.Platform, [ServiceStage.ScoreScope], () => new HttpRequestMessage(HttpMethod.Get, $"{stage.Site.Address}/x"), CancellationToken.None);

    /// <summary>Refuses with 401 whatever is not in the list.</summary>
    void Accept(params string[] tokens) => stage.Site.Answers["/x"] = http =>
    {
        http.Response.StatusCode = tokens.Contains(http.Request.Headers.Authorization.ToString()) ? 200 : 401;
        return Task.CompletedTask;
    };

    IEnumerable<string> Sent => stage.Site.AskedAt("/x").Select(request => request.Headers["Authorization"]);

    [Fact]
    public async Task The_token_goes_with_the_request_as_a_bearer_token()
    {
        Accept("Bearer token-1");

        Assert.Equal(200, (await SendAsync()).Status);
        Assert.Equal(["Bearer token-1"], Sent);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_and_the_fresh_one_is_kept()
    {
        Accept("Bearer token-2");

        Assert.Equal(200, (await SendAsync()).Status);
        Assert.Equal(200, (await SendAsync()).Status);
        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-2"], Sent);
        Assert.Equal(2, stage.TokenRequests.Count);
    }

    [Fact]
    public async Task A_second_refusal_is_the_answer()
    {
        Accept();

        Assert.Equal(401, (await SendAsync()).Status);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], Sent);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(302)]
    public async Task Any_other_answer_is_the_answer_at_once(int status)
    {
        stage.Site.AnswerJson("/x", "no", status);

        Assert.Equal(status, (await SendAsync()).Status);
        Assert.Single(Sent);
    }

    [Fact]
    public async Task Calls_that_were_refused_together_share_one_fresh_token()
    {
        Accept("Bearer token-1");
        await SendAsync();
        Accept("Bearer token-2");

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync())), answer => Assert.Equal(200, answer.Status));
        Assert.Equal(2, stage.TokenRequests.Count);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_token_endpoints_words_are_the_answer()
    {
        stage.Site.AnswerJson("/token", """{"error":"invalid_scope"}""", status: 400);

        Assert.Equal("""400 Bad Request: {"error":"invalid_scope"}""", (await SendAsync()).Words);
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task A_fresh_token_that_is_not_granted_is_named()
    {
        Accept();
        await stage.TokenAsync(ServiceStage.ScoreScope);
        stage.Site.AnswerJson("/token", """{"error":"unauthorized_client"}""", status: 400);

        Assert.Equal("""400 Bad Request: {"error":"unauthorized_client"}""", (await SendAsync()).Words);
        Assert.Equal(["Bearer token-1"], Sent);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(200)]
    public async Task An_answer_that_echoes_the_token_is_kept_without_it(int status)
    {
        stage.Site.Answers["/x"] = http => PlatformSite.WriteAsync(http, $"Authorization: {http.Request.Headers.Authorization}", status);

        Assert.Equal("Authorization: Bearer [left out]", (await SendAsync()).Body);
    }
}
