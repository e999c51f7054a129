using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Launch;

/// <summary>What a refusal tells the log: enough to mend it, in one line, and never the token.</summary>
public sealed class RefusalDetailTests : IAsyncLifetime
{
    LaunchStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await LaunchStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    [Theory]
    [InlineData("""two\nLaunch accepted""", "two?Launch accepted")]
    [InlineData("""two\r\n\t\u001b[2J""", "two????[2J")]
    [InlineData("""two\u0085\u2028\u2029x""", "two???x")]
    [InlineData("""two\u202e\u2066\u200b\ufeffx""", "two????x")]
    [InlineData("""t\u00e9l\ud83d\ude00""", "tél\U0001F600")]
    public async Task The_name_of_an_unknown_key_stands_in_one_line(string kid, string shown)
    {
        var (_, refused) = await stage.TokenAsync($$"""{"alg":"RS256","kid":"{{kid}}"}""", stage.Good().ToJsonString());

        Assert.Equal((Refusal.KeyUnknown, $"{stage.Site.Address}/jwks has no key {shown}"), (refused!.Why, refused.Detail));
    }

    [Fact]
    public async Task The_name_of_an_unknown_key_is_short()
    {
        var (_, refused) = await stage.TokenAsync($$"""{"alg":"RS256","kid":"{{new string('x', 3_000)}}"}""", stage.Good().ToJsonString());

        Assert.Equal($"{stage.Site.Address}/jwks has no key {new string('x', 100)}", refused!.Detail);
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("azp")]
    [InlineData(LaunchStage.Lti + "version")]
    [InlineData(LaunchStage.Lti + "message_type")]
    [InlineData(LaunchStage.Lti + "target_link_uri")]
    public async Task A_claim_that_is_refused_stands_in_one_line(string claim)
    {
        var (_, refused) = await stage.WithAsync(claim, "\"evil\\nLaunch accepted\\u202e\"");

        Assert.Contains("evil?Launch accepted?", refused!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_refuses_need_not_think_of_it()
    {
        Assert.Equal("issuer a?b", new Refused(Refusal.PlatformUnknown, "issuer a\nb").Detail);
        Assert.Equal(500, new Refused(Refusal.PlatformUnknown, new string('x', 6_000)).Detail.Length);
    }

    [Fact]
    public async Task No_refusal_tells_the_token_or_a_part_of_it()
    {
        string[] claims = ["iss", "aud", "azp", "exp", "iat", "nonce", "sub", .. stage.Good().Select(claim => claim.Key).Where(key => key.StartsWith("https:", StringComparison.Ordinal))];
        foreach (var claim in claims)
            foreach (var json in new[] { null, "[]", "\"x\"", "{}" })
            {
                var payload = stage.Good();
                payload.Remove(claim);
                var rest = payload.ToJsonString();
                var token = PlatformKey.One.Sign(LaunchStage.GoodHeader, json is null ? rest : $"{{\"{claim}\":{json},{rest[1..]}");
                if ((await stage.VerifyAsync(token)).Refused is { } refused)
                    Assert.All(token.Split('.'), part => Assert.DoesNotContain(part[..20], refused.Detail, StringComparison.Ordinal));
            }
    }

    [Fact]
    public async Task Keys_that_cannot_be_had_are_told_with_the_platforms_words()
    {
        stage.Site.AnswerJson("/jwks", "closed\nfor today", status: 503);

        var (_, refused) = await stage.TokenAsync(LaunchStage.GoodHeader, stage.Good().ToJsonString());

        Assert.Equal((Refusal.KeysUnreachable, $"{stage.Site.Address}/jwks: 503 Service Unavailable: closed for today"), (refused!.Why, refused.Detail));
    }
}
