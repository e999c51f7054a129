using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.Lti.Launch;

/// <summary>
/// A signed JSON web token taken apart (RFC 7515, section 3.1), before anything in it may be believed. Header and payload
/// are JSON objects in which every name stands once, and they are read here only, so that no two readers can see two
/// different tokens in it.
/// </summary>
sealed class SignedToken : IDisposable
{
    /// <summary>The longest token that is looked at, in characters. Real ones have a few thousand.</summary>
    const int Longest = 64 * 1024;

    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    readonly JsonDocument header;
    readonly JsonDocument payload;
    readonly byte[] signedPart;
    readonly byte[] signature;

    SignedToken(string[] parts)
    {
        header = Parse(parts[0]);
        payload = Parse(parts[1]);
        signedPart = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        signature = parts[2].Length == 0 ? [] : Decode(parts[2]);
    }

    public Fields Header => new(header.RootElement);
    public Fields Claims => new(payload.RootElement);

    /// <summary>The token, or null when it is none.</summary>
    public static SignedToken? Read(string text)
    {
        if (text.Length > Longest || text.Split('.', 4) is not { Length: 3 } parts)
            return null;
        try
        {
            return new SignedToken(parts);
        }
        // InvalidOperationException: names with half a letter in them.
        catch (Exception e) when (e is ArgumentException or FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether the signature is this key's, by RS256 (RFC 7518, section 3.3), whatever the header says.</summary>
    public bool IsSignedBy(SecurityKey key)
    {
        if (signature.Length == 0)
            return false;
        var verifier = CryptoProviderFactory.Default.CreateForVerifying(key, SecurityAlgorithms.RsaSha256);
        try
        {
            return verifier.Verify(signedPart, signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            CryptoProviderFactory.Default.ReleaseSignatureProvider(verifier);
        }
    }

    /// <summary>
    /// The bytes of a part that is written as RFC 7515 has it, section 2: without padding, and in the one way there is. Two
    /// texts that are read as one token would let a token that was seen pass for another.
    /// </summary>
    static byte[] Decode(string part)
    {
        var bytes = Base64UrlEncoder.DecodeBytes(part);
        return Base64UrlEncoder.Encode(bytes) == part ? bytes : throw new FormatException("A part of the token is not in base64url.");
    }

    static JsonDocument Parse(string part)
    {
        var bytes = Decode(part);
        // The parser looks at letters only when they are asked for.
        if (!Utf8.IsValid(bytes))
            throw new JsonException("A part of the token is no text.");
        var json = JsonDocument.Parse(bytes, Strict);
        return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new JsonException("A part of the token is no object.");
    }

    public void Dispose()
    {
        header.Dispose();
        payload.Dispose();
    }
}
