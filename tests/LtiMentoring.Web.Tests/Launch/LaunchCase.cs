using System.Text.Json;
using System.Text.Json.Nodes;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>
/// One case folder: how this launch differs from a good one, and what must come of it. null removes a value; words that
/// begin with $ are filled in when the case is played.
/// </summary>
public sealed record LaunchCase
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public required string About { get; init; }

    /// <summary>The refusal's name, or the role that the person gets.</summary>
    public required string Expect { get; init; }

    /// <summary>The page that an accepted launch opens.</summary>
    public string Lands { get; init; } = "/";

    /// <summary>How what came of it differs from what comes of a good launch; see <see cref="LaunchOutcome"/>.</summary>
    public JsonObject? Comes { get; init; }

    /// <summary>For a refusal: what the log says of it.</summary>
    public string Detail { get; init; } = "";

    public string Method { get; init; } = "POST";
    public JsonObject? Login { get; init; }
    public JsonObject? Header { get; init; }
    public JsonObject? Payload { get; init; }
    public string? RawHeader { get; init; }
    public string? RawPayload { get; init; }
    public JsonObject? Answer { get; init; }
    public string Sign { get; init; } = "platform";

    /// <summary>Seconds between the login and the answer.</summary>
    public int Wait { get; init; }

    /// <summary>frame; window; silent; other: the answer comes from another one; forgetful: it lost its cookies.</summary>
    public string Browser { get; init; } = "frame";

    /// <summary>own: the registration's own login address; unknown: one of no registration.</summary>
    public string? Address { get; init; }

    /// <summary>
    /// disabled, disable: the registration is switched off before or during the login; second-registration: the issuer has
    /// another one; keys-away: nobody publishes the keys; keys-inside: they are said to be inside the network; rotated-key: they
    /// changed during the login; anonymous: the registration allows people without a sub; replay: the answer was posted before.
    /// </summary>
    public string? Setup { get; init; }

    public static IEnumerable<TheoryDataRow<string>> Folders(string kind) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Launch", "Cases", kind), "case.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(file => new TheoryDataRow<string>(Path.GetFileName(Path.GetDirectoryName(file)!)));

    public static LaunchCase Read(string kind, string name) => JsonSerializer.Deserialize<LaunchCase>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Launch", "Cases", kind, name, "case.json")), Options)!;

    /// <summary>Changes a good object into this case's.</summary>
    public static JsonObject Patch(JsonObject good, JsonObject? patch, Func<string, JsonNode?> fill)
    {
        foreach (var (name, value) in patch ?? [])
        {
            if (value is null)
                good.Remove(name);
            else if (value is JsonObject nested && good[name] is JsonObject existing)
                good[name] = Patch((JsonObject)existing.DeepClone(), nested, fill);
            else if (value is JsonValue text && text.TryGetValue<string>(out var words) && words.StartsWith('$'))
                good[name] = fill(words);
            else
                good[name] = value.DeepClone();
        }
        return good;
    }
}
