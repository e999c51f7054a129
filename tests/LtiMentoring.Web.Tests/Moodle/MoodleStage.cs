using System.Text.Json.Nodes;
using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Machine;

namespace LtiMentoring.Web.Tests.Moodle;

/// <summary>The tool beside a sample LMS that behaves as Moodle 4.5 does, and what a real Moodle was recorded to send.</summary>
public abstract class MoodleStage(PostgresServer? server) : LmsStage(server)
{
    const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";

    /// <summary>What belongs to this launch and not to the recording.</summary>
    static readonly string[] OfThisLaunch = ["nonce", "iat", "exp", "iss", "aud", Claim + "deployment_id", Claim + "target_link_uri"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Lms.Quirks.Moodle = true;
    }

    public static JsonNode Read(string recording) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Moodle", "Recorded", $"{recording}.json")))!;

    public static JsonObject ReadLaunch(string recording) => (JsonObject)Read($"launch-{recording}")["payload"]!;

    /// <summary>Launches with the recording's claims, signed now by this LMS.</summary>
    public async Task<Page> LaunchAsync(JsonObject recorded, LmsVisitor? browser = null)
    {
        // The next session is later than all before it.
        Clock.Advance(TimeSpan.FromSeconds(1));
        Lms.Shape((_, payload) =>
        {
            foreach (var name in payload.Select(claim => claim.Key).Except(OfThisLaunch).ToList())
                payload.Remove(name);
            foreach (var (name, value) in recorded.Where(claim => !OfThisLaunch.Contains(claim.Key)))
                payload[name] = value?.DeepClone();
        });
        using var another = new LmsVisitor(Lms);
        return await (browser ?? another).LaunchAsync("renata-okafor", "orientation");
    }

    public new sealed class Sqlite() : MoodleStage(null);

    public new sealed class Postgres(PostgresServer server) : MoodleStage(server);
}
