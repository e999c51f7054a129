using System.Text.Json;
using System.Text.Json.Nodes;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Notices;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Notices;

/// <summary>What a platform tells while nobody has opened the tool (Platform Notification Service 1.0).</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    LaunchStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await LaunchStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    /// <summary>As Canvas sends it.</summary>
    JsonObject Copied() => new()
    {
        ["iss"] = "https://lms.example.org", ["aud"] = "client-1", ["azp"] = "client-1", ["iat"] = stage.Now, ["exp"] = stage.Now + 3600, ["nonce"] = "notice-1",
        [LaunchStage.Lti + "version"] = "1.3.0", [LaunchStage.Lti + "deployment_id"] = "1",
        [LaunchStage.Lti + "notice"] = new JsonObject { ["id"] = "n-7", ["timestamp"] = "2026-11-27T08:00:00Z", ["type"] = "LtiContextCopyNotice" },
        [LaunchStage.Lti + "context"] = new JsonObject { ["id"] = "course-2", ["title"] = "Peer mentoring, fall" },
        [LaunchStage.Lti + "origin_contexts"] = new JsonArray("course-1"),
    };

    Task<(Notice? Notice, Refused? Refused)> VerifyAsync(JsonObject payload, string header = LaunchStage.GoodHeader, PlatformKey? key = null) =>
        new NoticeVerifier(stage.Verifier, stage.Clock).VerifyAsync((key ?? PlatformKey.One).Sign(header, payload.ToJsonString()), stage.Platform, CancellationToken.None);

    Task<(Notice? Notice, Refused? Refused)> WithAsync(string claim, JsonNode? value)
    {
        var payload = Copied();
        payload.Remove(claim);
        if (value is not null)
            payload[claim] = value;
        return VerifyAsync(payload);
    }

    [Fact]
    public async Task A_copied_course_is_told_with_where_it_came_from()
    {
        var notice = Assert.IsType<ContextCopyNotice>((await VerifyAsync(Copied())).Notice);

        Assert.Equal(("1", "notice-1", "course-2"), (notice.DeploymentId, notice.Nonce, notice.ContextId));
        Assert.Equal(["course-1"], notice.OriginContextIds);
    }

    [Fact]
    public async Task A_platform_may_not_know_where_a_course_came_from() =>
        Assert.Empty(Assert.IsType<ContextCopyNotice>((await WithAsync(LaunchStage.Lti + "origin_contexts", null)).Notice).OriginContextIds);

    [Fact]
    public async Task Notices_about_other_things_are_whole_too() =>
        Assert.Equal(new Notice("LtiHelloWorldNotice", "1", "notice-1"),
            (await WithAsync(LaunchStage.Lti + "notice", new JsonObject { ["type"] = "LtiHelloWorldNotice" })).Notice);

    [Theory]
    [InlineData("iss", "\"https://other.example.org\"", Refusal.IssuerMismatch)]
    [InlineData("aud", "\"client-2\"", Refusal.AudienceMismatch)]
    [InlineData("azp", "\"client-2\"", Refusal.AuthorizedPartyMismatch)]
    [InlineData("exp", null, Refusal.TimesUnreadable)]
    [InlineData("nonce", null, Refusal.NonceMissing)]
    [InlineData("nonce", "\"\"", Refusal.NonceMissing)]
    [InlineData(LaunchStage.Lti + "version", null, Refusal.VersionMissing)]
    [InlineData(LaunchStage.Lti + "version", "\"1.1\"", Refusal.VersionUnsupported)]
    [InlineData(LaunchStage.Lti + "deployment_id", null, Refusal.DeploymentMissing)]
    [InlineData(LaunchStage.Lti + "notice", null, Refusal.NoticeIncomplete)]
    [InlineData(LaunchStage.Lti + "notice", "{\"id\":\"n-7\"}", Refusal.NoticeIncomplete)]
    [InlineData(LaunchStage.Lti + "context", null, Refusal.NoticeIncomplete)]
    [InlineData(LaunchStage.Lti + "context", "{\"title\":\"x\"}", Refusal.NoticeIncomplete)]
    public async Task Refuses_a_notice_with_one_thing_wrong(string claim, string? json, Refusal why)
    {
        var (notice, refused) = await WithAsync(claim, json is null ? null : JsonNode.Parse(json));

        Assert.Null(notice);
        Assert.Equal(why, refused!.Why);
    }

    [Theory]
    [InlineData(-7200, -3600, Refusal.TokenExpired)]
    [InlineData(3600, 7200, Refusal.IssuedInFuture)]
    [InlineData(0, 2 * 86_400, Refusal.TimesUnreadable)]
    public async Task Refuses_a_notice_from_another_time(int issued, int expires, Refusal why)
    {
        var payload = Copied();
        (payload["iat"], payload["exp"]) = (stage.Now + issued, stage.Now + expires);

        Assert.Equal(why, (await VerifyAsync(payload)).Refused!.Why);
    }

    [Fact]
    public async Task Refuses_what_another_key_signed() =>
        Assert.Equal(Refusal.SignatureWrong, (await VerifyAsync(Copied(), key: PlatformKey.Two)).Refused!.Why);

    [Theory]
    [InlineData("""{"alg":"none","kid":"one"}""", Refusal.AlgorithmRefused)]
    [InlineData("""{"alg":"RS256"}""", Refusal.KeyIdMissing)]
    [InlineData("""{"alg":"RS256","kid":"three"}""", Refusal.KeyUnknown)]
    public async Task Refuses_what_is_not_signed_as_it_must_be(string header, Refusal why) =>
        Assert.Equal(why, (await VerifyAsync(Copied(), header)).Refused!.Why);

    [Fact]
    public async Task A_launch_is_no_notice()
    {
        Assert.Equal(Refusal.NoticeIncomplete, (await VerifyAsync(stage.Good())).Refused!.Why);
        var payload = Copied();
        payload["nonce"] = "nonce-1";
        payload["sub"] = "user-7";

        Assert.Equal(Refusal.MessageTypeMissing, (await stage.TokenAsync(LaunchStage.GoodHeader, payload.ToJsonString())).Refused!.Why);
    }

    [Theory]
    [InlineData("""{"notices":[{"jwt":"a.b.c"},{"jwt":"d.e.f"}]}""", "a.b.c d.e.f")]
    [InlineData("""{"notices":[{"jwt":"a.b.c"},7,{"token":"x"}],"more":1}""", "a.b.c")]
    [InlineData("""{"notices":[]}""", null)]
    [InlineData("""{"notices":{"jwt":"a.b.c"}}""", null)]
    [InlineData("""[{"jwt":"a.b.c"}]""", null)]
    [InlineData("7", null)]
    public void A_batch_is_a_list_of_tokens(string body, string? tokens)
    {
        using var json = JsonDocument.Parse(body);

        Assert.Equal(tokens?.Split(' '), NoticeVerifier.Tokens(json.RootElement));
    }

    [Fact]
    public void No_batch_has_more_than_a_hundred()
    {
        static IReadOnlyList<string>? Tokens(int count)
        {
            using var json = JsonDocument.Parse($$"""{"notices":[{{string.Join(',', Enumerable.Repeat("""{"jwt":"a.b.c"}""", count))}}]}""");
            return NoticeVerifier.Tokens(json.RootElement);
        }

        Assert.Equal(100, Tokens(100)!.Count);
        Assert.Null(Tokens(101));
    }
}
