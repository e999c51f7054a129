using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Services;

/// <summary>One issuer and one token endpoint with two clients: each has tokens of its own.</summary>
public sealed class RegistrationTokensTests : IAsyncLifetime
{
    const string Score = ServiceStage.ScoreScope;

    ServiceStage stage = null!;
    Platform other = null!;

    public async ValueTask InitializeAsync()
    {
        stage = await ServiceStage.StartAsync();
        other = stage.Platform with { Id = Guid.CreateVersion7(), ClientId = "client-2" };
    }

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    async Task<string?> OtherTokenAsync(string? refused = null) => (await stage.Tokens.GetAsync(other, [Score], refused, CancellationToken.None)).Token;

    [Fact]
    public async Task Each_asks_in_its_own_name_and_uses_its_own_token()
    {
        stage.Site.AnswerJson("/scores", "{}");

        await stage.Services.SendAsync(stage.Platform, [Score], Post, CancellationToken.None);
        await stage.Services.SendAsync(other, [Score], Post, CancellationToken.None);
        await stage.Services.SendAsync(stage.Platform, [Score], Post, CancellationToken.None);

        Assert.Equal(["client-1", "client-2"], stage.TokenRequests.Select(request => ClientAssertionTests.Part(request, 1).GetProperty("iss").GetString()!));
        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-1"], stage.Site.AskedAt("/scores").Select(request => request.Headers["Authorization"]));

        HttpRequestMessage Post() => new(HttpMethod.Post, $"{stage.Site.Address}/scores");
    }

    [Fact]
    public async Task A_refused_token_of_one_is_not_replaced_by_the_others()
    {
        await stage.TokenAsync(Score);
        await OtherTokenAsync();

        Assert.Equal("token-3", await OtherTokenAsync(refused: "token-2"));
        Assert.Equal("token-1", await stage.TokenAsync(Score));
    }

    [Fact]
    public async Task A_client_that_the_LMS_refuses_leaves_the_others_token_alone()
    {
        await stage.TokenAsync(Score);
        stage.Site.AnswerJson("/token", """{"error":"invalid_client"}""", status: 400);

        Assert.Null(await OtherTokenAsync());
        Assert.Equal("token-1", await stage.TokenAsync(Score));
    }
}
