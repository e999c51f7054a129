using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Launch;

/// <summary>Claims about whose token it is and when it holds (Security Framework 1.0, section 5.1.3).</summary>
public sealed class TokenClaimsTests : IAsyncLifetime
{
    LaunchStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await LaunchStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    async Task<Refusal?> WithAsync(string claim, string? json) => (await stage.WithAsync(claim, json)).Refused?.Why;

    [Theory]
    [InlineData("\"client-1\"", null)]
    [InlineData("[\"client-1\"]", null)]
    [InlineData("[]", Refusal.AudienceMismatch)]
    [InlineData("[[\"client-1\"]]", Refusal.AudienceMismatch)]
    [InlineData("{\"client-1\":true}", Refusal.AudienceMismatch)]
    [InlineData("\"client-1 client-2\"", Refusal.AudienceMismatch)]
    [InlineData("\"CLIENT-1\"", Refusal.AudienceMismatch)]
    [InlineData("\"client\u002d1\u0000\"", Refusal.AudienceMismatch)]
    [InlineData("\"client\u20111\"", Refusal.AudienceMismatch)]
    [InlineData("null", Refusal.AudienceMismatch)]
    [InlineData("[\"client-1\",\"client-2\"]", Refusal.AuthorizedPartyMismatch)]
    [InlineData("[\"client-1\",\"client-1\"]", Refusal.AuthorizedPartyMismatch)]
    [InlineData("[\"client-1\",[\"client-2\"]]", Refusal.AuthorizedPartyMismatch)]
    [InlineData("[\"client-1\",null]", Refusal.AuthorizedPartyMismatch)]
    [InlineData("[\"client-1\",{\"id\":\"client-2\"}]", Refusal.AuthorizedPartyMismatch)]
    public async Task A_token_for_us_alone_is_taken(string audience, Refusal? refused) =>
        Assert.Equal(refused, await WithAsync("aud", Escaped(audience)));

    [Theory]
    [InlineData("\"client-1\"", "\"client-1\"", null)]
    [InlineData("[\"client-1\",\"client-2\"]", "\"client-1\"", null)]
    [InlineData("[\"client-1\",{}]", "\"client-1\"", null)]
    [InlineData("\"client-1\"", "\"client-2\"", Refusal.AuthorizedPartyMismatch)]
    [InlineData("[\"client-1\"]", "\"\"", Refusal.AuthorizedPartyMismatch)]
    [InlineData("[\"client-1\"]", "null", Refusal.AuthorizedPartyMismatch)]
    [InlineData("[\"client-1\"]", "[\"client-1\"]", Refusal.AuthorizedPartyMismatch)]
    [InlineData("[\"client-2\"]", "\"client-1\"", Refusal.AudienceMismatch)]
    public async Task An_authorized_party_that_is_named_is_this_client(string audience, string party, Refusal? refused)
    {
        var payload = stage.Good();
        payload["aud"] = System.Text.Json.Nodes.JsonNode.Parse(audience);
        payload["azp"] = System.Text.Json.Nodes.JsonNode.Parse(party);

        Assert.Equal(refused, (await stage.TokenAsync(LaunchStage.GoodHeader, payload.ToJsonString())).Refused?.Why);
    }

    [Fact]
    public async Task Client_ids_that_a_platform_writes_as_numbers_count()
    {
        var payload = stage.Good();
        (payload["aud"], payload["azp"]) = (10000000000042, 10000000000042);
        var platform = stage.Platform with { ClientId = "10000000000042" };

        var (message, _) = await stage.Verifier.VerifyAsync(
            PlatformKey.One.Sign(LaunchStage.GoodHeader, payload.ToJsonString()), platform, stage.State, CancellationToken.None);

        Assert.NotNull(message);
    }

    [Theory]
    [InlineData("jti", "7")]
    [InlineData("jti", "{}")]
    [InlineData("auth_time", "\"yesterday\"")]
    [InlineData("email_verified", "\"maybe\"")]
    [InlineData("amr", "\"pwd\"")]
    public async Task A_claim_that_nobody_here_needs_may_be_anything(string claim, string json) => Assert.Null(await WithAsync(claim, json));

    [Theory]
    [InlineData("\"https://lms.example.org\"", null)]
    [InlineData("\"https:\\/\\/lms.example.org\"", null)]
    [InlineData("\"https://LMS.example.org\"", Refusal.IssuerMismatch)]
    [InlineData("\"https://lms.example.org \"", Refusal.IssuerMismatch)]
    [InlineData("\"https://lms.example.org\\u0000\"", Refusal.IssuerMismatch)]
    [InlineData("\"https://lms\\u2024example.org\"", Refusal.IssuerMismatch)]
    [InlineData("\"https://lms.\\u0435xample.org\"", Refusal.IssuerMismatch)]
    [InlineData("[\"https://lms.example.org\"]", Refusal.IssuerMismatch)]
    [InlineData("null", Refusal.IssuerMismatch)]
    public async Task The_issuer_is_compared_letter_by_letter(string issuer, Refusal? refused) => Assert.Equal(refused, await WithAsync("iss", issuer));

    [Theory]
    [InlineData("-60", null, Refusal.TokenExpired)]
    [InlineData("-59", null, null)]
    [InlineData("-59.5", null, null)]
    [InlineData("-60.5", null, Refusal.TokenExpired)]
    [InlineData("+60", "+60", Refusal.TimesUnreadable)]
    [InlineData("+61", "+60", null)]
    [InlineData("+61", "+60.5", Refusal.IssuedInFuture)]
    [InlineData("+10", "+10.25", Refusal.TimesUnreadable)]
    [InlineData("+10.5", "+10.25", null)]
    public async Task Clocks_may_differ_by_a_minute_and_fractions_count(string expires, string? issued, Refusal? refused)
    {
        var payload = stage.Good();
        payload["exp"] = stage.Now + decimal.Parse(expires, System.Globalization.CultureInfo.InvariantCulture);
        payload["iat"] = issued is null ? stage.Now - 300 : stage.Now + decimal.Parse(issued, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(refused, (await stage.TokenAsync(LaunchStage.GoodHeader, payload.ToJsonString())).Refused?.Why);
    }

    [Theory]
    [InlineData("\"1787775000\"")]
    [InlineData("1e300")]
    [InlineData("1e999")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[1787775000]")]
    [InlineData("\"2026-08-26T20:12:09Z\"")]
    public async Task A_time_that_is_no_time_is_refused(string time)
    {
        foreach (var claim in new[] { "exp", "iat", "nbf" })
            Assert.Equal(Refusal.TimesUnreadable, await WithAsync(claim, time));
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, Refusal.IssuedInFuture)]
    public async Task A_token_does_not_hold_before_it_says_so(int begins, Refusal? refused) =>
        Assert.Equal(refused, await WithAsync("nbf", $"{stage.Now + begins}"));

    [Fact]
    public async Task The_clock_is_read_on_arrival_so_that_a_slow_platform_makes_no_token_old()
    {
        var answer = stage.Site.Answers["/jwks"];
        stage.Site.Answers["/jwks"] = http =>
        {
            stage.Clock.Advance(TimeSpan.FromMinutes(10));
            return answer(http);
        };

        Assert.Null(await WithAsync("name", "\"Renata\""));
    }

    [Theory]
    [InlineData("\"nonce-1\"", null)]
    [InlineData("\"NONCE-1\"", Refusal.NonceMismatch)]
    [InlineData("\"nonce-1 \"", Refusal.NonceMismatch)]
    [InlineData("[\"nonce-1\"]", Refusal.NonceMissing)]
    [InlineData("\"\"", Refusal.NonceMissing)]
    [InlineData(null, Refusal.NonceMissing)]
    public async Task The_nonce_is_the_logins(string? nonce, Refusal? refused) => Assert.Equal(refused, await WithAsync("nonce", nonce));

    [Theory]
    [InlineData("\"https://tool.example.org/lti/launch\"", null)]
    [InlineData("\"https://tool.example.org/lti/launch?module=2\"", Refusal.TargetMismatch)]
    [InlineData("\"https://tool.example.org/lti/launch/\"", Refusal.TargetMismatch)]
    [InlineData("\"https://tool.example.org/lti/l\\u0430unch\"", Refusal.TargetMismatch)]
    [InlineData("{}", Refusal.TargetMissing)]
    public async Task The_target_is_the_logins(string target, Refusal? refused) =>
        Assert.Equal(refused, await WithAsync(LaunchStage.Lti + "target_link_uri", target));

    /// <summary>Letters that a test's own name could not carry, as JSON writes them.</summary>
    static string Escaped(string json) => string.Concat(json.Select(letter => letter is < ' ' or > '~' ? $"\\u{(int)letter:x4}" : letter.ToString()));
}
