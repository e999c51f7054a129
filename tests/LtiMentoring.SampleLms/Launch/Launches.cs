using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace LtiMentoring.SampleLms.Launch;

sealed record LaunchTicket(string ClientId, string Sub, LaunchMessage Message, DateTimeOffset Expires);

/// <summary>The launches that people have begun. Each may be finished once: the hint that names it is good for a single authorization request.</summary>
sealed class Launches(TimeProvider clock)
{
    readonly ConcurrentDictionary<string, LaunchTicket> begun = new();

    /// <returns>The lti_message_hint: JSON in a string, as Moodle sends it. The tool must return it letter by letter.</returns>
    public string Begin(string clientId, string sub, LaunchMessage message)
    {
        var now = clock.GetUtcNow();
        foreach (var old in begun.Where(ticket => ticket.Value.Expires < now))
            begun.TryRemove(old);

        var hint = new JsonObject { ["launchid"] = $"launch_{message.Type}{RandomNumberGenerator.GetHexString(16)}" };
        if (message is ResourceLinkMessage { LinkId: var link })
            hint["cmid"] = link;
        var text = hint.ToJsonString();
        begun[text] = new LaunchTicket(clientId, sub, message, now.AddHours(1));
        return text;
    }

    public LaunchTicket? Finish(string hint) => begun.TryRemove(hint, out var ticket) ? ticket : null;
}
