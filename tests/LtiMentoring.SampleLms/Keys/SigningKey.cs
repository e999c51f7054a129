using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.State;

namespace LtiMentoring.SampleLms.Keys;

public sealed class SigningKey
{
    readonly RSAParameters parameters;

    internal SigningKey()
    {
        using var rsa = RSA.Create(2048);
        parameters = rsa.ExportParameters(includePrivateParameters: true);
        Kid = RandomNumberGenerator.GetHexString(20, lowercase: true);
    }

    internal SigningKey(SavedKey saved)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(saved.Pkcs8), out _);
        parameters = rsa.ExportParameters(includePrivateParameters: true);
        Kid = saved.Kid;
    }

    public string Kid { get; }

    /// <summary>The public half, in the form that a tool confusing RS256 with HS256 would use as its secret.</summary>
    public string PublicPem
    {
        get
        {
            using var rsa = RSA.Create(parameters);
            return rsa.ExportSubjectPublicKeyInfoPem();
        }
    }

    public byte[] Sign(byte[] data)
    {
        using var rsa = RSA.Create(parameters); // One object per signature: RSA does not promise to serve several threads.
        return rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    internal JsonObject PublicJwk() => new()
    {
        ["kty"] = "RSA",
        ["alg"] = "RS256",
        ["use"] = "sig",
        ["kid"] = Kid,
        ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        ["n"] = Base64Url.EncodeToString(parameters.Modulus),
    };

    internal SavedKey Saved()
    {
        using var rsa = RSA.Create(parameters);
        return new SavedKey(Kid, Convert.ToBase64String(rsa.ExportPkcs8PrivateKey()));
    }
}
