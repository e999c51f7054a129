using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.Lti.Launch;

/// <summary>
/// Reads a JSON web key set (RFC 7517, section 5), and takes from it what can verify RS256: RSA keys for signatures. A
/// platform may publish others beside them, and one that is spoiled does not spoil the rest. Of two with one name the first
/// counts.
/// </summary>
static class PublishedKeys
{
    /// <summary>RFC 7518, section 3.3.</summary>
    const int FewestBits = 2048;

    /// <summary>More would only keep the processor busy.</summary>
    const int MostBits = 16_384;

    /// <summary>The keys by name, or why there are none.</summary>
    public static (Dictionary<string, SecurityKey>? Keys, string? Trouble) Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array)
                return (null, "the answer is no JSON web key set");
            var keys = new Dictionary<string, SecurityKey>(StringComparer.Ordinal);
            foreach (var entry in Fields.Objects(list))
                if (entry.Text("kid") is { } kid && Usable(entry) is { } rsa)
                    keys.TryAdd(kid, new RsaSecurityKey(rsa) { KeyId = kid });
            return keys.Count > 0 ? (keys, null)
                : (null, $"none of the {list.GetArrayLength()} keys there is RSA of {FewestBits} bits or more, for RS256 signatures, with a kid");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, "the answer is no JSON web key set");
        }
    }

    /// <summary>The key's numbers, if it may verify RS256. A missing use, key_ops or alg is common and harmless.</summary>
    static RSAParameters? Usable(Fields key)
    {
        if (key.Text("kty") != "RSA" || key.Text("use") is not (null or "sig") || key.Text("alg") is not (null or "RS256")
            || key.Texts("key_ops") is { } uses && !uses.Contains("verify"))
            return null;
        var (modulus, exponent) = (Number(key.Text("n")), Number(key.Text("e")));
        var bits = modulus.Length == 0 ? 0 : modulus.Length * 8 - byte.LeadingZeroCount(modulus[0]);
        // With an exponent of 1 anybody could sign, and an even one belongs to no key.
        return bits is >= FewestBits and <= MostBits && modulus[^1] % 2 == 1
            && exponent is [.., var last] && last % 2 == 1 && (exponent.Length > 1 || last > 1) && exponent.Length <= 8
            ? new RSAParameters { Modulus = modulus, Exponent = exponent } : null;
    }

    /// <summary>An unsigned number without leading zeros, which must not make a short key look long. Empty when it is none.</summary>
    static byte[] Number(string? text)
    {
        try
        {
            return text is null ? [] : [.. Base64UrlEncoder.DecodeBytes(text).SkipWhile(digit => digit == 0)];
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
