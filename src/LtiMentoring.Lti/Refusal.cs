namespace LtiMentoring.Lti;

/// <summary>
/// Why a login, launch or notice was refused. Every value has a sentence for the person, a name in the log and a test case.
/// A claim of another shape than the specification gives it counts as missing.
/// </summary>
public enum Refusal
{
    /// <summary>Login initiation without <c>iss</c> (Security Framework 1.0, section 5.1.1.1).</summary>
    IssuerMissing,
    /// <summary>Login initiation without <c>login_hint</c>.</summary>
    LoginHintMissing,
    /// <summary>Login initiation or message without <c>target_link_uri</c>.</summary>
    TargetMissing,
    /// <summary>The target is no address of this tool.</summary>
    TargetElsewhere,
    /// <summary>The parameters of the login are longer than any platform sends.</summary>
    LoginTooLong,
    /// <summary>No registration with this issuer and client id.</summary>
    PlatformUnknown,
    /// <summary>Several registrations under this issuer, and the login named no client id.</summary>
    PlatformAmbiguous,
    /// <summary>The registration was switched off here.</summary>
    PlatformDisabled,

    /// <summary>The platform answered the login with <c>error=</c> (OpenID Connect Core 1.0, section 3.1.2.6).</summary>
    PlatformAnsweredError,
    /// <summary>The answer carried no state.</summary>
    StateMissing,
    /// <summary>The state was not made here, or was changed on the way.</summary>
    StateAltered,
    /// <summary>The answer came later than a login may take.</summary>
    StateExpired,
    /// <summary>The login was begun in another browser.</summary>
    OtherBrowser,

    /// <summary>The answer carried no id_token.</summary>
    TokenMissing,
    /// <summary>
    /// The id_token is not a signed JSON web token, its parts are not JSON objects with every name once, or its header
    /// demands an extension (RFC 7515, sections 4 and 4.1.11).
    /// </summary>
    TokenUnreadable,
    /// <summary>The id_token is signed with anything but RS256 (Security Framework 1.0, section 5.1.3).</summary>
    AlgorithmRefused,
    /// <summary>The header names no key.</summary>
    KeyIdMissing,
    /// <summary>The platform publishes no key of that name.</summary>
    KeyUnknown,
    /// <summary>The platform's keys could not be read.</summary>
    KeysUnreachable,
    /// <summary>The signature does not fit the key.</summary>
    SignatureWrong,

    /// <summary>The issuer is not the one that the login was for.</summary>
    IssuerMismatch,
    /// <summary>The token was made for another client.</summary>
    AudienceMismatch,
    /// <summary>The authorized party is missing where several audiences need one, or names another client.</summary>
    AuthorizedPartyMismatch,
    /// <summary><c>exp</c> or <c>iat</c> is missing, a time is no number, or the two contradict each other.</summary>
    TimesUnreadable,
    /// <summary>The token's time is over.</summary>
    TokenExpired,
    /// <summary>The token was issued, or begins to be valid, in the future, by more than a clock may err.</summary>
    IssuedInFuture,
    /// <summary>The token has no nonce.</summary>
    NonceMissing,
    /// <summary>The nonce is not the one that this login was given.</summary>
    NonceMismatch,
    /// <summary>The nonce was used before.</summary>
    NonceUsed,

    /// <summary>A signed token with no claim of LTI in it.</summary>
    NotLti,
    /// <summary>No version claim.</summary>
    VersionMissing,
    /// <summary>A version other than 1.3.0.</summary>
    VersionUnsupported,
    /// <summary>No message type claim.</summary>
    MessageTypeMissing,
    /// <summary>A message that this tool does not take.</summary>
    MessageTypeUnsupported,
    /// <summary>No deployment claim.</summary>
    DeploymentMissing,
    /// <summary>A deployment that is not known here.</summary>
    DeploymentUnknown,
    /// <summary>The message asks for another target than the login did.</summary>
    TargetMismatch,
    /// <summary>No roles claim. An empty list is allowed.</summary>
    RolesMissing,
    /// <summary>No resource link, or one without an id.</summary>
    ResourceLinkMissing,
    /// <summary>The message names no person.</summary>
    SubjectMissing,
    /// <summary>A submission review that does not say whose grade it is (Submission Review 1.0, section 4.1).</summary>
    ForUserMissing,
    /// <summary>A deep linking request without settings (Deep Linking 2.0, section 4.4.1).</summary>
    DeepLinkingSettingsMissing,
    /// <summary>Settings that do not say where the answer goes.</summary>
    DeepLinkingReturnMissing,
    /// <summary>Settings that do not say what may be placed.</summary>
    DeepLinkingTypesMissing,
    /// <summary>Somebody who learns in the course was sent where its staff choose or look things up.</summary>
    StaffOnly,

    /// <summary>A notice that does not say what it is about (Platform Notification Service 1.0, section 4).</summary>
    NoticeIncomplete,
}

/// <summary>A refusal with what there is to know about it.</summary>
/// <param name="Why">The name.</param>
/// <param name="Detail">
/// For the log and the person who looks after the platform; never part of a token. It may quote what a stranger sent, so it
/// is kept to one line of at most 500 characters.
/// </param>
public sealed record Refused(Refusal Why, string Detail)
{
    const int LongestDetail = 500;

    public string Detail { get; } = Excerpt.Of(Detail, LongestDetail, instead: '?');

    /// <summary>
    /// Whether the platform had signed what was refused. Without that, anybody can have sent it in the platform's name: issuer and
    /// client id are no secrets.
    /// </summary>
    public bool IsSigned { get; init; }
}
