using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Launch;

/// <summary>Tokens that are signed well and made badly.</summary>
public sealed class TokenShapeTests : IAsyncLifetime
{
    LaunchStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await LaunchStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    string Good => stage.Good().ToJsonString();

    async Task RefusesAsync(Refusal why, string header, string payload)
    {
        var (message, refused) = await stage.TokenAsync(header, payload);

        Assert.Null(message);
        Assert.Equal(why, refused!.Why);
    }

    [Fact]
    public async Task A_good_token_is_good() => Assert.Equal("user-7", (await stage.TokenAsync(LaunchStage.GoodHeader, Good)).Message?.Subject);

    [Theory]
    [InlineData(65_536, null)]
    [InlineData(65_537, Refusal.TokenUnreadable)]
    public async Task A_token_may_have_65536_characters_and_not_one_more(int length, Refusal? refused)
    {
        var signature = PlatformKey.One.Sign("", "").Length - 2;
        var (header, payload) = (
            from extra in Enumerable.Range(0, 3)
            from pad in Enumerable.Range(48_000, 1_000)
            let head = $"{LaunchStage.GoodHeader}{new string(' ', extra)}"
            let body = $"{Good}{new string(' ', pad - Good.Length)}"
            where Encoded(head) + Encoded(body) + signature + 2 == length
            select (head, body)).First();
        var token = PlatformKey.One.Sign(header, payload);

        Assert.Equal(length, token.Length);
        Assert.Equal(refused, (await stage.VerifyAsync(token)).Refused?.Why);

        static int Encoded(string text) => System.Buffers.Text.Base64Url.GetEncodedLength(text.Length);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("é.é.é")]
    [InlineData("bnVsbA.bnVsbA.AAAA")]
    [InlineData("{}.{}.{}")]
    [InlineData(LaunchStage.GoodHeader)]
    public async Task What_is_no_token_is_refused(string token) => Assert.Equal(Refusal.TokenUnreadable, (await stage.VerifyAsync(token)).Refused?.Why);

    [Theory]
    [InlineData("")]
    [InlineData("AA")]
    [InlineData("AAAA")]
    [InlineData("other")]
    public async Task A_signature_that_is_none_or_another_keys_is_refused(string signature)
    {
        var token = PlatformKey.One.Sign(LaunchStage.GoodHeader, Good);
        var other = PlatformKey.Two.Sign(LaunchStage.GoodHeader, Good);

        var forged = signature == "other" ? other : token[..(token.LastIndexOf('.') + 1)] + signature;

        Assert.Equal(Refusal.SignatureWrong, (await stage.VerifyAsync(forged)).Refused?.Why);
    }

    [Fact]
    public async Task A_good_signature_does_not_cover_another_payload()
    {
        var token = PlatformKey.One.Sign(LaunchStage.GoodHeader, Good).Split('.');
        var other = stage.Good();
        other["sub"] = "somebody else";
        var payload = PlatformKey.One.Sign(LaunchStage.GoodHeader, other.ToJsonString()).Split('.')[1];

        Assert.Equal(Refusal.SignatureWrong, (await stage.VerifyAsync($"{token[0]}.{payload}.{token[2]}")).Refused?.Why);
    }

    [Fact]
    public async Task Nested_without_end_is_refused() => await RefusesAsync(
        Refusal.TokenUnreadable, LaunchStage.GoodHeader, $"{Good[..^1]},\"x\":{new string('[', 20_000)}{new string(']', 20_000)}}}");

    [Fact]
    public async Task Nested_deeper_than_any_claim_is_refused() => await RefusesAsync(
        Refusal.TokenUnreadable, LaunchStage.GoodHeader, $"{Good[..^1]},\"x\":{new string('[', 32)}{new string(']', 32)}}}");

    [Theory]
    [InlineData("""{"iss":"https://lms.example.org",""")]
    [InlineData("""{"\u0069ss":"https://lms.example.org",""")]
    [InlineData("""{"x":{"a":1,"a":2},""")]
    [InlineData("""{"x":[{"a":{"b":1,"\u0062":2}}],""")]
    public async Task A_payload_that_says_a_thing_twice_is_refused_also_inside_and_in_disguise(string begin) =>
        await RefusesAsync(Refusal.TokenUnreadable, LaunchStage.GoodHeader, begin + Good[1..]);

    [Theory]
    [InlineData("""{"alg":"none","alg":"RS256","kid":"one"}""")]
    [InlineData("""{"alg":"RS256","kid":"two","kid":"one"}""")]
    [InlineData("""{"alg":"RS256","kid":"two","\u006bid":"one"}""")]
    [InlineData("""{"alg":"RS256","kid":"one","x":{"a":1,"a":2}}""")]
    public async Task A_header_that_says_a_thing_twice_is_refused(string header) => await RefusesAsync(Refusal.TokenUnreadable, header, Good);

    [Theory]
    [InlineData("""{"alg":"RS256","kid":"one","crit":["b64"],"b64":true}""")]
    [InlineData("""{"alg":"RS256","kid":"one","crit":["https://lms.example.org/extension"]}""")]
    [InlineData("""{"alg":"RS256","kid":"one","crit":[]}""")]
    public async Task A_header_that_demands_an_extension_is_refused(string header) => await RefusesAsync(Refusal.TokenUnreadable, header, Good);

    [Theory]
    [InlineData("""{"kid":"one"}""")]
    [InlineData("""{"alg":["RS256"],"kid":"one"}""")]
    [InlineData("""{"alg":"rs256","kid":"one"}""")]
    [InlineData("""{"alg":"RS256\u0000","kid":"one"}""")]
    [InlineData("""{"alg":"RS256 ","kid":"one"}""")]
    [InlineData("""{"alg":"RS384","kid":"one"}""")]
    [InlineData("""{"alg":"PS256","kid":"one"}""")]
    [InlineData("""{"alg":"ES256","kid":"one"}""")]
    [InlineData("""{"alg":"HS256","kid":"one"}""")]
    public async Task Nothing_but_RS256_is_taken(string header)
    {
        var (message, refused) = await stage.TokenAsync(header, Good);

        Assert.Null(message);
        Assert.Equal(Refusal.AlgorithmRefused, refused!.Why);
        Assert.Empty(stage.Site.Asked);
    }

    [Fact]
    public async Task Keys_that_a_token_brings_along_count_for_nothing()
    {
        var jwk = PlatformKey.Two.Jwk("two").ToJsonString();
        var token = PlatformKey.Two.Sign($$"""{"alg":"RS256","kid":"two","jwk":{{jwk}},"jku":"{{stage.Site.Address}}/evil","x5u":"{{stage.Site.Address}}/evil"}""", Good);
        stage.Site.AnswerJson("/evil", PlatformKey.Set(PlatformKey.Two.Jwk("two")));

        Assert.Equal(Refusal.KeyUnknown, (await stage.VerifyAsync(token)).Refused?.Why);
        Assert.Empty(stage.Site.AskedAt("/evil"));
    }

    [Theory]
    [InlineData("sub", "\"a\\ud800\"")]
    [InlineData("x\\ud800", "1")]
    [InlineData("x", "{\"a\\udfff\":1}")]
    [InlineData("x", "\"\u00ff\u00fe\"")]
    public async Task Half_a_letter_is_refused_and_breaks_nothing(string claim, string json)
    {
        var payload = stage.Good();
        payload.Remove(claim);

        var (message, refused) = await stage.TokenAsync(LaunchStage.GoodHeader, $"{{\"{claim}\":{json},{payload.ToJsonString()[1..]}");

        Assert.Null(message);
        Assert.Contains(refused!.Why, new[] { Refusal.TokenUnreadable, Refusal.SubjectMissing });
    }

    [Fact]
    public async Task A_state_for_another_registration_is_a_mistake_of_the_caller() => await Assert.ThrowsAsync<ArgumentException>(() =>
        stage.Verifier.VerifyAsync("x", stage.Platform, stage.State with { PlatformId = Guid.CreateVersion7() }, CancellationToken.None));
}
