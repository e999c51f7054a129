using System.Buffers.Text;
using System.Text.Json.Nodes;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Launch;

/// <summary>Which published keys are used, each published beside a good one, or alone.</summary>
public sealed class PublishedKeysTests
{
    static async Task<(Microsoft.IdentityModel.Tokens.SecurityKey? Key, string? Failure)> FindAsync(string body, string kid = "key")
    {
        await using var site = await PlatformSite.StartAsync();
        site.AnswerJson("/jwks", body);
        using var http = Wire.Open();
        return await new PlatformKeys(http, new ManualClock()).FindAsync($"{site.Address}/jwks", kid, CancellationToken.None);
    }

    static JsonObject Changed(string name, JsonNode? value)
    {
        var key = PlatformKey.One.Jwk("key");
        if (value is null)
            key.Remove(name);
        else
            key[name] = value;
        return key;
    }

    static string Padded(byte[] number) => Base64Url.EncodeToString([.. new byte[128], .. number]);

    // Not enumerated when tests are only listed: that may be another process, with other keys.
    public static TheoryData<string, string> Usable => new()
    {
        { "as most platforms publish it", PlatformKey.One.Jwk("key").ToJsonString() },
        { "without alg, as Brightspace does", Changed("alg", null).ToJsonString() },
        { "with an empty alg", Changed("alg", "").ToJsonString() },
        { "without use", Changed("use", null).ToJsonString() },
        { "with key_ops", Changed("key_ops", new JsonArray("verify")).ToJsonString() },
        { "with a member that nobody knows", Changed("issued", new JsonObject()).ToJsonString() },
        { "with a certificate that is none", Changed("x5c", new JsonArray("nonsense")).ToJsonString() },
        { "with zeros in front", Changed("n", Padded(PlatformKey.One.Modulus)).ToJsonString() },
    };

    public static TheoryData<string, string> Unusable => new()
    {
        { "an elliptic curve", """{"kty":"EC","kid":"key","use":"sig","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""" },
        { "a shared secret", """{"kty":"oct","kid":"key","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}""" },
        { "no kind", Changed("kty", null).ToJsonString() },
        { "for encryption", Changed("use", "enc").ToJsonString() },
        { "for another algorithm", Changed("alg", "RS512").ToJsonString() },
        { "for signing only", Changed("key_ops", new JsonArray("sign")).ToJsonString() },
        { "1024 bits", PlatformKey.Short.Jwk("key").ToJsonString() },
        { "1024 bits behind zeros", Changed("n", Padded(PlatformKey.Short.Modulus)).ToJsonString() },
        { "no modulus", Changed("n", null).ToJsonString() },
        { "a modulus that is no base64url", Changed("n", "*****").ToJsonString() },
        { "a modulus that is no text", Changed("n", new JsonArray()).ToJsonString() },
        { "an even modulus", Changed("n", Base64Url.EncodeToString([.. PlatformKey.One.Modulus[..^1], 2])).ToJsonString() },
        { "a modulus without end", Changed("n", Base64Url.EncodeToString([1, .. new byte[2100], 1])).ToJsonString() },
        { "no exponent", Changed("e", null).ToJsonString() },
        { "an exponent of one, with which anybody could sign", Changed("e", "AQ").ToJsonString() },
        { "an even exponent", Changed("e", "Ag").ToJsonString() },
        { "an exponent as long as the modulus", Changed("e", Base64Url.EncodeToString(PlatformKey.One.Modulus)).ToJsonString() },
        { "no name", Changed("kid", null).ToJsonString() },
        { "half a letter in its name", """{"kty":"RSA","kid":"\ud800"}""" },
        { "nothing", "{}" },
        { "no object", "null" },
        { "a list", "[[]]" },
    };

    [Theory, MemberData(nameof(Usable), DisableDiscoveryEnumeration = true)]
    public async Task A_key_is_used(string about, string key)
    {
        Assert.True(PlatformKey.One.Is((await FindAsync($$"""{"keys":[{{key}}]}""")).Key), about);
    }

    [Theory, MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public async Task A_key_is_not_used_and_does_not_spoil_the_others(string about, string key)
    {
        var body = $$"""{"keys":[{{key}},{{PlatformKey.Two.Jwk("other").ToJsonString()}}]}""";

        Assert.True((null, null) == await FindAsync(body), about);
        Assert.True(PlatformKey.Two.Is((await FindAsync(body, "other")).Key), about);
    }

    [Theory, MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public async Task A_key_alone_that_is_not_used_is_a_failure_with_a_name(string about, string key)
    {
        var (found, failure) = await FindAsync($$"""{"keys":[{{key}}]}""");

        Assert.True(found is null, about);
        Assert.Equal("none of the 1 keys there is RSA of 2048 bits or more, for RS256 signatures, with a kid", failure);
    }

    [Fact]
    public async Task Of_two_keys_with_one_name_the_first_that_can_be_used_counts()
    {
        var body = PlatformKey.Set(PlatformKey.Short.Jwk("key"), PlatformKey.Two.Jwk("key"), PlatformKey.One.Jwk("key"));

        Assert.True(PlatformKey.Two.Is((await FindAsync(body)).Key));
    }

    [Fact]
    public async Task Names_are_compared_letter_by_letter() =>
        Assert.Equal((null, null), await FindAsync(PlatformKey.Set(PlatformKey.One.Jwk("Key"), PlatformKey.One.Jwk("key "))));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"keys":{}}""")]
    [InlineData("""{"keys":"none"}""")]
    [InlineData("""{"keys":[""")]
    [InlineData("<html></html>")]
    public async Task An_answer_that_is_no_key_set_is_named(string body) =>
        Assert.Equal((null, "the answer is no JSON web key set"), await FindAsync(body));

    [Fact]
    public async Task Keys_nested_without_end_are_named() =>
        Assert.Equal((null, "the answer is no JSON web key set"), await FindAsync(new string('[', 500_000)));
}
