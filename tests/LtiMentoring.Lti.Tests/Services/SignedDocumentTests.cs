using System.Buffers.Text;
using System.Text;
using LtiMentoring.Lti.Services;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.Lti.Tests.Services;

/// <summary>Documents that this tool signs for whoever they are shown to (RFC 7515).</summary>
public sealed class SignedDocumentTests
{
    const string Document = """{"iss":"https://tool.example.org","name":"Qué es"}""";
    const string Address = "https://tool.example.org/keys/1";

    static readonly ToolKey Key = ToolKey.Generate();

    static string Part(string signed, int part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(signed.Split('.')[part]));

    [Fact]
    public void What_is_signed_is_the_document_as_it_was_given() => Assert.Equal(Document, Part(Key.Sign(Document, Address), 1));

    [Fact]
    public void The_header_names_the_address_of_the_key_and_nothing_that_no_verifier_asks_for() =>
        Assert.Equal($$"""{"alg":"RS256","kid":"{{Address}}","typ":"JWT"}""", Part(Key.Sign(Document, Address), 0));

    [Fact]
    public async Task It_verifies_with_this_key_and_with_no_other()
    {
        var signed = Key.Sign(Document, Address);

        Assert.True(await VerifiesAsync(signed, Key));
        Assert.False(await VerifiesAsync(signed, ToolKey.Generate()));
    }

    static async Task<bool> VerifiesAsync(string signed, ToolKey key) => (await new JsonWebTokenHandler().ValidateTokenAsync(signed, new TokenValidationParameters
    {
        IssuerSigningKey = new JsonWebKey(System.Text.Json.JsonSerializer.Serialize(key.PublicJwk())),
        ValidIssuer = "https://tool.example.org",
        ValidateAudience = false,
        ValidateLifetime = false,
    })).IsValid;
}
