using LtiMentoring.Lti.Grades;
using LtiMentoring.Lti.Services;

namespace LtiMentoring.Lti.Tests.Hosts;

/// <summary>A platform with a token endpoint, and all of the tool that calls its services.</summary>
sealed class ServiceStage : IAsyncDisposable
{
    public const string LineItemScope = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    public const string ReadOnlyScope = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    public const string ScoreScope = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    public const string ResultScope = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";

    readonly LtiHttp http;
    int granted;

    ServiceStage(PlatformSite site)
    {
        Site = site;
        http = Wire.Open(Clock);
        Tokens = new AccessTokens(http, _ => ValueTask.FromResult(Key), Clock);
        Services = new LtiServices(http, Tokens);
    }

    public PlatformSite Site { get; }
    public ManualClock Clock { get; } = new();
    public static ToolKey Key { get; } = ToolKey.Generate();
    public AccessTokens Tokens { get; }
    public LtiServices Services { get; }
    public Platform Platform => Wire.Platform(Site.Address);
    public IReadOnlyList<Asked> TokenRequests => [.. Site.AskedAt("/token")];

    /// <summary>Grants token-1, token-2 and so on, each for an hour.</summary>
    public static async Task<ServiceStage> StartAsync()
    {
        var stage = new ServiceStage(await PlatformSite.StartAsync());
        stage.Site.Answers["/token"] = http => PlatformSite.WriteAsync(http, stage.Grant(""" "expires_in":3600 """));
        return stage;
    }

    /// <summary>A good answer of a token endpoint with the next token in it.</summary>
    public string Grant(string more) =>
        $$"""{"access_token":"token-{{Interlocked.Increment(ref granted)}}","token_type":"Bearer"{{(more.Length > 0 ? $",{more}" : "")}}}""";

    public Gradebook Gradebook(params string[] scopes) => new(Services, Platform, scopes);

    public async Task<string?> TokenAsync(params string[] scopes) =>
        (await Tokens.GetAsync(Platform, scopes, refused: null, CancellationToken.None)).Token;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Site.DisposeAsync();
    }
}
