using System.Text.Json.Nodes;
using LtiMentoring.Lti.DeepLinking;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.DeepLinking;

public sealed class DeepLinkingRequestTests : IAsyncLifetime
{
    const string Settings = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    const string Good = """{"deep_link_return_url":"https://lms.example.org/back","accept_types":["link","ltiResourceLink"]}""";

    LaunchStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await LaunchStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    Task<(LaunchMessage? Message, Refused? Refused)> AskAsync(string? settings, Action<JsonObject>? change = null)
    {
        var payload = stage.Good();
        payload[LaunchStage.Lti + "message_type"] = "LtiDeepLinkingRequest";
        payload.Remove(LaunchStage.Lti + "resource_link");
        payload[Settings] = settings is null ? null : JsonNode.Parse(settings);
        if (settings is null)
            payload.Remove(Settings);
        change?.Invoke(payload);
        return stage.TokenAsync(LaunchStage.GoodHeader, payload.ToJsonString());
    }

    async Task<DeepLinkingSettings> ReadAsync(string more) =>
        Assert.IsType<DeepLinkingRequest>((await AskAsync($"{Good[..^1]}{more}}}")).Message).Settings;

    [Fact]
    public async Task A_request_needs_no_link_and_says_what_it_takes()
    {
        var settings = await ReadAsync("");

        Assert.Equal("https://lms.example.org/back", settings.ReturnUrl);
        Assert.Equal((true, false, null, null), (settings.TakesLinks, settings.AcceptMultiple, settings.AcceptLineItem, settings.Data));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"false\"", false)]
    [InlineData("\"False\"", false)]
    [InlineData("1", false)]
    [InlineData("null", false)]
    public async Task Whether_several_are_taken_may_be_written_as_a_word(string written, bool several) =>
        Assert.Equal(several, (await ReadAsync($",\"accept_multiple\":{written}")).AcceptMultiple);

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"false\"", false)]
    [InlineData("[]", null)]
    public async Task A_platform_may_say_nothing_of_columns(string written, bool? column) =>
        Assert.Equal(column, (await ReadAsync($",\"accept_lineitem\":{written}")).AcceptLineItem);

    [Fact]
    public async Task Long_data_is_kept_whole()
    {
        var data = new string('d', 20_000);

        Assert.Equal(data, (await ReadAsync($",\"data\":\"{data}\"")).Data);
    }

    [Theory]
    [InlineData(null, Refusal.DeepLinkingSettingsMissing)]
    [InlineData("""{"accept_types":["ltiResourceLink"]}""", Refusal.DeepLinkingReturnMissing)]
    [InlineData("""{"deep_link_return_url":"javascript:alert(1)","accept_types":["ltiResourceLink"]}""", Refusal.DeepLinkingReturnMissing)]
    [InlineData("""{"deep_link_return_url":"https://lms.example.org/back"}""", Refusal.DeepLinkingTypesMissing)]
    [InlineData("""{"deep_link_return_url":"https://lms.example.org/back","accept_types":[]}""", Refusal.DeepLinkingTypesMissing)]
    public async Task What_cannot_be_answered_is_refused(string? settings, Refusal why) => Assert.Equal(why, (await AskAsync(settings)).Refused?.Why);

    [Fact]
    public async Task The_target_may_be_left_to_the_login() =>
        Assert.IsType<DeepLinkingRequest>((await AskAsync(Good, payload => payload.Remove(LaunchStage.Lti + "target_link_uri"))).Message);

    [Fact]
    public async Task Another_target_than_the_logins_is_refused() =>
        Assert.Equal(Refusal.TargetMismatch, (await AskAsync(Good, payload => payload[LaunchStage.Lti + "target_link_uri"] = "https://tool.example.org/other")).Refused?.Why);
}
