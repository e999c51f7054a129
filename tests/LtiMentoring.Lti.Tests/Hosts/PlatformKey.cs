using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LtiMentoring.Lti.Tests.Hosts;

/// <summary>A platform's key pair, and what the platform writes with it (RFC 7515, RFC 7517). Made once: it takes time.</summary>
sealed class PlatformKey(int bits)
{
    readonly RSA rsa = RSA.Create(bits);

    public static PlatformKey One { get; } = new(2048);
    public static PlatformKey Two { get; } = new(2048);
    public static PlatformKey Short { get; } = new(1024);

    public RSA Rsa => rsa;

    public byte[] Modulus => rsa.ExportParameters(false).Modulus!;

    public JsonObject Jwk(string kid) => new()
    {
        ["kty"] = "RSA", ["kid"] = kid, ["use"] = "sig", ["alg"] = "RS256", ["n"] = Base64Url.EncodeToString(Modulus), ["e"] = "AQAB",
    };

    public static string Set(params JsonObject[] keys) => new JsonObject { ["keys"] = new JsonArray(keys) }.ToJsonString();

    /// <summary>Whether a key that the product found is this one.</summary>
    public bool Is(Microsoft.IdentityModel.Tokens.SecurityKey? key) =>
        key is Microsoft.IdentityModel.Tokens.RsaSecurityKey found && (found.Rsa?.ExportParameters(false) ?? found.Parameters).Modulus!.SequenceEqual(Modulus);

    /// <summary>A token with exactly this header and payload, signed RS256.</summary>
    public string Sign(string header, string payload)
    {
        var signed = $"{Part(header)}.{Part(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    static string Part(string text) => Base64Url.EncodeToString(Encoding.Latin1.GetBytes(text));
}
