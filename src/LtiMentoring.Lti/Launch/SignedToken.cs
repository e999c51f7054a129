using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.Lti.Launch;

/// <summary>
/// A signed JSON web token taken apart (RFC 7515, section 3.1), before anything in it may be believed. Header and payload
/// are JSON objects in which every name stands once, so that no two readers can see two different tokens in it.
/// </summary>
sealed class SignedToken : IDisposable
{
    /// <summary>The longest token that is looked at, in characters. Real ones have a few thousand.</summary>
    public const int Longest = 64 * 1024;

    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    readonly JsonDocument header;
    readonly JsonDocument payload;

    SignedToken(JsonWebToken jwt, JsonDocument header, JsonDocument payload) => (Jwt, this.header, this.payload) = (jwt, header, payload);

    public JsonWebToken Jwt { get; }
    public Fields Header => new(header.RootElement);
    public Fields Claims => new(payload.RootElement);

    /// <summary>The token, or null when it is none.</summary>
    public static SignedToken? Read(string text)
    {
        if (text.Length > Longest || text.Count(letter => letter == '.') != 2)
            return null;
        try
        {
            var parts = text.Split('.');
            return new SignedToken(new JsonWebToken(text), Parse(parts[0]), Parse(parts[1]));
        }
        // InvalidOperationException: names and words with half a letter in them.
        catch (Exception e) when (e is ArgumentException or FormatException or JsonException or SecurityTokenException or InvalidOperationException)
        {
            return null;
        }
    }

    static JsonDocument Parse(string part)
    {
        var json = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(part), Strict);
        return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new JsonException("A part of the token is no object.");
    }

    public void Dispose()
    {
        header.Dispose();
        payload.Dispose();
    }
}
