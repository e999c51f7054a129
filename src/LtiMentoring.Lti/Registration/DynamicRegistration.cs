using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LtiMentoring.Lti.Services;

namespace LtiMentoring.Lti.Registration;

/// <summary>Registers this tool with a platform that asked it to (LTI Dynamic Registration 1.0).</summary>
/// <param name="http">Makes the requests, and refuses addresses inside our own network.</param>
/// <param name="mayUseHttp">Whether platforms may be reached without encryption: in development only.</param>
public sealed class DynamicRegistration(LtiHttp http, bool mayUseHttp)
{
    /// <summary>
    /// Issuers that many customers share, and under which host each customer's own configuration lies. Everywhere else the
    /// issuer's host must be the configuration's, or a domain above it.
    /// </summary>
    static readonly (string Issuer, string Hosts)[] SharedIssuers =
    [
        ("https://canvas.instructure.com", "instructure.com"), ("https://canvas.beta.instructure.com", "instructure.com"), ("https://canvas.test.instructure.com", "instructure.com"),
    ];

    /// <summary>The configuration at an address that a platform gave (section 3.5), or the refusal.</summary>
    /// <param name="address">The parameter <c>openid_configuration</c>.</param>
    /// <param name="token">The parameter <c>registration_token</c>; some platforms send none, some ask for it here already.</param>
    /// <param name="cancel">Gives the request up.</param>
    public async Task<(PlatformConfiguration? Configuration, RegistrationRefused? Refused)> ReadAsync(string? address, string? token, CancellationToken cancel)
    {
        if (!WebAddress.IsAbsolute(address))
            return Refuse(RegistrationRefusal.ConfigurationMissing, $"openid_configuration is {Excerpt.Shown(address)}");
        if (!mayUseHttp && !PlatformConfiguration.IsHttps(address))
            return Refuse(RegistrationRefusal.ConfigurationInsecure, Excerpt.Shown(address));
        var answer = await GetAsync(address, null, cancel);
        if (answer.Status == 401 && token is not null)
            answer = await GetAsync(address, token, cancel);
        if (!answer.Succeeded)
            return Refuse(RegistrationRefusal.ConfigurationUnreachable, answer.Words);
        var (configuration, refused) = PlatformConfiguration.Read(answer.Body, mayUseHttp);
        if (configuration is null)
            return (null, refused);
        var host = new Uri(address).Host;
        if (!BelongsTo(host, configuration.Issuer))
            return Refuse(RegistrationRefusal.IssuerElsewhere, $"{host} says that it is {Excerpt.Shown(configuration.Issuer)}");
        if (configuration.RegistrationEndpoint is not { } endpoint)
            return Refuse(RegistrationRefusal.AddressMissing, "registration_endpoint");
        if (!mayUseHttp && !PlatformConfiguration.IsHttps(endpoint))
            return Refuse(RegistrationRefusal.AddressInsecure, $"registration_endpoint: {Excerpt.Shown(endpoint)}");
        return BelongsTo(new Uri(endpoint).Host, configuration.Issuer)
            ? (configuration, null)
            : Refuse(RegistrationRefusal.RegistrationElsewhere, $"{Excerpt.Shown(endpoint)} is not of {Excerpt.Shown(configuration.Issuer)}");
    }

    /// <summary>Sends our description (section 3.6), and gives what the platform calls us.</summary>
    public async Task<(Registered? Registered, RegistrationRefused? Refused)> RegisterAsync(
        PlatformConfiguration platform, string? token, ToolDescription tool, IReadOnlyDictionary<string, string> custom, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, platform.RegistrationEndpoint)
        {
            Content = new StringContent(tool.For(platform, custom).ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await http.SendAsync(request, cancel);
        answer = token is null ? answer : answer.Without(token);
        if (answer.Status == 0)
            return (null, new RegistrationRefused(RegistrationRefusal.RegistrationUnanswered, answer.Words));
        if (!answer.Succeeded)
            return (null, new RegistrationRefused(RegistrationRefusal.RegistrationRefused, answer.Words));
        var (found, unreadable) = answer.Read(JsonValueKind.Object, json =>
            new Fields(json).Id("client_id") is { } clientId ? new Registered(clientId, new Fields(json).Object(ToolDescription.Configuration).Id("deployment_id")) : null);
        return (found, found is null ? new RegistrationRefused(RegistrationRefusal.ClientIdMissing, unreadable.Words) : null);
    }

    async Task<Answer> GetAsync(string address, string? token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await http.SendAsync(request, cancel);
        return token is null ? answer : answer.Without(token);
    }

    /// <summary>Whether whoever answers at this host may speak for the issuer.</summary>
    static bool BelongsTo(string host, string issuer) =>
        IsWithin(host, new Uri(issuer).Host)
        || SharedIssuers.FirstOrDefault(shared => shared.Issuer == issuer.TrimEnd('/')).Hosts is { } hosts && IsWithin(host, hosts);

    static bool IsWithin(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);

    static (PlatformConfiguration?, RegistrationRefused?) Refuse(RegistrationRefusal why, string detail) => (null, new RegistrationRefused(why, detail));
}

/// <summary>What a platform called this tool when it registered it.</summary>
/// <param name="ClientId">The client id.</param>
/// <param name="DeploymentId">The deployment, where the platform makes one at once; otherwise the first launch brings it.</param>
public sealed record Registered(string ClientId, string? DeploymentId);
