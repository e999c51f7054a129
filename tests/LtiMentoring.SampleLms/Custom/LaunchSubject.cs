using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Custom;

/// <summary>What a message to a tool is about, as far as it is about anything.</summary>
sealed record LaunchSubject(ToolRegistration Tool, LmsPerson Person, LmsCourse? Course = null, LmsLink? Link = null)
{
    public string DeploymentId => Link?.DeploymentId ?? Tool.Deployments[0];
}
