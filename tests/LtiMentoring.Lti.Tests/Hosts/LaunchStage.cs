using System.Text.Json.Nodes;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Services;

namespace LtiMentoring.Lti.Tests.Hosts;

/// <summary>A platform that signs any token a test wants, and the verifier that has to judge it.</summary>
sealed class LaunchStage : IAsyncDisposable
{
    public const string Lti = "https://purl.imsglobal.org/spec/lti/claim/";

    readonly LtiHttp http = Wire.Open();

    LaunchStage(PlatformSite site)
    {
        Site = site;
        Verifier = new LaunchVerifier(new PlatformKeys(http, Clock), Clock);
        State = new LoginState(Platform.Id, "nonce-1", "https://tool.example.org/lti/launch", "browser", "hash", "session", Clock.Now);
    }

    public PlatformSite Site { get; }
    public ManualClock Clock { get; } = new();
    public LaunchVerifier Verifier { get; }
    public Platform Platform => Wire.Platform(Site.Address);
    public LoginState State { get; }
    public long Now => Clock.Now.ToUnixTimeSeconds();

    public static async Task<LaunchStage> StartAsync()
    {
        var site = await PlatformSite.StartAsync();
        site.AnswerJson("/jwks", PlatformKey.Set(PlatformKey.One.Jwk("one")));
        return new LaunchStage(site);
    }

    public const string GoodHeader = """{"alg":"RS256","kid":"one","typ":"JWT"}""";

    /// <summary>The least that a platform must say.</summary>
    public JsonObject Good() => new()
    {
        ["iss"] = "https://lms.example.org", ["aud"] = "client-1", ["sub"] = "user-7", ["nonce"] = "nonce-1", ["iat"] = Now, ["exp"] = Now + 60,
        [Lti + "version"] = "1.3.0", [Lti + "message_type"] = "LtiResourceLinkRequest", [Lti + "deployment_id"] = "1",
        [Lti + "target_link_uri"] = "https://tool.example.org/lti/launch", [Lti + "roles"] = new JsonArray(),
        [Lti + "resource_link"] = new JsonObject { ["id"] = "link-1" },
    };

    /// <summary>A good token but for one claim. What is given is JSON, letter by letter; nothing removes the claim.</summary>
    public Task<(LaunchMessage? Message, Refused? Refused)> WithAsync(string claim, string? json)
    {
        var payload = Good();
        payload.Remove(claim);
        var rest = payload.ToJsonString();
        return TokenAsync(GoodHeader, json is null ? rest : $"{{\"{claim}\":{json},{rest[1..]}");
    }

    public Task<(LaunchMessage? Message, Refused? Refused)> TokenAsync(string header, string payload) =>
        VerifyAsync(PlatformKey.One.Sign(header, payload));

    public Task<(LaunchMessage? Message, Refused? Refused)> VerifyAsync(string token) =>
        Verifier.VerifyAsync(token, Platform, State, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Site.DisposeAsync();
    }
}
