using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.Lti.Services;

/// <summary>A key pair of this tool. The platform fetches the public half from our JWKS address.</summary>
public sealed class ToolKey
{
    readonly RsaSecurityKey key;

    ToolKey(RSA rsa, string kid) => key = new RsaSecurityKey(rsa) { KeyId = kid };

    /// <summary>The key's name, in the header of what it signs.</summary>
    public string Kid => key.KeyId;

    /// <summary>A new pair; the name is the key's thumbprint (RFC 7638).</summary>
    public static ToolKey Generate()
    {
        var rsa = RSA.Create(2048);
        return new ToolKey(rsa, Base64UrlEncoder.Encode(new RsaSecurityKey(rsa).ComputeJwkThumbprint()));
    }

    /// <summary>A pair that <see cref="Export"/> wrote.</summary>
    /// <exception cref="CryptographicException">It is no private key of RSA.</exception>
    public static ToolKey Import(string kid, byte[] pkcs8)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(pkcs8, out _);
        return new ToolKey(rsa, kid);
    }

    /// <summary>The private key, PKCS #8. To be protected before it is stored.</summary>
    public byte[] Export() => key.Rsa.ExportPkcs8PrivateKey();

    /// <summary>The public half as a JSON web key (RFC 7517; Security Framework 1.0, section 6.2).</summary>
    public IReadOnlyDictionary<string, string> PublicJwk()
    {
        var rsa = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new Dictionary<string, string>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.RsaSha256,
            ["kid"] = Kid,
            ["e"] = Base64UrlEncoder.Encode(rsa.Exponent!),
            ["n"] = Base64UrlEncoder.Encode(rsa.Modulus!),
        };
    }

    /// <summary>
    /// Says to a token endpoint who we are: private_key_jwt (Security Framework 1.0, section 4.1.1; RFC 7523).
    /// Valid for one minute, once.
    /// </summary>
    /// <param name="clientId">What the platform calls this tool: <c>iss</c> and <c>sub</c>.</param>
    /// <param name="audience">For whom it is: <c>aud</c>. Nearly always the token endpoint's address, letter by letter.</param>
    /// <param name="now">When it is made.</param>
    public string ClientAssertion(string clientId, string audience, DateTimeOffset now) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = clientId,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            // Platforms whose clock is a little behind refuse an assertion from the future.
            NotBefore = now.UtcDateTime.AddSeconds(-30),
            Expires = now.UtcDateTime.AddSeconds(60),
            Claims = new Dictionary<string, object> { ["sub"] = clientId, ["jti"] = Guid.CreateVersion7().ToString("N") },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });

    /// <summary>Signs claims as a JSON web token for a platform, which knows this key by its name (RFC 7515, section 4.1.4).</summary>
    internal string Sign(string claims) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(claims, new SigningCredentials(key, SecurityAlgorithms.RsaSha256));

    /// <summary>
    /// Signs a JSON document as a compact JWS (RFC 7515). Whoever is shown it knows nothing of us, so its header names the
    /// address where this key is published.
    /// </summary>
    public string Sign(string json, string keyAddress) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            json, new SigningCredentials(new RsaSecurityKey(key.Rsa) { KeyId = keyAddress }, SecurityAlgorithms.RsaSha256));
}

/// <summary>Gives the key that signs at the moment.</summary>
public delegate ValueTask<ToolKey> CurrentToolKey(CancellationToken cancel);
