using System.Text.Json.Nodes;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>Plays one launch over real HTTP, as the platform and the browser together do it.</summary>
public sealed class LaunchPlay(ToolHost tool, TestPlatform platform, Guid registration, ManualClock clock)
{
    public string Target => $"{tool.Address}/lti/launch";

    /// <summary>Begins the login. A page of the tool means that it was refused; an address of the platform, that it went on.</summary>
    public Task<Page> BeginAsync(Visitor visitor, LaunchCase play)
    {
        var login = LaunchCase.Patch(platform.Login(Target), play.Login, Fill);
        var parameters = Form(login);
        var address = $"{tool.Address}/lti/login{play.Address switch { "own" => $"/{registration}", "unknown" => $"/{Guid.CreateVersion7()}", _ => "" }}";
        return play.Method == "GET"
            ? visitor.GetAsync($"{address}?{string.Join('&', parameters.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"))}")
            : visitor.PostAsync(address, parameters);
    }

    /// <summary>The platform's answer to a login that went on.</summary>
    /// <param name="request">Where the tool sent the browser.</param>
    /// <param name="play">How the answer differs from a good one.</param>
    /// <param name="strangers">Other logins, by the name that a case knows them by.</param>
    /// <param name="second">Another registration, for answers that it signs.</param>
    public JsonObject Answer(Page request, LaunchCase play, IReadOnlyDictionary<string, Page>? strangers = null, TestPlatform? second = null)
    {
        var nonce = request.Query("nonce");
        var header = LaunchCase.Patch(platform.Header(), play.Header, Fill);
        var payload = LaunchCase.Patch(platform.Payload(nonce, Target, clock.GetUtcNow()), play.Payload,
            word => OfStranger(word, "nonce") ?? Fill(word));
        var body = play.RawPayload is { } raw ? raw == "$deep" ? new string('[', 60) + new string(']', 60) : raw : payload.ToJsonString();
        var token = play.RawHeader is { } head ? platform.Sign(head, body)
            : play.Sign == "second" ? second!.Sign(header, payload)
            : platform.Sign(header, body, play.Sign);
        var answer = new JsonObject { ["id_token"] = token, ["state"] = request.Query("state") };
        return LaunchCase.Patch(answer, play.Answer, word => word == "$altered" ? Alter(request.Query("state")) : OfStranger(word, "state") ?? Fill(word));

        // $other-nonce, $second-state: something of another login.
        string? OfStranger(string word, string what) =>
            strangers?.FirstOrDefault(login => word == $"${login.Key}-{what}").Value?.Query(what);
    }

    public Task<Page> EndAsync(Visitor visitor, JsonObject answer) =>
        visitor.PostAsync($"{tool.Address}/lti/launch", Form(answer));

    /// <summary>A form's fields; a list is a field that stands there several times.</summary>
    static List<KeyValuePair<string, string>> Form(JsonObject fields) => [.. fields.SelectMany(field => field.Value is JsonArray several
        ? several.Select(value => KeyValuePair.Create(field.Key, value!.ToString()))
        : [KeyValuePair.Create(field.Key, field.Value!.ToString())])];

    public JsonNode? Fill(string word) => word switch
    {
        "$null" => null,
        "$long" => new string('x', 7_000),
        _ when word.StartsWith("$long", StringComparison.Ordinal) => new string('x', int.Parse(word[5..], System.Globalization.CultureInfo.InvariantCulture)),
        "$huge" => $"a.{new string('b', 1_000_000)}.c",
        _ when word.StartsWith("$now", StringComparison.Ordinal) =>
            clock.GetUtcNow().ToUnixTimeSeconds() + (word.Length > 4 ? long.Parse(word[4..], System.Globalization.CultureInfo.InvariantCulture) : 0),
        _ when word.StartsWith("$tool", StringComparison.Ordinal) => tool.Address + word[5..],
        _ => throw new ArgumentException($"No case knows the word {word}."),
    };

    static string Alter(string state) => (state[20] == 'A' ? 'B' : 'A') is var letter ? $"{state[..20]}{letter}{state[21..]}" : "";
}
