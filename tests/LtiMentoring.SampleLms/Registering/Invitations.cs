using System.Collections.Concurrent;
using System.Security.Cryptography;

using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Registering;

/// <summary>The tools that were invited to register themselves (1EdTech LTI Dynamic Registration 1.0), each once and within an hour.</summary>
public sealed class Invitations
{
    static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, Invitation> given = new();
    readonly Lms lms;

    internal Invitations(Lms lms) => this.lms = lms;

    /// <returns>The address to open in a browser: the tool's own, with the LMS's configuration and a token in its query.</returns>
    public string Give(string toolAddress, RegistrationQuirks? quirks = null) => Begin(toolAddress, quirks ?? new()).Address(lms.Address);

    /// <summary>Where the invited tools are, which a page may frame before they are registered.</summary>
    internal IEnumerable<string> Origins => given.Values.Where(IsOpen).Select(invitation => invitation.ToolOrigin);

    internal Invitation Begin(string toolAddress, RegistrationQuirks quirks)
    {
        var invitation = new Invitation(
            RandomNumberGenerator.GetHexString(16, lowercase: true), RandomNumberGenerator.GetHexString(48, lowercase: true),
            toolAddress, quirks, lms.Clock.GetUtcNow() + Lifetime);
        return given[invitation.Id] = invitation;
    }

    /// <returns>The invitation, used or not; null when there is none or its hour is over.</returns>
    internal Invitation? Find(string? id) => id is not null && given.TryGetValue(id, out var found) && IsOpen(found) ? found : null;

    /// <returns>The tool as it is now known, or null when the invitation was used before.</returns>
    internal ToolRegistration? Use(Invitation invitation, ToolRegistration asked)
    {
        lock (lms.Gate)
        {
            if (given[invitation.Id].ClientId is not null)
                return null;
            var tool = lms.Tools.Put(asked with
            {
                ClientId = RandomNumberGenerator.GetHexString(15, lowercase: true),
                Deployments = [lms.NextDeployment()],
                IsActive = invitation.Quirks.ActiveAtOnce,
            });
            given[invitation.Id] = invitation with { ClientId = tool.ClientId };
            return tool;
        }
    }

    bool IsOpen(Invitation invitation) => invitation.Expires > lms.Clock.GetUtcNow();
}
