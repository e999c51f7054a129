using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace LtiMentoring.Lti.Tests.Launch.Mutation;

/// <summary>What mutants are made with.</summary>
static class Pieces
{
    const string Letters = "aZ09 -_./:#?&=%\"'\\<>{}[],\0\a\u007fé☃\u202e";

    /// <summary>Words of any kind.</summary>
    public static Gen<string> Words { get; } =
        from length in Gen.Choose(0, 12)
        from letters in Gen.ArrayOf(Gen.Elements(Letters.ToCharArray()), length)
        select new string(letters);

    /// <summary>A place in a text.</summary>
    public static Gen<int> Place(string text) => Gen.Choose(0, text.Length - 1);

    /// <summary>JSON values that are neither a word with a letter in it nor a number.</summary>
    public static Gen<string> Shapeless { get; } = Gen.Elements(
        "null", "true", "false", "\"\"", "{}", """{"id":1}""", """{"0":"x"}""", "[]", "[[]]", "[null]", "[{}]", "[[\"x\"]]");

    /// <summary>JSON values of any kind.</summary>
    public static Gen<string> Values { get; } = Gen.OneOf(
        Shapeless, Words.Select(Written), Gen.Choose(-9, 2_000_000_000).Select(number => $"{number}"), Gen.Elements("1e300", "-0.5", "1.5e-7"));

    public static string Written(string words) => JsonValue.Create(words).ToJsonString();

    /// <summary>The fields of an object as they are written, by name.</summary>
    public static List<KeyValuePair<string, string>> Fields(string json) =>
        [.. JsonNode.Parse(json)!.AsObject().Select(field => KeyValuePair.Create(field.Key, field.Value?.ToJsonString() ?? "null"))];

    public static string Object(IEnumerable<KeyValuePair<string, string>> fields) =>
        $"{{{string.Join(',', fields.Select(field => $"{Written(field.Key)}:{field.Value}"))}}}";

    /// <summary>The object with another value, or one more.</summary>
    public static string Set(string json, string name, string value) =>
        Object([.. Fields(json).Where(field => field.Key != name), KeyValuePair.Create(name, value)]);

    public static string Without(string json, string name) => Object(Fields(json).Where(field => field.Key != name));
}
