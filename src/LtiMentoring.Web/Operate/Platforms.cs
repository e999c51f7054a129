using LtiMentoring.Lti;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>What an operator knows of an LMS when registering it by hand.</summary>
/// <param name="Deployment">Null when the first launch is to bring it, for approval.</param>
public sealed record NewPlatform(
    string Issuer, string ClientId, string? Deployment, string AuthUrl, string TokenUrl, string JwksUrl,
    string? Name, IReadOnlyList<string> FrameOrigins, string? District, string? TimeZone)
{
    /// <summary>The district, where one was chosen that is there already.</summary>
    public Guid? DistrictId { get; init; }

    public string? Family { get; init; }
    public string? TokenAudience { get; init; }

    /// <summary>Null leaves it as it is.</summary>
    public bool? TellsStarted { get; init; }

    /// <inheritdoc cref="TellsStarted"/>
    public bool? AllowsAnonymous { get; init; }
}

/// <summary>The registered platforms, as operators see them: across districts.</summary>
public sealed class Platforms(MentoringDb db, TimeProvider clock)
{
    /// <summary>Adds a registration with its deployment; a registration that is there already gets the new addresses.</summary>
    public Task<(Registration Registration, District? District)> AddAsync(NewPlatform platform, CancellationToken cancel)
    {
        Check(platform);
        return db.WriteAsync(async () =>
        {
            var registration = await db.Registrations.SingleOrDefaultAsync(
                row => row.Issuer == platform.Issuer && row.ClientId == platform.ClientId, cancel) ?? Create(platform);
            registration.Name = platform.Name ?? registration.Name;
            registration.AuthorizationEndpoint = platform.AuthUrl;
            registration.TokenEndpoint = platform.TokenUrl;
            registration.JwksUri = platform.JwksUrl;
            registration.FrameOrigins = string.Join(' ', Origins(platform));
            (registration.Family, registration.TokenAudience) = (platform.Family ?? registration.Family, platform.TokenAudience ?? registration.TokenAudience);
            (registration.TellsStarted, registration.AllowsAnonymous) = (platform.TellsStarted ?? registration.TellsStarted, platform.AllowsAnonymous ?? registration.AllowsAnonymous);
            return (registration, platform.Deployment is { } deployment ? await PlaceAsync(registration, deployment, platform, cancel) : null);
        }, cancel);
    }

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancel)
    {
        var rows = await (
            from registration in db.Registrations
            from deployment in db.Deployments.IgnoreQueryFilters(new[] { MentoringDb.DistrictFilter }).Where(row => row.RegistrationId == registration.Id).DefaultIfEmpty()
            from district in db.Districts.Where(row => row.Id == deployment!.DistrictId).DefaultIfEmpty()
            orderby registration.Name, deployment!.DeploymentId
            select new { registration, DeploymentId = (string?)deployment!.DeploymentId, District = (string?)district!.Name }).AsNoTracking().ToListAsync(cancel);
        return rows.Count == 0
            ? ["No LMS is registered. Add one with: platforms add"]
            : [.. rows.Select(row => $"{row.registration.Id}  {row.registration.Name}  {row.registration.Issuer}  client {row.registration.ClientId}  "
                + $"{(row.DeploymentId is null ? "no deployment yet" : $"deployment {row.DeploymentId}  {row.District}")}{(row.registration.Disabled ? "  (off)" : "")}")];
    }

    Registration Create(NewPlatform platform)
    {
        var registration = new Registration
        {
            Name = platform.Name ?? new Uri(platform.Issuer).Host, Issuer = platform.Issuer, ClientId = platform.ClientId,
            AuthorizationEndpoint = "", TokenEndpoint = "", JwksUri = "", FrameOrigins = "",
            RegisteredAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Registrations.Add(registration);
        return registration;
    }

    /// <summary>The deployment's district: the one it has, the one that is named, the only one, or the first.</summary>
    async Task<District> PlaceAsync(Registration registration, string deploymentId, NewPlatform platform, CancellationToken cancel)
    {
        var deployment = await db.Deployments.IgnoreQueryFilters([MentoringDb.DistrictFilter]).SingleOrDefaultAsync(
            row => row.RegistrationId == registration.Id && row.DeploymentId == deploymentId, cancel);
        if (deployment is not null)
            return await db.Districts.SingleAsync(row => row.Id == deployment.DistrictId, cancel);
        var district = await ChooseDistrictAsync(registration, platform, cancel);
        db.DistrictId = district.Id;
        await db.PendingDeployments.Where(row => row.RegistrationId == registration.Id && row.DeploymentId == deploymentId).ExecuteDeleteAsync(cancel);
        db.Deployments.Add(new Deployment { DistrictId = district.Id, RegistrationId = registration.Id, DeploymentId = deploymentId });
        return district;
    }

    async Task<District> ChooseDistrictAsync(Registration registration, NewPlatform platform, CancellationToken cancel)
    {
        if (platform.DistrictId is { } chosen)
            return await db.Districts.SingleAsync(row => row.Id == chosen, cancel);
        var districts = await db.Districts.Where(row => platform.District == null || row.Name == platform.District).OrderBy(row => row.Id).Take(2).ToListAsync(cancel);
        if (districts is [var only])
            return only;
        if (districts.Count > 1)
            throw new OperatorException("There are several districts. Say which one this deployment belongs to: --district NAME");
        var district = new District { Name = platform.District ?? registration.Name, TimeZone = platform.TimeZone ?? TimeZoneInfo.Local.Id };
        db.Districts.Add(district);
        return district;
    }

    static void Check(NewPlatform platform)
    {
        if (string.IsNullOrWhiteSpace(platform.ClientId) || platform.Deployment is { } deployment && string.IsNullOrWhiteSpace(deployment))
            throw new OperatorException("--client-id and --deployment are what the LMS shows. Leave --deployment out if it shows none.");
        if (platform is { Deployment: null, District: not null } or { Deployment: null, TimeZone: not null })
            throw new OperatorException("--district and --time-zone say where a deployment belongs. Without --deployment, that is chosen when the first launch is approved.");
        foreach (var (option, address) in new[] { ("--issuer", platform.Issuer), ("--auth-url", platform.AuthUrl), ("--token-url", platform.TokenUrl), ("--jwks-url", platform.JwksUrl) })
            if (!WebAddress.IsAbsolute(address))
                throw new OperatorException($"{option} is \"{address}\". Give the whole address, starting with https://.");
        foreach (var origin in platform.FrameOrigins)
            if (!WebAddress.IsAbsolute(origin) || WebAddress.Origin(origin) != origin.TrimEnd('/'))
                throw new OperatorException($"--frame-origin is \"{origin}\". Give scheme, host and port only, for example https://lms.example.org.");
        if (platform.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            throw new OperatorException($"--time-zone is \"{zone}\", which this machine does not know. An example: America/Chicago.");
    }

    static IEnumerable<string> Origins(NewPlatform platform) =>
        (platform.FrameOrigins.Count > 0 ? platform.FrameOrigins : [platform.Issuer, platform.AuthUrl]).Select(WebAddress.Origin).Distinct();
}
