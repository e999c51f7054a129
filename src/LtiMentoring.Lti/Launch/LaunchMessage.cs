namespace LtiMentoring.Lti.Launch;

/// <summary>A verified LTI message (LTI Core 1.3, section 5). Nothing in it was taken from an unsigned source.</summary>
public sealed record LaunchMessage
{
    public required string Issuer { get; init; }
    public required string Subject { get; init; }
    public required string Nonce { get; init; }
    public required string MessageType { get; init; }
    public required string DeploymentId { get; init; }
    public required string TargetLinkUri { get; init; }
    public required IReadOnlyList<string> Roles { get; init; }
    public required ResourceLink ResourceLink { get; init; }
    public Context? Context { get; init; }
    public PersonNames Person { get; init; } = new(null, null, null);
    public Presentation Presentation { get; init; } = new(null, null, null);
    public GradesEndpoint? Grades { get; init; }

    /// <summary>Custom parameters (section 5.4.6), by name.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = new Dictionary<string, string>();
}

/// <summary>The place in the course that was opened (section 5.3.5).</summary>
public sealed record ResourceLink(string Id, string? Title);

/// <summary>The course (section 5.4.1).</summary>
public sealed record Context(string Id, string? Label, string? Title);

/// <summary>What the platform tells of the person (section 5.3.6); all of it may be withheld.</summary>
public sealed record PersonNames(string? Name, string? GivenName, string? Email);

/// <summary>How the platform shows the tool (section 5.4.4).</summary>
/// <param name="Locale">The person's language, as a BCP 47 tag or as the platform spells it.</param>
/// <param name="DocumentTarget"><c>iframe</c>, <c>window</c> or nothing.</param>
/// <param name="ReturnUrl">Where the platform takes the person back.</param>
public sealed record Presentation(string? Locale, string? DocumentTarget, string? ReturnUrl);

/// <summary>Where grades go, and what the tool may do there (AGS 2.0, section 3.1).</summary>
/// <param name="Scopes">What was granted; nothing else is asked for.</param>
/// <param name="LineItems">The container of this course's line items.</param>
/// <param name="LineItem">The one line item that belongs to this link, if there is exactly one.</param>
public sealed record GradesEndpoint(IReadOnlyList<string> Scopes, string? LineItems, string? LineItem);
