using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LtiMentoring.Web.Operate;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>
/// The least of a platform: a key, an address where it is published, and tokens of any shape a test wants. Claim names are
/// written as the specification has them, not taken from the product.
/// </summary>
public sealed class TestPlatform : IAsyncDisposable
{
    readonly WebApplication app;
    readonly RSA first = RSA.Create(2048);
    RSA key;

    TestPlatform(WebApplication app) => (this.app, key) = (app, first);

    public string ClientId { get; init; } = "client-1";
    public string Issuer { get; init; } = "https://lms.example.org";
    public string Kid { get; private set; } = "key-1";
    public RSA Key => key;
    public string Address => app.Urls.First();
    public int KeyRequests { get; private set; }

    public static async Task<TestPlatform> StartAsync(string clientId = "client-1", string issuer = "https://lms.example.org")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var platform = new TestPlatform(app) { ClientId = clientId, Issuer = issuer };
        app.MapGet("/jwks", () => platform.Publish());
        await app.StartAsync();
        return platform;
    }

    /// <summary>The keys' address is new each time: a port may have been another platform's, whose keys are remembered.</summary>
    internal NewPlatform Registration => new(
        Issuer, ClientId, "1", $"{Issuer}/authorize", $"{Issuer}/token", $"{Address}/jwks?{Guid.CreateVersion7():N}", "Test LMS", [], "Lakeview", "America/Chicago");

    public void RotateKey(string kid) => (key, Kid) = (RSA.Create(2048), kid);

    /// <summary>Some platforms sign for all of their clients with one key.</summary>
    public void TakeKeyOf(TestPlatform other) => (key, Kid) = (other.key, other.Kid);

    /// <summary>Back to the first key. Whether it had been replaced.</summary>
    public bool RestoreKey()
    {
        var wasReplaced = key != first;
        (key, Kid) = (first, "key-1");
        return wasReplaced;
    }

    IResult Publish()
    {
        KeyRequests++;
        var rsa = key.ExportParameters(false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", kid = Kid, use = "sig", n = Base64Url(rsa.Modulus!), e = Base64Url(rsa.Exponent!) } } });
    }

    /// <summary>The parameters with which this platform begins a launch.</summary>
    public JsonObject Login(string target) => new()
    {
        ["iss"] = Issuer, ["login_hint"] = "user-7", ["target_link_uri"] = target, ["lti_message_hint"] = "{\"launch\":1}", ["client_id"] = ClientId,
    };

    public JsonObject Header() => new() { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = Kid };

    /// <summary>What a good platform says of a student.</summary>
    public JsonObject Payload(string nonce, string target, DateTimeOffset now) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = ClientId,
        ["sub"] = "user-7",
        ["iat"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.ToUnixTimeSeconds() + 60,
        ["nonce"] = nonce,
        ["name"] = "Renata Okafor",
        ["given_name"] = "Renata",
        ["family_name"] = "Okafor",
        ["email"] = "renata@example.org",
        ["https://purl.imsglobal.org/spec/lti/claim/version"] = "1.3.0",
        ["https://purl.imsglobal.org/spec/lti/claim/message_type"] = "LtiResourceLinkRequest",
        ["https://purl.imsglobal.org/spec/lti/claim/deployment_id"] = "1",
        ["https://purl.imsglobal.org/spec/lti/claim/target_link_uri"] = target,
        ["https://purl.imsglobal.org/spec/lti/claim/roles"] = new JsonArray("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"),
        ["https://purl.imsglobal.org/spec/lti/claim/resource_link"] = new JsonObject { ["id"] = "link-1", ["title"] = "Orientation" },
        ["https://purl.imsglobal.org/spec/lti/claim/context"] = new JsonObject { ["id"] = "course-1", ["title"] = "Peer mentoring" },
        ["https://purl.imsglobal.org/spec/lti/claim/launch_presentation"] = new JsonObject { ["locale"] = "en-US", ["document_target"] = "iframe" },
    };

    /// <param name="header">The token's header.</param>
    /// <param name="payload">The token's payload.</param>
    /// <param name="how">
    /// platform; none; cut; other-key; embedded-key: another one, which is in the header; of-another: the signature of
    /// another token; hmac-public-key: signed with our public key as a shared secret; loose-bits, padded, plain-base64 and
    /// spaced: the good signature, written otherwise.
    /// </param>
    public string Sign(JsonObject header, JsonObject payload, string how = "platform") => Sign(header, payload.ToJsonString(), how);

    public string Sign(JsonObject header, string payload, string how = "platform")
    {
        if (how != "embedded-key")
            return Sign(header.ToJsonString(), payload, how);
        using var own = RSA.Create(2048);
        header["jwk"] = new JsonObject { ["kty"] = "RSA", ["kid"] = (string?)header["kid"], ["n"] = Base64Url(own.ExportParameters(false).Modulus!), ["e"] = "AQAB" };
        var signed = $"{Base64Url(header.ToJsonString())}.{Base64Url(payload)}";
        return $"{signed}.{Base64Url(Rs256(own, Encoding.ASCII.GetBytes(signed)))}";
    }

    public string Sign(string header, string payload, string how = "platform")
    {
        var signed = $"{Base64Url(header)}.{Base64Url(payload)}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        return $"{signed}.{how switch
        {
            "none" => "",
            "of-another" => Base64Url(Rs256(key, [.. bytes, (byte)'A'])),
            "loose-bits" => Loosened(Base64Url(Rs256(key, bytes))),
            "padded" => Base64Url(Rs256(key, bytes)) + "==",
            "plain-base64" => Convert.ToBase64String(Rs256(key, bytes)).TrimEnd('='),
            "spaced" => Base64Url(Rs256(key, bytes)) + " ",
            "cut" => Base64Url(Rs256(key, bytes)[..^1]),
            "other-key" => Base64Url(Rs256(RSA.Create(2048), bytes)),
            "hmac-public-key" => Base64Url(HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), bytes)),
            _ => Base64Url(Rs256(key, bytes)),
        }}";
    }

    /// <summary>The last letter holds two bits of the signature and four that mean nothing (RFC 4648, section 3.5).</summary>
    static string Loosened(string text) => text[..^1] + (char)(text[^1] + 1);

    static byte[] Rs256(RSA key, byte[] bytes) => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    static string Base64Url(string text) => Base64Url(Encoding.UTF8.GetBytes(text));

    static string Base64Url(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
