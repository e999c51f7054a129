using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LtiMentoring.Lti.Services;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Services;

/// <summary>How the tool says who it is (Security Framework 1.0, section 4.1.1; RFC 7523, section 3).</summary>
public sealed class ClientAssertionTests
{
    static async Task<Asked> AskAsync(ServiceStage stage, string scope = ServiceStage.ScoreScope)
    {
        await stage.TokenAsync(scope, ServiceStage.LineItemScope);
        return stage.TokenRequests[^1];
    }

    internal static JsonElement Part(Asked request, int part) =>
        JsonDocument.Parse(Base64Url.DecodeFromChars(request.Form["client_assertion"].Split('.')[part])).RootElement;

    [Fact]
    public async Task A_token_is_asked_for_by_form_with_nothing_else_in_it()
    {
        await using var stage = await ServiceStage.StartAsync();

        var request = await AskAsync(stage);

        Assert.Equal(("POST", "/token"), (request.Method, request.Target));
        Assert.Equal("application/x-www-form-urlencoded", request.Headers["Content-Type"]);
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
        Assert.Equal(["client_assertion", "client_assertion_type", "grant_type", "scope"], request.Form.Keys.Order());
        Assert.Equal("client_credentials", request.Form["grant_type"]);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", request.Form["client_assertion_type"]);
        Assert.Equal("https://purl.imsglobal.org/spec/lti-ags/scope/lineitem https://purl.imsglobal.org/spec/lti-ags/scope/score", request.Form["scope"]);
    }

    [Fact]
    public async Task The_assertion_names_this_client_and_this_endpoint_for_one_minute()
    {
        await using var stage = await ServiceStage.StartAsync();

        var claims = Part(await AskAsync(stage), 1);

        var now = stage.Clock.Now.ToUnixTimeSeconds();
        Assert.Equal("client-1", claims.GetProperty("iss").GetString());
        Assert.Equal("client-1", claims.GetProperty("sub").GetString());
        Assert.Equal($"{stage.Site.Address}/token", claims.GetProperty("aud").GetString());
        Assert.Equal(now, claims.GetProperty("iat").GetInt64());
        Assert.Equal(now + 60, claims.GetProperty("exp").GetInt64());
        Assert.Equal(now - 30, claims.GetProperty("nbf").GetInt64());
    }

    [Fact]
    public async Task The_assertion_is_signed_with_the_published_key_and_names_it()
    {
        await using var stage = await ServiceStage.StartAsync();

        var request = await AskAsync(stage);

        var jwk = ServiceStage.Key.PublicJwk();
        var parts = request.Form["client_assertion"].Split('.');
        Assert.Equal("RS256", Part(request, 0).GetProperty("alg").GetString());
        Assert.Equal(jwk["kid"], Part(request, 0).GetProperty("kid").GetString());
        using var rsa = RSA.Create(new RSAParameters { Modulus = Base64Url.DecodeFromChars(jwk["n"]), Exponent = Base64Url.DecodeFromChars(jwk["e"]) });
        Assert.True(rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public async Task No_two_assertions_have_the_same_jti()
    {
        await using var stage = await ServiceStage.StartAsync();

        var first = Part(await AskAsync(stage), 1).GetProperty("jti").GetString();
        var second = Part(await AskAsync(stage, ServiceStage.ResultScope), 1).GetProperty("jti").GetString();

        Assert.Equal(2, stage.TokenRequests.Count);
        Assert.InRange(first!.Length, 16, 64);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void What_is_published_has_no_private_part()
    {
        var jwk = ToolKey.Generate().PublicJwk();

        Assert.Equal(["alg", "e", "kid", "kty", "n", "use"], jwk.Keys.Order());
        Assert.Equal(("RSA", "sig", "RS256"), (jwk["kty"], jwk["use"], jwk["alg"]));
        Assert.Equal(256, Base64Url.DecodeFromChars(jwk["n"]).Length);
    }

    [Fact]
    public void A_key_that_was_stored_is_the_same_key()
    {
        var key = ToolKey.Generate();

        Assert.Equal(key.PublicJwk(), ToolKey.Import(key.Kid, key.Export()).PublicJwk());
        Assert.NotEqual(key.Kid, ToolKey.Generate().Kid);
    }
}
