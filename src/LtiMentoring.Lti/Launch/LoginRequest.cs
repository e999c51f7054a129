using System.Text;

namespace LtiMentoring.Lti.Launch;

/// <summary>
/// What a platform sends to begin a launch: third-party initiated login (Security Framework 1.0, section 5.1.1.1;
/// LTI Core 1.3, section 4.1).
/// </summary>
/// <param name="Issuer">The platform that asks.</param>
/// <param name="LoginHint">Opaque; goes back to the platform letter by letter.</param>
/// <param name="TargetLinkUri">Where the person is to arrive in the end.</param>
/// <param name="ClientId">Left out by platforms that register one tool only.</param>
/// <param name="MessageHint">Opaque; goes back to the platform letter by letter.</param>
public sealed record LoginRequest(string Issuer, string LoginHint, string TargetLinkUri, string? ClientId, string? MessageHint)
{
    /// <summary>
    /// The frame that keeps data for the tool where the browser keeps no cookies, by its name or as <c>_parent</c>
    /// (LTI Client Side postMessages 0.1, <c>lti_storage_target</c>); null when the platform keeps none.
    /// </summary>
    public string? StorageTarget { get; init; }

    /// <summary>The longest name of a frame that is believed.</summary>
    const int LongestFrame = 100;

    /// <summary>
    /// All parameters together, in characters, as they are written in an address; servers cut those after some 8,000. The
    /// longest seen from a real platform is under 2,500.
    /// </summary>
    const int LongestLogin = 4_000;

    /// <summary>Reads the parameters of a GET or POST, or refuses them; <paramref name="parameter"/> gives null for one that is absent or repeated.</summary>
    public static (LoginRequest? Login, Refused? Refused) Read(Func<string, string?> parameter)
    {
        if (Given("iss") is not { } issuer)
            return Refuse(Refusal.IssuerMissing, "the login has no iss");
        if (Given("login_hint") is not { } loginHint)
            return Refuse(Refusal.LoginHintMissing, "the login has no login_hint");
        if (Given("target_link_uri") is not { } target)
            return Refuse(Refusal.TargetMissing, "the login has no target_link_uri");
        var login = new LoginRequest(issuer, loginHint, target, Given("client_id"), Given("lti_message_hint"))
        {
            StorageTarget = Given("lti_storage_target") is { Length: <= LongestFrame } frame ? frame : null,
        };
        return login.Length > LongestLogin
            ? Refuse(Refusal.LoginTooLong, $"the login's parameters have {login.Length} characters")
            : (login, null);

        string? Given(string name) => parameter(name) is { Length: > 0 } value ? value : null;
        static (LoginRequest?, Refused?) Refuse(Refusal why, string detail) => (null, new Refused(why, detail));
    }

    /// <summary>The target counts twice: it travels in the state as well.</summary>
    int Length => new[] { Issuer, LoginHint, TargetLinkUri, TargetLinkUri, ClientId ?? "", MessageHint ?? "", StorageTarget ?? "", StorageTarget ?? "" }.Sum(value => Uri.EscapeDataString(value).Length);

    /// <summary>
    /// The authentication request that answers this login (Security Framework 1.0, section 5.1.1.2), as an address.
    /// </summary>
    /// <param name="platform">Where it goes.</param>
    /// <param name="redirectUri">Where the platform is to post its answer; registered there, and compared letter by letter.</param>
    /// <param name="state">Comes back beside the id_token; protected, so that nobody else can make one.</param>
    /// <param name="nonce">Comes back inside the id_token; the one in the state.</param>
    public string AuthenticationRequest(Platform platform, string redirectUri, string state, string nonce)
    {
        var address = new StringBuilder(platform.AuthorizationEndpoint);
        address.Append(platform.AuthorizationEndpoint.Contains('?', StringComparison.Ordinal) ? '&' : '?');
        Add("scope", "openid");
        Add("response_type", "id_token");
        Add("response_mode", "form_post");
        Add("prompt", "none");
        Add("client_id", platform.ClientId);
        Add("redirect_uri", redirectUri);
        Add("login_hint", LoginHint);
        if (MessageHint is not null)
            Add("lti_message_hint", MessageHint);
        Add("state", state);
        Add("nonce", nonce);
        return address.ToString(0, address.Length - 1);

        void Add(string name, string value) => address.Append(name).Append('=').Append(Uri.EscapeDataString(value)).Append('&');
    }
}
