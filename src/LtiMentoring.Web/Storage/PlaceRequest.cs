using System.Text.Json;
using LtiMentoring.Lti.DeepLinking;

namespace LtiMentoring.Web.Storage;

/// <summary>What somebody who places a link was sent to choose, and where the choice goes. Kept with the session, so that nothing of it comes from a form.</summary>
public sealed record PlaceRequest(string DeploymentId, DeepLinkingSettings Settings)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static PlaceRequest Read(string json) => JsonSerializer.Deserialize<PlaceRequest>(json)!;
}
