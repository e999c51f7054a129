using LtiMentoring.Lti.Launch;

namespace LtiMentoring.Lti.DeepLinking;

/// <summary>Somebody chooses what to place in a course (LtiDeepLinkingRequest: Deep Linking 2.0, section 4.4).</summary>
public sealed record DeepLinkingRequest : LaunchMessage
{
    internal DeepLinkingRequest(Fields claims, DeepLinkingSettings settings) : base(claims) => Settings = settings;

    /// <summary>What may be placed, and where the choice is returned to.</summary>
    public DeepLinkingSettings Settings { get; }
}

/// <summary>What a platform accepts as an answer (Deep Linking 2.0, section 4.4.1).</summary>
/// <param name="ReturnUrl">Where the answer is posted; an absolute web address.</param>
/// <param name="AcceptTypes">The types of content items that it takes.</param>
/// <param name="AcceptMultiple">Whether it takes more than one. Platforms that say nothing take one.</param>
/// <param name="AcceptLineItem">Whether it makes the column that an item asks for; null when it does not say.</param>
/// <param name="Data">What it wants back as it was.</param>
public sealed record DeepLinkingSettings(
    string ReturnUrl, IReadOnlyList<string> AcceptTypes, bool AcceptMultiple, bool? AcceptLineItem, string? Data)
{
    /// <summary>The type of an item that opens this tool.</summary>
    public const string ResourceLinkType = "ltiResourceLink";

    /// <summary>Whether it takes links to this tool at all.</summary>
    public bool TakesLinks => AcceptTypes.Contains(ResourceLinkType, StringComparer.Ordinal);

    /// <summary>The longest data that is carried, in characters: some platforms put a whole token there.</summary>
    const int LongestData = 48 * 1024;

    /// <summary>The settings in a claim, or the refusal.</summary>
    internal static (DeepLinkingSettings? Settings, Refused? Refused) Read(Fields claims)
    {
        if (!claims.Has(Claims.DeepLinkingSettings))
            return (null, new Refused(Refusal.DeepLinkingSettingsMissing, $"the claim {Claims.DeepLinkingSettings} is missing"));
        var settings = claims.Object(Claims.DeepLinkingSettings);
        if (settings.Address("deep_link_return_url") is not { } address)
            return (null, new Refused(Refusal.DeepLinkingReturnMissing, "deep_link_return_url is missing or no address"));
        if (settings.Texts("accept_types") is not { Count: > 0 } types)
            return (null, new Refused(Refusal.DeepLinkingTypesMissing, "accept_types is missing or empty"));
        return (new DeepLinkingSettings(
            address, types, settings.Flag("accept_multiple") ?? false, settings.Flag("accept_lineitem"), settings.Text("data", LongestData)), null);
    }
}
