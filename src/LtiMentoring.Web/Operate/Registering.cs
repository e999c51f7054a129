using LtiMentoring.Lti;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Registration;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>What came of a registration that an LMS asked for.</summary>
public sealed record Connected(Registration Registration, District? District);

/// <summary>Registers with an LMS that opened a one-time link, and uses the link up.</summary>
public sealed class Registering(MentoringDb db, DynamicRegistration registration, Platforms platforms, Settings settings, TimeProvider clock)
{
    /// <summary>Every launch tells where a copied course came from, in case its links lose what they stand for.</summary>
    static readonly Dictionary<string, string> Custom = new()
    {
        [LaunchMessage.ContextHistory] = "$Context.id.history", [LaunchMessage.LinkHistory] = "$ResourceLink.id.history",
    };

    public Task<(PlatformConfiguration? Configuration, RegistrationRefused? Refused)> ReadAsync(string? address, string? token, CancellationToken cancel) =>
        registration.ReadAsync(address, token, cancel);

    public async Task<(Connected? Connected, RegistrationRefused? Refused)> RegisterAsync(
        OneTimeLink link, PlatformConfiguration configuration, string? token, CancellationToken cancel)
    {
        // Written before it is sent: should the answer be lost, the operator can be told that the LMS may know us.
        await db.WriteAsync(() => db.OneTimeLinks.Where(row => row.TokenHash == link.TokenHash).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.SentAt, clock.GetUtcNow().UtcDateTime).SetProperty(row => row.SentTo, configuration.Issuer), cancel), cancel);
        // Not given up when the browser goes away: the LMS will have registered us.
        var (registered, refused) = await registration.RegisterAsync(configuration, token, Describe(), Custom, CancellationToken.None);
        if (registered is null)
            return (null, refused);
        var family = Guides.Find(configuration.Family);
        var (row, district) = await platforms.AddAsync(new NewPlatform(
            configuration.Issuer, registered.ClientId, registered.DeploymentId, configuration.AuthorizationEndpoint, configuration.TokenEndpoint, configuration.JwksUri,
            $"{Guides.Families.FirstOrDefault(known => known.Family == family).Name ?? configuration.Family ?? "LMS"} · {new Uri(configuration.Issuer).Host}",
            [.. new[] { configuration.Issuer, configuration.AuthorizationEndpoint, configuration.RegistrationEndpoint! }.Select(WebAddress.Origin).Distinct()], null, null)
        {
            DistrictId = link.DistrictId, Family = family ?? configuration.Family, TokenAudience = configuration.TokenAudience,
        }, CancellationToken.None);
        await db.WriteAsync(() => db.OneTimeLinks.Where(used => used.TokenHash == link.TokenHash).ExecuteUpdateAsync(
            set => set.SetProperty(used => used.UsedAt, clock.GetUtcNow().UtcDateTime).SetProperty(used => used.RegistrationId, row.Id), CancellationToken.None), CancellationToken.None);
        return (new Connected(row, district), null);
    }

    ToolDescription Describe() => new(
        SharedWords.ProductName, OperateWords.ToolDescription, ToolAddresses.Launch(settings), ToolAddresses.Login(settings), ToolAddresses.Jwks(settings), $"{settings.PublicUrl}/mark.svg");
}
