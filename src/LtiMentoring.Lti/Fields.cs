using System.Globalization;
using System.Text.Json;

namespace LtiMentoring.Lti;

/// <summary>
/// The fields of a JSON object that somebody else wrote. Reading never throws: a field of another shape than asked for,
/// or one that no database could store, counts as absent.
/// </summary>
readonly struct Fields(JsonElement json)
{
    /// <summary>LTI Core 1.3 gives identifiers at most 255 characters.</summary>
    const int LongestId = 255;
    const int LongestText = 4_000;
    const int MostEntries = 200;

    public static Fields None => default;

    IEnumerable<JsonProperty> Properties => json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : [];

    public bool Has(string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out _);

    public bool HasAnyNamed(string prefix) => Properties.Any(field => Name(field)?.StartsWith(prefix, StringComparison.Ordinal) == true);

    public string? Text(string name) => Text(name, LongestText);

    public string? Text(string name, int longest) =>
        Find(name) is { } value && Words(value) is { Length: > 0 } words && words.Length <= longest ? words : null;

    public string? Id(string name) => Text(name, LongestId);

    /// <summary>An absolute web address.</summary>
    public string? Address(string name) => Text(name) is { } text && WebAddress.IsAbsolute(text) ? text : null;

    /// <summary>A time as OpenID Connect writes it, in seconds since 1970.</summary>
    public DateTimeOffset? Time(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var seconds) && seconds is > 0 and < 32_503_680_000
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    /// <summary>A number, also one that is written as a word.</summary>
    public double? Number(string name) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>True or false, also when it is written as a word.</summary>
    public bool? Flag(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } value when bool.TryParse(Words(value), out var flag) => flag,
        _ => null,
    };

    /// <summary>How many entries a list has, whatever they are; 1 for anything else that is there.</summary>
    public int Entries(string name) => Find(name) switch
    {
        null => 0,
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength(),
        _ => 1,
    };

    /// <summary>A list of words, or null when absent. A single word counts as a list of one, as the aud claim allows.</summary>
    public IReadOnlyList<string>? Texts(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.String or JsonValueKind.Number } value => Words(value) is { } one ? [one] : null,
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() <= MostEntries => [.. list.EnumerateArray().Select(Words).OfType<string>()],
        _ => null,
    };

    /// <summary>The fields of a nested object; those of nothing when it is absent.</summary>
    public Fields Object(string name) => Find(name) is { ValueKind: JsonValueKind.Object } value ? new Fields(value) : None;

    /// <summary>The objects in a nested list, or null when there is no list; entries of other kinds are passed over.</summary>
    public IEnumerable<Fields>? Objects(string name) => Find(name) is { ValueKind: JsonValueKind.Array } list ? Objects(list) : null;

    /// <summary>The objects in a list; entries of other kinds are passed over.</summary>
    public static IEnumerable<Fields> Objects(JsonElement list) =>
        list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object).Select(entry => new Fields(entry));

    /// <summary>Every field that holds a word or a number.</summary>
    public Dictionary<string, string> All()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in Properties.Take(MostEntries))
            if (Name(field) is { } name && Words(field.Value) is { Length: <= LongestText } words)
                all[name] = words;
        return all;
    }

    JsonElement? Find(string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;

    /// <summary>A word as it is; a number as it is written, since some platforms send identifiers so.</summary>
    static string? Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Storable(value.GetString),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    static string? Name(JsonProperty field) => Storable(() => field.Name);

    /// <summary>Refuses NUL, which PostgreSQL cannot hold, and half a surrogate pair, which is no text at all.</summary>
    static string? Storable(Func<string?> read)
    {
        try
        {
            return read() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
