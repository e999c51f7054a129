using LtiMentoring.Lti.Services;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Services;

public sealed class AccessTokensTests : IAsyncLifetime
{
    const string Score = ServiceStage.ScoreScope;
    ServiceStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await ServiceStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    void Answer(string json, int status = 200) => stage.Site.AnswerJson("/token", json, status);

    /// <summary>Holds every answer of the token endpoint until the task is done.</summary>
    void Hold(Task gate)
    {
        var answer = stage.Site.Answers["/token"];
        stage.Site.Answers["/token"] = async http =>
        {
            await gate;
            await answer(http);
        };
    }

    async Task<Answer> FailureAsync()
    {
        var (token, failure) = await stage.Tokens.GetAsync(stage.Platform, [Score], refused: null, CancellationToken.None);
        Assert.Null(token);
        return failure!;
    }

    [Fact]
    public async Task A_token_is_used_until_the_last_minute_of_its_life()
    {
        Assert.Equal("token-1", await stage.TokenAsync(Score));
        stage.Clock.Advance(TimeSpan.FromSeconds(3539));
        Assert.Equal("token-1", await stage.TokenAsync(Score));
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token-2", await stage.TokenAsync(Score));
    }

    [Fact]
    public async Task A_tokens_life_begins_when_it_was_asked_for()
    {
        stage.Site.Answers["/token"] = http =>
        {
            stage.Clock.Advance(TimeSpan.FromSeconds(9));
            return PlatformSite.WriteAsync(http, stage.Grant(""" "expires_in":3600 """));
        };
        await stage.TokenAsync(Score);

        stage.Clock.Advance(TimeSpan.FromSeconds(3531));

        Assert.Equal("token-2", await stage.TokenAsync(Score));
    }

    [Fact]
    public async Task A_short_life_is_used_for_its_first_half()
    {
        stage.Site.Answers["/token"] = http => PlatformSite.WriteAsync(http, stage.Grant(""" "expires_in":60 """));
        await stage.TokenAsync(Score);

        stage.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("token-1", await stage.TokenAsync(Score));
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token-2", await stage.TokenAsync(Score));
    }

    [Theory]
    [InlineData("\"expires_in\":\"3600\"", 3539)]
    [InlineData("\"expires_in\":3.6e3", 3539)]
    [InlineData("\"expires_in\":1e300", 86_339)]
    public async Task A_life_that_is_oddly_written_counts(string life, int seconds)
    {
        stage.Site.Answers["/token"] = http => PlatformSite.WriteAsync(http, stage.Grant(life));
        await stage.TokenAsync(Score);

        stage.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal("token-1", await stage.TokenAsync(Score));
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token-2", await stage.TokenAsync(Score));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"expires_in\":null")]
    [InlineData("\"expires_in\":\"soon\"")]
    [InlineData("\"expires_in\":[3600]")]
    [InlineData("\"expires_in\":0")]
    [InlineData("\"expires_in\":-1")]
    [InlineData("\"expires_in\":1e999")]
    public async Task A_life_that_is_not_told_serves_one_request(string life)
    {
        stage.Site.Answers["/token"] = http => PlatformSite.WriteAsync(http, stage.Grant(life));

        Assert.Equal("token-1", await stage.TokenAsync(Score));
        Assert.Equal("token-2", await stage.TokenAsync(Score));
    }

    [Fact]
    public async Task Tokens_are_kept_by_registration_and_by_set_of_scopes_in_any_order()
    {
        var other = stage.Platform with { Id = Guid.CreateVersion7(), ClientId = "client-2" };

        await stage.TokenAsync(Score, ServiceStage.LineItemScope);
        Assert.Equal("token-1", await stage.TokenAsync(ServiceStage.LineItemScope, Score, Score));
        Assert.Equal("token-2", await stage.TokenAsync(Score));
        Assert.Equal("token-3", (await stage.Tokens.GetAsync(other, [Score], null, CancellationToken.None)).Token);
        Assert.Equal("token-2", await stage.TokenAsync(Score));
    }

    [Theory]
    [InlineData(""" "expires_in":3600 """)]
    [InlineData("")]
    public async Task A_hundred_callers_at_once_are_one_request(string life)
    {
        stage.Site.Answers["/token"] = http => PlatformSite.WriteAsync(http, stage.Grant(life));
        var gate = new TaskCompletionSource();
        Hold(gate.Task);

        var waiting = Enumerable.Range(0, 100).Select(_ => stage.TokenAsync(Score)).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(waiting), token => Assert.Equal("token-1", token));
        Assert.Single(stage.TokenRequests);
    }

    [Fact]
    public async Task Callers_who_waited_share_a_refusal_and_the_next_one_asks_again()
    {
        Answer("""{"error":"temporarily_unavailable"}""", status: 503);
        var gate = new TaskCompletionSource();
        Hold(gate.Task);

        var waiting = Enumerable.Range(0, 100).Select(_ => FailureAsync()).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(waiting), failure => Assert.Equal(503, failure.Status));
        Assert.Single(stage.TokenRequests);
        await FailureAsync();
        Assert.Equal(2, stage.TokenRequests.Count);
    }

    [Fact]
    public async Task Whoever_gives_up_does_not_stop_the_next()
    {
        var gate = new TaskCompletionSource();
        Hold(gate.Task);
        using var stop = new CancellationTokenSource();

        var givingUp = stage.Tokens.GetAsync(stage.Platform, [Score], null, stop.Token);
        var patient = stage.TokenAsync(Score);
        await stop.CancelAsync();
        gate.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givingUp);
        Assert.NotNull(await patient);
    }

    [Fact]
    public async Task Without_a_granted_scope_the_platform_is_not_asked()
    {
        var (token, failure) = await stage.Tokens.GetAsync(stage.Platform, [], null, CancellationToken.None);

        Assert.Null(token);
        Assert.Equal("the launch granted no scope for this", failure!.Words);
        Assert.Empty(stage.Site.Asked);
    }

    [Fact]
    public async Task A_refusal_has_the_platforms_own_words()
    {
        Answer("""{"error":"invalid_client","error_description":"unknown kid"}""", status: 400);

        var failure = await FailureAsync();

        Assert.Equal("""400 Bad Request: {"error":"invalid_client","error_description":"unknown kid"}""", failure.Words);
    }

    [Fact]
    public async Task A_refusal_that_echoes_the_assertion_is_kept_without_it()
    {
        stage.Site.Answers["/token"] = http =>
            PlatformSite.WriteAsync(http, $"you sent {stage.TokenRequests[^1].Form["client_assertion"]}", status: 400);

        Assert.Equal("400 Bad Request: you sent [left out]", (await FailureAsync()).Words);
    }

    [Theory]
    [InlineData("", "is not JSON")]
    [InlineData("<html>secret-7</html>", "is not JSON")]
    [InlineData("[\"secret-7\"]", "has no access_token that a header could carry")]
    [InlineData("{\"token\":\"secret-7\"}", "has no access_token that a header could carry")]
    [InlineData("{\"access_token\":\"\"}", "has no access_token that a header could carry")]
    [InlineData("{\"access_token\":null}", "has no access_token that a header could carry")]
    [InlineData("{\"access_token\":[\"secret-7\"]}", "has no access_token that a header could carry")]
    [InlineData("{\"access_token\":\"secret-7\\r\\nX-Evil: 1\"}", "has no access_token that a header could carry")]
    [InlineData("{\"access_token\":\"secret-7 é\"}", "has no access_token that a header could carry")]
    [InlineData("{\"access_token\":\"\\ud800\"}", "has no access_token that a header could carry")]
    [InlineData("{\"access_token\":\"secret-7\",\"token_type\":\"mac\"}", "has a token that is not of the type Bearer")]
    [InlineData("{\"access_token\":\"secret-7\",\"token_type\":null}", "has a token that is not of the type Bearer")]
    public async Task A_success_without_a_usable_token_is_named_and_not_told(string body, string trouble)
    {
        Answer(body);

        Assert.Equal($"the token endpoint's answer {trouble}", (await FailureAsync()).Words);
    }

    [Theory]
    [InlineData("""{"access_token":"secret-7"}""")]
    [InlineData("""{"access_token":"secret-7","token_type":"bearer"}""")]
    [InlineData("""{"access_token":"secret-7","token_type":"BEARER","scope":""}""")]
    public async Task A_token_is_taken_as_platforms_give_it(string body)
    {
        Answer(body);

        Assert.Equal("secret-7", await stage.TokenAsync(Score));
    }
}
