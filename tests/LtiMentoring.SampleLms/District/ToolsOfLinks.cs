using System.Globalization;
using System.Security.Cryptography;

namespace LtiMentoring.SampleLms.District;

static class ToolsOfLinks
{
    /// <summary>The tool that a link launches; null while there is none.</summary>
    public static ToolRegistration? ToolOf(this Lms lms, LmsLink link) =>
        link.ClientId is { } client ? lms.Tools.Find(client) : lms.Tools.FirstOrDefault();

    public static string NewLinkId(this Lms _) => $"rl-{RandomNumberGenerator.GetHexString(10, lowercase: true)}";

    /// <summary>Deployments are counted through the whole LMS, as Moodle does.</summary>
    public static string NextDeployment(this Lms lms) => (1 + lms.Tools.SelectMany(tool => tool.Deployments)
        .Select(deployment => int.TryParse(deployment, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Append(0).Max()).ToString(CultureInfo.InvariantCulture);
}
