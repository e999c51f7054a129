using LtiMentoring.Lti;
using LtiMentoring.Lti.Registration;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>
/// Where an LMS arrives with the one-time link for its registration (LTI Dynamic Registration 1.0, section 3.4), in a frame or
/// a window of its own. Nothing is registered before the button: addresses are opened by many that mean nothing by it. The
/// link's token is its own proof, so the form needs no other.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class InvitedModel(OneTimeLinks links, Registering registering, MentoringDb db, ILogger<InvitedModel> log) : PageModel
{
    OneTimeLink? link;

    /// <summary>Whether the link can still be used.</summary>
    public bool Works => link is not null;

    public PlatformConfiguration? Configuration { get; private set; }
    public RegistrationRefused? Refused { get; private set; }
    public Connected? Connected { get; private set; }

    /// <summary>When the LMS was asked before without an answer that we know of: it may know us already.</summary>
    public bool WasSentBefore { get; private set; }

    /// <summary>Connections that its issuer has already, by name.</summary>
    public IReadOnlyList<string> Known { get; private set; } = [];

    /// <summary>The district that the LMS will belong to.</summary>
    public string? District { get; private set; }

    public Task OnGetAsync(string token, CancellationToken cancel) => ReadAsync(token, cancel);

    public async Task OnPostAsync(string token, CancellationToken cancel)
    {
        await ReadAsync(token, cancel);
        if (Configuration is not { } configuration)
            return;
        (Connected, Refused) = await registering.RegisterAsync(link!, configuration, RegistrationToken, cancel);
        if (Refused is { } refused)
            log.LogWarning("Registration refused: {Refusal}, {Issuer}: {Detail}", refused.Why, configuration.Issuer, refused.Detail);
    }

    async Task ReadAsync(string token, CancellationToken cancel)
    {
        HttpContext.Items[SecurityHeaders.KeepsOpener] = true;
        // Without an LMS that is known there is nothing on it, so whoever tried to open it in a frame may show it.
        HttpContext.Items[SecurityHeaders.FrameAncestors] = "*";
        link = await links.FindAsync(LinkPurpose.Registration, token, cancel);
        if (link is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }
        WasSentBefore = link.SentAt is not null;
        District = link.DistrictId is { } id ? (await db.Districts.FindAsync([id], cancel))?.Name : null;
        (Configuration, Refused) = await registering.ReadAsync(Request.Query["openid_configuration"], RegistrationToken, cancel);
        if (Configuration is { } configuration)
        {
            Known = await db.Registrations.Where(row => row.Issuer == configuration.Issuer).OrderBy(row => row.Name).Select(row => row.Name).ToListAsync(cancel);
            HttpContext.Items[SecurityHeaders.FrameAncestors] = $"'self' {WebAddress.Origin(configuration.Issuer)} {WebAddress.Origin(configuration.AuthorizationEndpoint)} {WebAddress.Origin(configuration.RegistrationEndpoint!)}";
        }
        else
            log.LogWarning("Registration refused: {Refusal}: {Detail}", Refused!.Why, Refused.Detail);
    }

    string? RegistrationToken => Request.Query["registration_token"] is [{ Length: > 0 } token] ? token : null;
}
