using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LtiMentoring.Lti.Tests.Launch.Mutation;

/// <summary>A good token, and the key with which its platform can sign others.</summary>
public sealed class GoodToken(RSA key, string header, string payload)
{
    public RSA Key => key;
    public string Header => header;
    public string Payload => payload;

    /// <summary>The token as it is sent.</summary>
    public string Text { get; } = Signed(key, header, payload);

    public string Signature => Text.Split('.')[2];

    /// <summary>Other contents, well signed. A letter is a byte.</summary>
    public Mutant With(string how, string otherHeader, string otherPayload) => new(how, Signed(key, otherHeader, otherPayload));

    /// <summary>Parts that are written already, well signed.</summary>
    public Mutant WithParts(string how, string headerPart, string payloadPart) =>
        new(how, $"{headerPart}.{payloadPart}.{Sign(key, $"{headerPart}.{payloadPart}")}");

    /// <summary>Another signature of the same contents.</summary>
    public Mutant SignedBy(string how, Func<byte[], byte[]> sign)
    {
        var signed = Text[..Text.LastIndexOf('.')];
        return new(how, $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}");
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.Latin1.GetBytes(text));

    static string Signed(RSA key, string header, string payload) =>
        $"{Encode(header)}.{Encode(payload)}" is var signed ? $"{signed}.{Sign(key, signed)}" : "";

    static string Sign(RSA key, string signed) =>
        Base64Url.EncodeToString(key.SignData(Encoding.Latin1.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
}
