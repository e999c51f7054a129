using System.Buffers.Text;
using FsCheck;
using FsCheck.Fluent;

namespace LtiMentoring.Lti.Tests.Launch.Mutation;

/// <summary>The good token with something changed on its way, so that the signature no longer covers it.</summary>
static class TamperedText
{
    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/= \n\0é";

    static readonly Gen<char> Letter = Gen.Elements(Letters.ToCharArray());

    public static Gen<Mutant> Of(GoodToken good) => Gen.OneOf(
        Replaced(good), Inserted(good), LeftOut(good), Swapped(good), Flipped(good), Cut(good), Rearranged(good), OtherSignatureBytes(good));

    static Gen<Mutant> Replaced(GoodToken good) =>
        from at in Pieces.Place(good.Text)
        from letter in Letter
        select new Mutant($"letter {at} is {(int)letter}", $"{good.Text[..at]}{letter}{good.Text[(at + 1)..]}");

    static Gen<Mutant> Inserted(GoodToken good) =>
        from at in Gen.Choose(0, good.Text.Length)
        from letter in Letter
        select new Mutant($"{(int)letter} is inserted at {at}", $"{good.Text[..at]}{letter}{good.Text[at..]}");

    static Gen<Mutant> LeftOut(GoodToken good) =>
        from at in Pieces.Place(good.Text)
        from count in Gen.Choose(1, 40)
        select new Mutant($"{count} letters are missing from {at}", good.Text.Remove(at, Math.Min(count, good.Text.Length - at)));

    static Gen<Mutant> Swapped(GoodToken good) =>
        from one in Pieces.Place(good.Text)
        from other in Pieces.Place(good.Text)
        select new Mutant($"letters {one} and {other} are swapped", string.Concat(good.Text.Select(
            (letter, at) => at == one ? good.Text[other] : at == other ? good.Text[one] : letter)));

    static Gen<Mutant> Flipped(GoodToken good) =>
        from at in Pieces.Place(good.Text)
        select new Mutant($"letter {at} in other case", string.Concat(good.Text.Select(
            (letter, place) => place != at ? letter : char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter))));

    static Gen<Mutant> Cut(GoodToken good) =>
        from at in Gen.Choose(0, good.Text.Length - 1)
        from front in Gen.Elements(true, false)
        select new Mutant($"cut at {at}", front ? good.Text[(at + 1)..] : good.Text[..at]);

    static Gen<Mutant> Rearranged(GoodToken good) =>
        from order in Gen.ArrayOf(Gen.Choose(0, 2), 3)
        from more in Gen.Choose(0, 2)
        let parts = good.Text.Split('.')
        select new Mutant($"parts {string.Join(' ', order)} and {more} more", string.Join('.', order.Select(one => parts[one]).Concat(Enumerable.Repeat(parts[2], more))));

    static Gen<Mutant> OtherSignatureBytes(GoodToken good) =>
        from at in Gen.Choose(0, 255)
        from change in Gen.Choose(1, 255)
        from extra in Gen.Choose(-3, 3)
        let bytes = Base64Url.DecodeFromChars(good.Signature)
        let changed = bytes.Select((one, place) => place == at ? (byte)(one ^ change) : one)
        let sized = extra < 0 ? changed.Skip(-extra) : changed.Concat(Enumerable.Repeat((byte)0, extra))
        select good.SignedBy($"byte {at} of the signature is changed by {change}, and {extra} more", _ => [.. sized]);
}
