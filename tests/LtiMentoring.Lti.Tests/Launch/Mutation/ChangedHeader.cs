using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace LtiMentoring.Lti.Tests.Launch.Mutation;

/// <summary>Headers that demand something else, and signatures that are made in another way.</summary>
static class ChangedHeader
{
    static readonly RSA Stranger = RSA.Create(2048);

    static readonly string[] Algorithms =
        ["none", "None", "HS256", "HS384", "HS512", "RS384", "RS512", "PS256", "ES256", "EdDSA", "rs256", "RS256 ", "RSA-OAEP", "SHA256withRSA"];

    public static Gen<Mutant> Of(GoodToken good) => Gen.OneOf(OtherField(good), SaidTwice(good), Demanding(good), OtherKey(good), OtherSignature(good), SharedSecret(good));

    static Gen<Mutant> OtherField(GoodToken good) =>
        from name in Gen.Elements("alg", "kid")
        from value in Gen.OneOf(Pieces.Values, Gen.Elements(Algorithms).Select(Pieces.Written), Gen.Constant(""))
        where !Pieces.Fields(good.Header).Contains(KeyValuePair.Create(name, value))
        select good.With($"{name} is {value}", value.Length == 0 ? Pieces.Without(good.Header, name) : Pieces.Set(good.Header, name, value), good.Payload);

    static Gen<Mutant> SaidTwice(GoodToken good) =>
        from name in Gen.Elements("alg", "kid", "typ")
        from value in Pieces.Values
        from last in Gen.Elements(true, false)
        let header = good.Header.Trim('{', '}')
        let second = $"\"{name}\":{value}"
        select good.With($"{name} is also {value}", last ? $"{{{header},{second}}}" : $"{{{second},{header}}}", good.Payload);

    static Gen<Mutant> Demanding(GoodToken good) =>
        from value in Pieces.Values
        select good.With($"crit is {value}", Pieces.Set(good.Header, "crit", value), good.Payload);

    /// <summary>Signed by somebody else, who brings the key along.</summary>
    static Gen<Mutant> OtherKey(GoodToken good) =>
        from name in Gen.Elements("jwk", "jku", "x5u", "x5c", "x")
        from value in Pieces.Values
        let key = $$"""{"kty":"RSA","kid":"one","e":"AQAB","n":"{{System.Buffers.Text.Base64Url.EncodeToString(Stranger.ExportParameters(false).Modulus)}}"}"""
        select new GoodToken(Stranger, Pieces.Set(good.Header, name, name == "jwk" ? key : value), good.Payload) is var forged
            ? new Mutant($"signed by a stranger, {name} is {value}", forged.Text) : null!;

    static Gen<Mutant> OtherSignature(GoodToken good) =>
        from hash in Gen.Elements(HashAlgorithmName.SHA1, HashAlgorithmName.SHA256, HashAlgorithmName.SHA384, HashAlgorithmName.SHA512, HashAlgorithmName.MD5)
        from padding in Gen.Elements(RSASignaturePadding.Pkcs1, RSASignaturePadding.Pss)
        where hash != HashAlgorithmName.SHA256 || padding != RSASignaturePadding.Pkcs1
        select good.SignedBy($"signed with {hash} and {padding}", bytes => good.Key.SignData(bytes, hash, padding));

    /// <summary>The public key, which everybody has, as if it were a secret that only two have.</summary>
    static Gen<Mutant> SharedSecret(GoodToken good) =>
        from secret in Gen.Elements(
            Encoding.ASCII.GetBytes(good.Key.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(good.Key.ExportRSAPublicKeyPem()),
            good.Key.ExportSubjectPublicKeyInfo(), good.Key.ExportRSAPublicKey(), good.Key.ExportParameters(false).Modulus!, [])
        from algorithm in Gen.Elements(Algorithms)
        from says in Gen.Elements(true, false)
        let token = says ? new GoodToken(good.Key, Pieces.Set(good.Header, "alg", Pieces.Written(algorithm)), good.Payload) : good
        select token.SignedBy($"a shared secret of {secret.Length} bytes, alg is {(says ? algorithm : "as before")}", bytes => HMACSHA256.HashData(secret, bytes));
}
