using FsCheck;
using FsCheck.Fluent;

namespace LtiMentoring.Lti.Tests.Launch.Mutation;

/// <summary>Well signed tokens whose claims are not those of a launch that this login asked for.</summary>
static class ChangedClaims
{
    const string Lti = "https://purl.imsglobal.org/spec/lti/claim/";

    /// <summary>Those without which there is no launch.</summary>
    static readonly string[] Needed =
    [
        "iss", "aud", "sub", "nonce", "iat", "exp", Lti + "version", Lti + "message_type", Lti + "deployment_id", Lti + "target_link_uri", Lti + "roles",
        Lti + "resource_link",
    ];

    /// <summary>Those that have one good value only.</summary>
    static readonly string[] Fixed = ["iss", "nonce", Lti + "version", Lti + "message_type", Lti + "target_link_uri"];

    public static Gen<Mutant> Of(GoodToken good) => Gen.OneOf(
        Removed(good), Retyped(good), OtherWords(good), OtherAudience(good), OtherTimes(good), Renamed(good), SaidTwice(good), SaidTwiceInside(good));

    static Gen<Mutant> Removed(GoodToken good) =>
        from names in Gen.SubListOf(Needed)
        where names.Count > 0
        select good.With($"without {string.Join(' ', names)}", good.Header, names.Aggregate(good.Payload, Pieces.Without));

    static Gen<Mutant> Retyped(GoodToken good) =>
        from name in Gen.Elements(Needed)
        from value in Pieces.Shapeless
            // A list is what roles are, and a word in it stands for a role.
        where !(name.EndsWith("roles", StringComparison.Ordinal) && (value.StartsWith('[') || value == "\"\""))
        // This one is a link: its id may be a number.
        where !(name.EndsWith("resource_link", StringComparison.Ordinal) && value.Contains("\"id\"", StringComparison.Ordinal))
        select good.With($"{name} is {value}", good.Header, Pieces.Set(good.Payload, name, value));

    static Gen<Mutant> OtherWords(GoodToken good) =>
        from name in Gen.Elements(Fixed)
        from words in Pieces.Words
        from how in Gen.Choose(0, 4)
        let before = Pieces.Fields(good.Payload).Single(field => field.Key == name).Value.Trim('"')
        let value = how switch { 0 => words, 1 => before + words, 2 => words + before, 3 => before.ToUpperInvariant(), _ => before[..(words.Length % before.Length)] }
        where Pieces.Written(value) != Pieces.Written(before)
        select good.With($"{name} is {value}", good.Header, Pieces.Set(good.Payload, name, Pieces.Written(value)));

    static Gen<Mutant> OtherAudience(GoodToken good) =>
        from audience in Gen.ArrayOf(Pieces.Values, 3)
        from ours in Gen.Elements(true, false)
        from party in Gen.OneOf(Gen.Constant<string?>(null), Pieces.Values.Select(value => (string?)value))
        let list = $"[{string.Join(',', ours ? audience.Append(Pieces.Fields(good.Payload).Single(field => field.Key == "aud").Value) : audience)}]"
        let payload = Pieces.Set(good.Payload, "aud", list)
        select good.With($"aud is {list}, azp is {party}", good.Header, party is null ? payload : Pieces.Set(payload, "azp", party));

    static Gen<Mutant> OtherTimes(GoodToken good) =>
        from seconds in Gen.Choose(61, 2_000_000)
        from how in Gen.Choose(0, 3)
        let now = long.Parse(Pieces.Fields(good.Payload).Single(field => field.Key == "iat").Value, System.Globalization.CultureInfo.InvariantCulture)
        let times = how switch
        {
            0 => (Issued: now - seconds - 60, Expires: now - seconds, Begins: now - seconds),
            1 => (Issued: now + seconds, Expires: now + seconds + 60, Begins: now),
            2 => (Issued: now + 60, Expires: now + 60 - seconds, Begins: now),
            _ => (Issued: now, Expires: now + 60, Begins: now + seconds),
        }
        select good.With($"{times}", good.Header, Pieces.Set(Pieces.Set(Pieces.Set(
            good.Payload, "iat", $"{times.Issued}"), "exp", $"{times.Expires}"), "nbf", $"{times.Begins}"));

    static Gen<Mutant> Renamed(GoodToken good) =>
        from name in Gen.Elements(Needed)
        from words in Pieces.Words
        from how in Gen.Choose(0, 3)
        let other = how switch { 0 => name.ToUpperInvariant(), 1 => name + words, 2 => words + name, _ => name[1..] }
        where other != name
        let fields = Pieces.Fields(good.Payload).Select(field => KeyValuePair.Create(field.Key == name ? other : field.Key, field.Value))
        select good.With($"{name} is named {other}", good.Header, Pieces.Object(fields));

    static Gen<Mutant> SaidTwice(GoodToken good) =>
        from value in Pieces.Values
        from which in Gen.Choose(0, 1_000)
        from place in Gen.Choose(0, 1_000)
        from escaped in Gen.Elements(true, false)
        let fields = Pieces.Fields(good.Payload)
        let name = fields[which % fields.Count].Key
        let written = escaped ? $"\"\\u{(int)name[0]:x4}{name[1..]}\"" : Pieces.Written(name)
        let all = fields.Select(field => $"{Pieces.Written(field.Key)}:{field.Value}").ToList()
        let at = place % (all.Count + 1)
        select good.With($"{written} is also {value}", good.Header, $"{{{string.Join(',', [.. all[..at], $"{written}:{value}", .. all[at..]])}}}");

    static Gen<Mutant> SaidTwiceInside(GoodToken good) =>
        from one in Pieces.Values
        from other in Pieces.Values
        from name in Gen.Elements(Lti + "resource_link", Lti + "context", "x")
        select good.With($"{name} has two ids, {one} and {other}", good.Header, Pieces.Set(good.Payload, name, $"{{\"id\":{one},\"id\":{other}}}"));
}
