using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LtiMentoring.SampleLms.District;

/// <summary>What the LMS knows about a tool. Replace it whole: <c>lms.Registration = lms.Registration with { … }</c>.</summary>
public sealed record ToolRegistration
{
    public string ClientId { get; init; } = "sample-lms-tool";
    public string Name { get; init; } = "Sample tool";
    public ImmutableArray<string> Deployments { get; init; } = ["1"];
    public string LoginUrl { get; init; } = "";
    public ImmutableArray<string> RedirectUrls { get; init; } = [];
    public string JwksUrl { get; init; } = "";
    public string TargetLinkUrl { get; init; } = "";

    /// <summary>A tool that registered itself is a draft until an administrator makes it active.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The messages the tool said it takes. One that was entered by hand said nothing and gets them all.</summary>
    public ImmutableArray<ToolMessage> Messages { get; init; } = [];

    /// <summary>The claims about a person that the tool asked for; all of them when it was entered by hand.</summary>
    public ImmutableArray<string>? Claims { get; init; }

    /// <summary>Sent with every launch; a placed link's own values win.</summary>
    public ImmutableSortedDictionary<string, string> Custom { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Some LMSs leave both out and tell registrations apart by the login address.</summary>
    public bool SendClientId { get; init; } = true;
    public bool SendDeploymentId { get; init; } = true;

    /// <summary>More login parameters, such as a storage target.</summary>
    public ImmutableSortedDictionary<string, string> LoginParameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the administrator allowed this tool; the token endpoint grants no more.</summary>
    public ImmutableArray<string> Scopes { get; init; } = Tokens.Scopes.All;

    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    [JsonIgnore]
    public bool IsComplete => LoginUrl.Length > 0 && RedirectUrls.Length > 0 && TargetLinkUrl.Length > 0;

    /// <summary>The origins that a page may frame or post to.</summary>
    [JsonIgnore]
    public IEnumerable<string> Origins => RedirectUrls.Append(LoginUrl).Append(TargetLinkUrl)
        .Where(url => url.Length > 0)
        .Select(url => new Uri(url).GetLeftPart(UriPartial.Authority))
        .Distinct();

    public bool Takes(string messageType) => Messages.IsEmpty || Messages.Any(message => message.Type == messageType);

    public bool MayKnow(string claim) => Claims is not { } asked || asked.Contains(claim);

    /// <summary>Where a message of this type is sent unless a placed link says otherwise.</summary>
    public string TargetOf(string messageType) =>
        Messages.FirstOrDefault(message => message.Type == messageType)?.TargetLinkUrl ?? TargetLinkUrl;
}

/// <summary>One kind of message that a tool takes, and where.</summary>
public sealed record ToolMessage(string Type)
{
    public string? TargetLinkUrl { get; init; }
    public string? Label { get; init; }
    public ImmutableSortedDictionary<string, string> Custom { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
