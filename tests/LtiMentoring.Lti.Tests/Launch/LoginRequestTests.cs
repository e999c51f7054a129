using System.Web;
using LtiMentoring.Lti.Launch;

namespace LtiMentoring.Lti.Tests.Launch;

public sealed class LoginRequestTests
{
    static readonly LoginRequest Login = new("https://lms.example.org", "user 7&x", "https://tool.example.org/lti/launch", "client-1", "{\"cmid\":14}");

    static Platform Platform(string authorization) =>
        new(Guid.Empty, Login.Issuer, "client-1", authorization, "https://lms.example.org/token", "https://lms.example.org/jwks");

    [Fact]
    public void Asks_exactly_what_the_specification_asks()
    {
        var address = Login.AuthenticationRequest(Platform("https://lms.example.org/auth"), "https://tool.example.org/lti/launch", "state", "nonce");

        var query = HttpUtility.ParseQueryString(new Uri(address).Query);
        Assert.StartsWith("https://lms.example.org/auth?scope=openid&", address, StringComparison.Ordinal);
        Assert.Equal(
            ["client_id=client-1", "login_hint=user 7&x", "lti_message_hint={\"cmid\":14}", "nonce=nonce", "prompt=none",
                "redirect_uri=https://tool.example.org/lti/launch", "response_mode=form_post", "response_type=id_token", "scope=openid", "state=state"],
            query.AllKeys.Select(name => $"{name}={query[name]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Keeps_the_query_that_an_authorization_endpoint_has() =>
        Assert.StartsWith("https://lms.example.org/auth?tenant=3&scope=openid",
            Login.AuthenticationRequest(Platform("https://lms.example.org/auth?tenant=3"), "https://t", "s", "n"), StringComparison.Ordinal);

    [Fact]
    public void Leaves_out_a_message_hint_that_was_not_sent() =>
        Assert.DoesNotContain("lti_message_hint",
            (Login with { MessageHint = null }).AuthenticationRequest(Platform("https://lms.example.org/auth"), "https://t", "s", "n"), StringComparison.Ordinal);

    [Fact]
    public void An_empty_parameter_counts_as_missing()
    {
        var (login, refused) = LoginRequest.Read(name => name == "login_hint" ? "" : "https://x");

        Assert.Null(login);
        Assert.Equal(Refusal.LoginHintMissing, refused!.Why);
    }

    [Theory]
    [InlineData("login_hint", 'x', 3_983, true)]
    [InlineData("login_hint", 'x', 3_984, false)]
    [InlineData("lti_message_hint", '"', 1_327, true)]
    [InlineData("lti_message_hint", '"', 1_328, false)]
    [InlineData("target_link_uri", 'x', 1_992, true)]
    [InlineData("target_link_uri", 'x', 1_993, false)]
    public void A_login_may_be_as_long_as_an_address_can_carry_it(string longest, char letter, int count, bool isTaken)
    {
        var (login, refused) = LoginRequest.Read(name => name == longest ? new string(letter, count)
            : name switch { "iss" => "https://x", "login_hint" or "target_link_uri" => "x", _ => null });

        Assert.Equal(isTaken, login is not null);
        Assert.Equal(isTaken ? null : Refusal.LoginTooLong, refused?.Why);
    }
}
