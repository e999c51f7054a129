using LtiMentoring.Lti.Registration;

namespace LtiMentoring.Lti.Tests.Registration;

public sealed class PastedPlatformTests
{
    [Theory]
    [InlineData("""{"issuer":"https://i","client_id":"c","deployment_id":"2","auth_endpoint":"https://a","token_endpoint":"https://t","jwks":"https://k"}""")]
    [InlineData("""{"issuer":"https://i","client_id":"c","deployment_id":2,"authorization_endpoint":"https://a","token_endpoint":"https://t","jwks_uri":"https://k"}""")]
    [InlineData("""{"platform_id":"https://i","clientId":"c","deploymentId":"2","auth_login_url":"https://a","auth_token_url":"https://t","key_set_url":"https://k",}""")]
    public void The_names_that_LMSs_use_are_known(string json) =>
        Assert.Equal(("https://i", "c", "2", "https://a", "https://t", "https://k"),
            PastedPlatform.Read(json) is { } read ? (read.Issuer, read.ClientId, read.DeploymentId, read.AuthorizationEndpoint, read.TokenEndpoint, read.JwksUri) : default);

    [Theory]
    [InlineData("")]
    [InlineData("issuer: https://i")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"issuer":{"a":1}}""")]
    public void What_holds_nothing_of_use_is_nothing(string text) => Assert.Null(PastedPlatform.Read(text));
}
