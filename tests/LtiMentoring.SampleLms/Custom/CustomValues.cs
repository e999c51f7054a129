using System.Collections.Immutable;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Custom;

/// <summary>The custom claim: the tool's own values, over them the message's, over them the placed link's.</summary>
static class CustomValues
{
    static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary<string, string>.Empty;

    /// <returns>Null when there is none, in which case LMSs leave the claim out.</returns>
    public static JsonObject? Of(Lms lms, LaunchSubject about, string messageType)
    {
        var message = about.Tool.Messages.FirstOrDefault(message => message.Type == messageType);
        var given = about.Tool.Custom.SetItems(message?.Custom ?? None).SetItems(about.Link?.Custom ?? None);
        return given.Count == 0 ? null : new JsonObject(given.Select(pair =>
            KeyValuePair.Create(pair.Key, Variables.Fill(pair.Value, about, lms.Quirks))));
    }
}
