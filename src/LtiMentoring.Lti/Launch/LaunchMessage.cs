using LtiMentoring.Lti.Notices;
using LtiMentoring.Lti.Roster;

namespace LtiMentoring.Lti.Launch;

/// <summary>
/// A verified LTI message (LTI Core 1.3, section 5); what it asks for is its type. Nothing in it was taken from an unsigned
/// source. What the specification makes optional is null when it is absent, or of another shape than the specification gives it.
/// </summary>
public abstract record LaunchMessage
{
    /// <summary>What every message says, in claims that <see cref="MessageReader"/> found good.</summary>
    private protected LaunchMessage(Fields claims)
    {
        var context = claims.Object(Claims.Context);
        var presentation = claims.Object(Claims.LaunchPresentation);
        var grades = claims.Object(Claims.Grades);
        var roster = claims.Object(Claims.Roster);
        Issuer = claims.Text("iss")!;
        Subject = claims.Id("sub");
        Nonce = claims.Text("nonce")!;
        DeploymentId = claims.Id(Claims.DeploymentId)!;
        Roles = claims.Texts(Claims.Roles)!;
        Context = context.Id("id") is { } id ? new Context(id, context.Text("label"), context.Text("title")) : null;
        Person = new PersonNames(claims.Text("name"), claims.Text("given_name"), claims.Text("email"));
        Presentation = new Presentation(presentation.Text("locale"), presentation.Text("document_target"), presentation.Address("return_url"));
        Grades = claims.Has(Claims.Grades)
            ? new GradesEndpoint(grades.Texts("scope") ?? [], grades.Address("lineitems"), grades.Address("lineitem"))
            : null;
        Memberships = roster.Texts("service_versions") is not { } versions || versions.Contains("2.0")
            ? roster.Address("context_memberships_url")
            : null;
        Groups = GroupsEndpoint.Read(claims);
        Notices = NoticesEndpoint.Read(claims);
        Custom = claims.Object(Claims.Custom).All();
        brightspaceHistory = claims.Text(BrightspaceHistory);
    }

    /// <summary>Where Brightspace tells a copied link's earlier names, whether or not it was asked to.</summary>
    const string BrightspaceHistory = "ext_d2l_resource_link_id_history";

    readonly string? brightspaceHistory;

    /// <summary>The platform (<c>iss</c>), as the registration has it.</summary>
    public string Issuer { get; }

    /// <summary>
    /// The person, by the platform's own id (<c>sub</c>, section 5.3.6); at most 255 characters, unique under the issuer. Null
    /// when the message names nobody, which a registration may allow (section 5.3.6.1).
    /// </summary>
    public string? Subject { get; }

    /// <summary>The login's nonce. It may open one session only.</summary>
    public string Nonce { get; }

    /// <summary>Which installation of the tool on the platform it comes from (section 5.3.3); at most 255 characters.</summary>
    public string DeploymentId { get; }

    /// <summary>The person's roles as they were sent (section 5.3.7); may be empty. Read them with <see cref="Lti.Roles"/>.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>The course (section 5.4.1).</summary>
    public Context? Context { get; }

    /// <summary>What the platform tells of the person (section 5.3.6).</summary>
    public PersonNames Person { get; }

    /// <summary>How the platform shows the tool (section 5.4.4).</summary>
    public Presentation Presentation { get; }

    /// <summary>Where grades go (AGS 2.0, section 3.1); null when the platform lets the tool do nothing there.</summary>
    public GradesEndpoint? Grades { get; }

    /// <summary>
    /// Where the course's roster is read (NRPS 2.0, section 3.6.1.1), an absolute web address; null when the platform offers
    /// none, or none of version 2.0.
    /// </summary>
    public string? Memberships { get; }

    /// <summary>Where the course's groups are read (Course Groups Service 1.0); null when there are none to read.</summary>
    public GroupsEndpoint? Groups { get; }

    /// <summary>Where the tool asks for notices (Platform Notification Service 1.0); null when the platform sends none.</summary>
    public NoticesEndpoint? Notices { get; }

    /// <summary>Custom parameters (section 5.4.6), by name. A variable that the platform does not know stands there unchanged.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; }

    /// <summary>
    /// Earlier names of this course and this link, newest first, when the platform copied them (variables
    /// <c>Context.id.history</c> and <c>ResourceLink.id.history</c>, LTI Core 1.3, appendix B.2 and B.4, as the custom
    /// parameters <see cref="ContextHistory"/> and <see cref="LinkHistory"/>). Brightspace tells a link's in a claim of its own.
    /// </summary>
    public IReadOnlyList<string> History(string parameter) =>
        (Custom.GetValueOrDefault(parameter) is { Length: > 0 } told && !told.StartsWith('$') ? told : parameter == LinkHistory ? brightspaceHistory : null) is { } ids
            ? [.. ids.Split(',', MostHistory + 1, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostHistory)]
            : [];

    /// <summary>The custom parameter that asks for the course's earlier names.</summary>
    public const string ContextHistory = "context_history";

    /// <summary>The custom parameter that asks for the link's earlier names.</summary>
    public const string LinkHistory = "link_history";

    const int MostHistory = 50;
}

/// <summary>The place in the course that was opened (LTI Core 1.3, section 5.3.5).</summary>
/// <param name="Id">The platform's own id, unique within the deployment; at most 255 characters.</param>
/// <param name="Title">What people call it.</param>
public sealed record ResourceLink(string Id, string? Title);

/// <summary>The course (LTI Core 1.3, section 5.4.1).</summary>
/// <param name="Id">The platform's own id, unique within the deployment; at most 255 characters.</param>
/// <param name="Label">A short name, such as a course number.</param>
/// <param name="Title">The full name.</param>
public sealed record Context(string Id, string? Label, string? Title);

/// <summary>What the platform tells of the person (LTI Core 1.3, section 5.3.6); all of it may be withheld.</summary>
/// <param name="Name">The full name, in the order in which it is written.</param>
/// <param name="GivenName">How a colleague would call the person.</param>
/// <param name="Email">Not checked by anybody: never use it to recognise a person.</param>
public sealed record PersonNames(string? Name, string? GivenName, string? Email);

/// <summary>How the platform shows the tool (LTI Core 1.3, section 5.4.4).</summary>
/// <param name="Locale">The person's language, as a BCP 47 tag or as the platform spells it.</param>
/// <param name="DocumentTarget"><c>iframe</c>, <c>window</c> or nothing.</param>
/// <param name="ReturnUrl">Where the platform takes the person back; an absolute web address.</param>
public sealed record Presentation(string? Locale, string? DocumentTarget, string? ReturnUrl);

/// <summary>Where grades go, and what the tool may do there (AGS 2.0, section 3.1).</summary>
/// <param name="Scopes">What was granted; nothing else is asked for.</param>
/// <param name="LineItems">The container of this course's line items; an absolute web address.</param>
/// <param name="LineItem">The one line item that belongs to this link, if there is exactly one; an absolute web address.</param>
public sealed record GradesEndpoint(IReadOnlyList<string> Scopes, string? LineItems, string? LineItem);
