using System.Text.Json.Nodes;

namespace LtiMentoring.SampleLms.Registering;

/// <summary>How one registration differs from the plain one: what some LMSs do, and what an attacker would.</summary>
public sealed record RegistrationQuirks
{
    /// <summary>No registration_token, as Brightspace does; whoever knows the address may register.</summary>
    public bool NoToken { get; init; }

    /// <summary>The host in the configuration's address, when not the issuer's: "localhost" reaches an LMS at 127.0.0.1.</summary>
    public string? OtherHost { get; init; }

    /// <summary>The issuer that the configuration names.</summary>
    public string? OtherIssuer { get; init; }

    /// <summary>The registration endpoint that the configuration names.</summary>
    public string? OtherEndpoint { get; init; }

    /// <summary>The configuration too is shown only to whoever brings the token.</summary>
    public bool TokenForConfiguration { get; init; }

    /// <summary>Answers the registration with this status and registers nothing.</summary>
    public int? Status { get; init; }

    /// <summary>The answer does not say the deployment: the tool meets it at the first launch.</summary>
    public bool NoDeployment { get; init; }

    /// <summary>No administrator has to make the tool active.</summary>
    public bool ActiveAtOnce { get; init; }

    /// <summary>Changes the configuration in any other way.</summary>
    public Action<JsonObject>? Configuration { get; init; }
}
