using LtiMentoring.Training.Practice;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Practice;

/// <summary>A scene as one line of the conversation: the one that is on now, or one that is over.</summary>
public sealed record SceneView(Run Run, Scene Scene, bool Past)
{
    public Persona? Speaker => Run.Scenario.Speaker(Scene);
}
