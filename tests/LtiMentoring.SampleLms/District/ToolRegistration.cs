using System.Collections.Immutable;

namespace LtiMentoring.SampleLms.District;

/// <summary>What the LMS knows about the tool. Replace it whole: <c>lms.Registration = lms.Registration with { … }</c>.</summary>
public sealed record ToolRegistration
{
    public string ClientId { get; init; } = "sample-lms-tool";
    public ImmutableArray<string> Deployments { get; init; } = ["1"];
    public string LoginUrl { get; init; } = "";
    public ImmutableArray<string> RedirectUrls { get; init; } = [];
    public string JwksUrl { get; init; } = "";
    public string TargetLinkUrl { get; init; } = "";

    /// <summary>Some LMSs leave both out and tell registrations apart by the login address.</summary>
    public bool SendClientId { get; init; } = true;
    public bool SendDeploymentId { get; init; } = true;

    /// <summary>More login parameters, such as a storage target.</summary>
    public ImmutableSortedDictionary<string, string> LoginParameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the administrator allowed this tool; the token endpoint grants no more.</summary>
    public ImmutableArray<string> Scopes { get; init; } = Tokens.Scopes.All;

    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    public bool IsComplete => LoginUrl.Length > 0 && RedirectUrls.Length > 0 && TargetLinkUrl.Length > 0;

    /// <summary>The origins that a page may frame or post to.</summary>
    public IEnumerable<string> Origins => RedirectUrls.Append(LoginUrl).Append(TargetLinkUrl)
        .Where(url => url.Length > 0)
        .Select(url => new Uri(url).GetLeftPart(UriPartial.Authority))
        .Distinct();
}
