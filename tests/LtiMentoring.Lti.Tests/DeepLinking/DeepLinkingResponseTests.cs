using System.Text.Json.Nodes;
using LtiMentoring.Lti.DeepLinking;
using LtiMentoring.Lti.Services;
using LtiMentoring.Lti.Tests.Hosts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.Lti.Tests.DeepLinking;

public sealed class DeepLinkingResponseTests
{
    static readonly DateTimeOffset Now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    static readonly ContentItem Item = new()
    {
        Url = "https://tool.example.org/lti/launch", Title = "Módulo", Custom = new Dictionary<string, string> { ["module"] = "listening" },
        LineItem = new ContentItemColumn("Módulo", 1, "listening", "completion"),
        Submission = new ContentItemTime(new DateTimeOffset(2026, 10, 2, 23, 59, 0, TimeSpan.FromHours(-5))),
    };

    readonly ToolKey key = ToolKey.Generate();

    string Sign(string? data, params ContentItem[] items) =>
        DeepLinkingResponse.Sign(key, Wire.Platform("https://lms.example.org"), "deployment-1", data, items, Now);

    static JsonObject Part(string token, int part) => JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[part]))!.AsObject();

    [Fact]
    public async Task It_is_signed_with_the_tools_key_and_names_it()
    {
        var token = Sign(null, Item);
        var jwk = key.PublicJwk();

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = new JsonWebKey { Kty = "RSA", Kid = jwk["kid"], N = jwk["n"], E = jwk["e"] }, ValidIssuer = "client-1", ValidAudience = "https://lms.example.org", ValidateLifetime = false,
        });

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(key.Kid, (string?)Part(token, 0)["kid"]);
    }

    [Fact]
    public void It_says_what_the_specification_demands_and_no_authorized_party()
    {
        var claims = Part(Sign("their data", Item), 1);

        Assert.Equal(("client-1", "https://lms.example.org"), ((string?)claims["iss"], (string?)claims["aud"]));
        Assert.Equal((Now.ToUnixTimeSeconds(), 600), ((long)claims["iat"]!, (long)claims["exp"]! - (long)claims["iat"]!));
        Assert.Equal("LtiDeepLinkingResponse", (string?)claims["https://purl.imsglobal.org/spec/lti/claim/message_type"]);
        Assert.Equal("1.3.0", (string?)claims["https://purl.imsglobal.org/spec/lti/claim/version"]);
        Assert.Equal("deployment-1", (string?)claims["https://purl.imsglobal.org/spec/lti/claim/deployment_id"]);
        Assert.Equal("their data", (string?)claims["https://purl.imsglobal.org/spec/lti-dl/claim/data"]);
        Assert.False(claims.ContainsKey("azp"));
    }

    [Fact]
    public void No_nonce_stands_in_two_answers() =>
        Assert.NotEqual((string?)Part(Sign(null, Item), 1)["nonce"], (string?)Part(Sign(null, Item), 1)["nonce"]);

    [Fact]
    public void What_was_not_given_is_not_returned() =>
        Assert.False(Part(Sign(null), 1).ContainsKey("https://purl.imsglobal.org/spec/lti-dl/claim/data"));

    [Fact]
    public void An_item_carries_its_module_its_column_and_its_last_day()
    {
        var item = Part(Sign(null, Item), 1)["https://purl.imsglobal.org/spec/lti-dl/claim/content_items"]!.AsArray().Single();

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            {"type":"ltiResourceLink","url":"https://tool.example.org/lti/launch","title":"Módulo","custom":{"module":"listening"},
             "lineItem":{"label":"Módulo","scoreMaximum":1,"resourceId":"listening","tag":"completion"},
             "submission":{"endDateTime":"2026-10-02T23:59:00-05:00"}}
            """), item), item!.ToJsonString());
    }

    [Fact]
    public void Nothing_chosen_is_an_empty_list() =>
        Assert.Equal("[]", Part(Sign(null), 1)["https://purl.imsglobal.org/spec/lti-dl/claim/content_items"]!.ToJsonString());
}
