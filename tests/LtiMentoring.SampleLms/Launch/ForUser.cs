using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>The claim that names the person whom a message is about, who is not the person who sends it.</summary>
static class ForUser
{
    public static JsonObject Of(ToolRegistration tool, LmsPerson person, IReadOnlyList<string> roles)
    {
        var claim = new JsonObject
        {
            ["user_id"] = person.Sub,
            ["person_sourcedid"] = person.SourcedId,
            ["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]),
        };
        foreach (var (name, value) in new[]
        {
            ("name", person.Name), ("given_name", person.GivenName), ("family_name", person.FamilyName), ("email", person.Email),
        })
            if (value is not null && tool.MayKnow(name))
                claim[name] = value;
        return claim;
    }
}
