using System.Text.Json.Nodes;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Notices;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Notices;

/// <summary>Asking a platform for notices (Platform Notification Service 1.0).</summary>
public sealed class NoticeHandlersTests
{
    const string Claim = "https://purl.imsglobal.org/spec/lti/claim/platformnotificationservice";

    [Fact]
    public async Task A_type_and_an_address_are_put_with_a_token_for_it()
    {
        await using var stage = await ServiceStage.StartAsync();
        stage.Site.AnswerJson("/notice-handlers/7", """{"notice_type":"LtiContextCopyNotice","handler":"https://tool.example.org/lti/notices/1"}""");

        var answer = await new NoticeHandlers(stage.Services, stage.Platform).RegisterAsync(
            $"{stage.Site.Address}/notice-handlers/7", "LtiContextCopyNotice", "https://tool.example.org/lti/notices/1", CancellationToken.None);

        Assert.True(answer.Succeeded);
        var asked = Assert.Single(stage.Site.AskedAt("/notice-handlers/7"));
        Assert.Equal(("PUT", "application/json", "Bearer token-1"), (asked.Method, asked.Headers["Content-Type"], asked.Headers["Authorization"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"notice_type":"LtiContextCopyNotice","handler":"https://tool.example.org/lti/notices/1"}"""), JsonNode.Parse(asked.Body)));
        Assert.Equal("https://purl.imsglobal.org/spec/lti/scope/noticehandlers", Assert.Single(stage.TokenRequests).Form["scope"]);
    }

    [Theory]
    [InlineData("""{"platform_notification_service_url":"https://lms.example.org/n","service_versions":["1.0"],"scope":["https://purl.imsglobal.org/spec/lti/scope/noticehandlers"],"notice_types_supported":["LtiContextCopyNotice"]}""", "LtiContextCopyNotice")]
    [InlineData("""{"platform_notification_service_url":"https://lms.example.org/n"}""", "")]
    [InlineData("""{"platform_notification_service_url":"https://lms.example.org/n","service_versions":["2.0"]}""", null)]
    [InlineData("""{"platform_notification_service_url":"https://lms.example.org/n","scope":[]}""", null)]
    [InlineData("""{"platform_notification_service_url":"javascript:alert(1)"}""", null)]
    [InlineData("""{"service_versions":["1.0"]}""", null)]
    [InlineData("7", null)]
    public async Task A_launch_tells_where_and_what(string claim, string? types)
    {
        await using var stage = await LaunchStage.StartAsync();

        var endpoint = (await stage.WithAsync(Claim, claim)).Message!.Notices;

        Assert.Equal(types, endpoint is null ? null : string.Join(' ', endpoint.Types));
        Assert.Equal(types is null ? null : "https://lms.example.org/n", endpoint?.Handlers);
    }
}
