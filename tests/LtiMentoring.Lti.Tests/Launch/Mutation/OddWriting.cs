using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace LtiMentoring.Lti.Tests.Launch.Mutation;

/// <summary>Well signed tokens whose parts are no JSON, or not written in base64url, and that some reader might still understand.</summary>
static class OddWriting
{
    public static Gen<Mutant> Of(GoodToken good) => Gen.OneOf(
        Spoiled(good, inHeader: false), Spoiled(good, inHeader: true), Unbalanced(good), Surrounded(good), NoNumber(good), Deep(good), Loose(good), Padded(good), Broken(good));

    /// <summary>A byte that may stand nowhere in JSON: a control character, or half of a letter.</summary>
    static Gen<Mutant> Spoiled(GoodToken good, bool inHeader) =>
        from letter in Gen.OneOf(Gen.Choose(0, 8), Gen.Choose(14, 31), Gen.Choose(0x80, 0xff))
        from at in Gen.Choose(0, (inHeader ? good.Header : good.Payload).Length)
        let spoiled = (inHeader ? good.Header : good.Payload).Insert(at, $"{(char)letter}")
        select good.With($"byte {letter} at {at}", inHeader ? spoiled : good.Header, inHeader ? good.Payload : spoiled);

    static Gen<Mutant> Unbalanced(GoodToken good) =>
        from which in Gen.Choose(0, 1_000)
        let places = Enumerable.Range(0, good.Payload.Length).Where(at => "\"{}[]".Contains(good.Payload[at], StringComparison.Ordinal)).ToList()
        let at = places[which % places.Count]
        select good.With($"without the mark at {at}", good.Header, good.Payload.Remove(at, 1));

    static Gen<Mutant> Surrounded(GoodToken good) =>
        from how in Gen.Elements("[#]", "#,", "#x", "#{}", "##", "#\0", "//\n#", "/**/#", "#//", "\u00ef\u00bb\u00bf#", "(#)", "'#'", "x=#", "", " ", "null", "true", "7", "\"\"", "[]")
        from inHeader in Gen.Elements(true, false)
        select inHeader
            ? good.With($"header {how}", how.Replace("#", good.Header, StringComparison.Ordinal), good.Payload)
            : good.With($"payload {how}", good.Header, how.Replace("#", good.Payload, StringComparison.Ordinal));

    static Gen<Mutant> NoNumber(GoodToken good) =>
        from name in Gen.Elements("iat", "exp", "nbf", "x")
        from value in Gen.Elements("NaN", "Infinity", "-Infinity", "0x10", "01", "+1", "1.", ".5", "1e", "1_000", "-", "--1", "undefined", "'x'", "True", "x", "")
        select good.With($"{name} is {value}", good.Header, $"{{\"{name}\":{value},{Pieces.Without(good.Payload, name)[1..]}");

    static Gen<Mutant> Deep(GoodToken good) =>
        from depth in Gen.Choose(33, 300)
        from closed in Gen.Elements(true, false)
        let nested = new string('[', depth) + (closed ? new string(']', depth) : "")
        select good.With($"nested {depth} deep", good.Header, Pieces.Set(good.Payload, "x", nested));

    /// <summary>The last letter has bits that mean nothing (RFC 4648, section 3.5).</summary>
    static Gen<Mutant> Loose(GoodToken good) =>
        from which in Gen.Choose(0, 2)
        from spaces in Gen.Choose(0, 5)
        let payload = GoodToken.Encode(good.Payload + new string(' ', spaces))
        let header = GoodToken.Encode(good.Header + new string(' ', spaces))
        let part = which switch { 0 => header, 1 => payload, _ => good.Signature }
        where part.Length % 4 != 0
        from bits in Gen.Choose(1, part.Length % 4 == 2 ? 15 : 3)
        let loose = Loosened(part, bits)
        select which switch
        {
            0 => good.WithParts($"header with loose bits {bits}", loose, payload),
            1 => good.WithParts($"payload with loose bits {bits}", header, loose),
            _ => new Mutant($"signature with loose bits {bits}", good.Text[..(good.Text.LastIndexOf('.') + 1)] + loose),
        };

    static string Loosened(string part, int bits)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return part[..^1] + Alphabet[Alphabet.IndexOf(part[^1], StringComparison.Ordinal) + bits];
    }

    static Gen<Mutant> Padded(GoodToken good) =>
        from which in Gen.Choose(0, 2)
        from padding in Gen.Elements("=", "==", "===", "%3D", " ", "\n", "\t", "\r\n", "\u00a0", "A")
        from front in Gen.Elements(true, false)
        let part = good.Text.Split('.')[which]
        select Written(good, which, front ? padding + part : part + padding, $"part {which} with {Encoding.UTF8.GetByteCount(padding)} more");

    static Gen<Mutant> Broken(GoodToken good) =>
        from which in Gen.Choose(0, 2)
        from how in Gen.Elements(" ", "\n", "=", "+", "/", "*", "\0")
        let part = good.Text.Split('.')[which]
        from at in Pieces.Place(part)
        select Written(good, which, part.Insert(at, how), $"part {which} with {(int)how[0]} at {at}");

    static Mutant Written(GoodToken good, int which, string part, string how)
    {
        var parts = good.Text.Split('.');
        return which switch
        {
            0 => good.WithParts(how, part, parts[1]),
            1 => good.WithParts(how, parts[0], part),
            _ => new Mutant(how, $"{parts[0]}.{parts[1]}.{part}"),
        };
    }
}
