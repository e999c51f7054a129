using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.Lti.Launch;

/// <summary>
/// Checks the id_token of a launch, in the order of Security Framework 1.0, section 5.1.3, then LTI Core 1.3, section 5.
/// The first thing that does not hold is the refusal.
/// </summary>
public sealed class LaunchVerifier(PlatformKeys keys, TimeProvider clock)
{
    /// <summary>How far a platform's clock may be from ours.</summary>
    public static readonly TimeSpan Leeway = TimeSpan.FromSeconds(60);

    const int LongestToken = 64 * 1024;
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };
    static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = LongestToken };

    /// <summary>The message inside the token, or the refusal. <paramref name="state"/> is what the login was given.</summary>
    public async Task<(LaunchMessage? Message, Refused? Refused)> VerifyAsync(
        string? idToken, Platform platform, LoginState state, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(idToken))
            return (null, new Refused(Refusal.TokenMissing, "the answer has no id_token"));
        if (Read(idToken) is not { } token)
            return (null, new Refused(Refusal.TokenUnreadable, $"an id_token of {idToken.Length} characters"));
        using var payload = token.Payload;
        var claims = new Fields(payload.RootElement);
        // The clock is read on arrival: waiting for the platform's keys must not make a token too old.
        var now = clock.GetUtcNow();
        var refused = await CheckSignatureAsync(token.Jwt, platform, cancel)
            ?? CheckParties(claims, platform)
            ?? CheckTimes(claims, now)
            ?? CheckNonce(claims, state)
            ?? CheckMessage(claims, state);
        return refused is null ? (Compose(claims), null) : (null, refused);
    }

    static (JsonWebToken Jwt, JsonDocument Payload)? Read(string idToken)
    {
        if (idToken.Length > LongestToken || idToken.Count(letter => letter == '.') != 2)
            return null;
        try
        {
            var jwt = new JsonWebToken(idToken);
            var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(jwt.EncodedPayload), Strict);
            return payload.RootElement.ValueKind == JsonValueKind.Object ? (jwt, payload) : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or JsonException or SecurityTokenException)
        {
            return null;
        }
    }

    async Task<Refused?> CheckSignatureAsync(JsonWebToken jwt, Platform platform, CancellationToken cancel)
    {
        // RS256 and nothing else: neither "none" nor a shared secret made of the public key.
        if (jwt.Alg != SecurityAlgorithms.RsaSha256)
            return new Refused(Refusal.AlgorithmRefused, $"alg is {Shown(jwt.Alg)}");
        if (string.IsNullOrEmpty(jwt.Kid))
            return new Refused(Refusal.KeyIdMissing, "the token's header has no kid");
        var lookup = await keys.FindAsync(platform.JwksUri, jwt.Kid, cancel);
        if (lookup.Key is null)
            return lookup.Failure is { } failure
                ? new Refused(Refusal.KeysUnreachable, $"{platform.JwksUri}: {failure}")
                : new Refused(Refusal.KeyUnknown, $"{platform.JwksUri} has no key {Shown(jwt.Kid)}");
        var result = await Handler.ValidateTokenAsync(jwt, new TokenValidationParameters
        {
            IssuerSigningKey = lookup.Key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            TryAllIssuerSigningKeys = false,
            // The claims are checked below, each under a name of its own.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid ? null : new Refused(Refusal.SignatureWrong, $"the signature does not fit key {Shown(jwt.Kid)}");
    }

    static Refused? CheckParties(Fields claims, Platform platform)
    {
        if (claims.Text("iss") != platform.Issuer)
            return new Refused(Refusal.IssuerMismatch, $"iss is {Shown(claims.Text("iss"))}, the login was for {platform.Issuer}");
        var audience = claims.Texts("aud") ?? [];
        if (!audience.Contains(platform.ClientId, StringComparer.Ordinal))
            return new Refused(Refusal.AudienceMismatch, $"aud is {Shown(string.Join(' ', audience))}, this client is {platform.ClientId}");
        // OpenID Connect Core 1.0, section 3.1.3.7: several audiences need an authorized party, and it must be us.
        var isForUs = claims.Has("azp") ? claims.Text("azp") == platform.ClientId : audience.Count == 1;
        return isForUs ? null : new Refused(
            Refusal.AuthorizedPartyMismatch, $"azp is {Shown(claims.Text("azp"))}, this client is {platform.ClientId}");
    }

    static Refused? CheckTimes(Fields claims, DateTimeOffset now)
    {
        if (claims.Time("exp") is not { } expires || claims.Time("iat") is not { } issued || expires <= issued)
            return new Refused(Refusal.TimesUnreadable, "exp or iat is missing or no time, or exp does not follow iat");
        if (expires + Leeway <= now)
            return new Refused(Refusal.TokenExpired, $"expired {(now - expires).TotalSeconds:0} s ago by this clock");
        return issued - Leeway > now
            ? new Refused(Refusal.IssuedInFuture, $"issued {(issued - now).TotalSeconds:0} s in the future by this clock")
            : null;
    }

    static Refused? CheckNonce(Fields claims, LoginState state)
    {
        if (claims.Text("nonce") is not { } nonce)
            return new Refused(Refusal.NonceMissing, "the token has no nonce");
        return nonce == state.Nonce ? null : new Refused(Refusal.NonceMismatch, "the nonce belongs to another login");
    }

    static Refused? CheckMessage(Fields claims, LoginState state)
    {
        if (!claims.HasAnyNamed(Claims.Prefix))
            return new Refused(Refusal.NotLti, "no LTI claim in the token");
        if (claims.Text(Claims.Version) is not { } version)
            return Missing(Refusal.VersionMissing, Claims.Version);
        if (version != "1.3.0")
            return new Refused(Refusal.VersionUnsupported, $"version is {Shown(version)}");
        if (claims.Text(Claims.MessageType) is not { } type)
            return Missing(Refusal.MessageTypeMissing, Claims.MessageType);
        if (type != "LtiResourceLinkRequest")
            return new Refused(Refusal.MessageTypeUnsupported, $"message type is {Shown(type)}");
        if (claims.Id(Claims.DeploymentId) is null)
            return Missing(Refusal.DeploymentMissing, Claims.DeploymentId);
        if (claims.Text(Claims.TargetLinkUri) is not { } target)
            return Missing(Refusal.TargetMissing, Claims.TargetLinkUri);
        if (target != state.TargetLinkUri)
            return new Refused(Refusal.TargetMismatch, $"the login asked for {state.TargetLinkUri}, the message for {Shown(target)}");
        if (claims.Texts(Claims.Roles) is null)
            return Missing(Refusal.RolesMissing, Claims.Roles);
        if (claims.Object(Claims.ResourceLink).Id("id") is null)
            return Missing(Refusal.ResourceLinkMissing, Claims.ResourceLink);
        return claims.Id("sub") is null ? Missing(Refusal.SubjectMissing, "sub") : null;

        static Refused Missing(Refusal why, string claim) => new(why, $"the claim {claim} is missing or unreadable");
    }

    static LaunchMessage Compose(Fields claims)
    {
        var link = claims.Object(Claims.ResourceLink);
        var context = claims.Object(Claims.Context);
        var presentation = claims.Object(Claims.LaunchPresentation);
        var grades = claims.Object(Claims.Grades);
        return new LaunchMessage
        {
            Issuer = claims.Text("iss")!,
            Subject = claims.Id("sub")!,
            Nonce = claims.Text("nonce")!,
            MessageType = claims.Text(Claims.MessageType)!,
            DeploymentId = claims.Id(Claims.DeploymentId)!,
            TargetLinkUri = claims.Text(Claims.TargetLinkUri)!,
            Roles = claims.Texts(Claims.Roles)!,
            ResourceLink = new ResourceLink(link.Id("id")!, link.Text("title")),
            Context = context.Id("id") is { } id ? new Context(id, context.Text("label"), context.Text("title")) : null,
            Person = new PersonNames(claims.Text("name"), claims.Text("given_name"), claims.Text("email")),
            Presentation = new Presentation(
                presentation.Text("locale"), presentation.Text("document_target"), presentation.Address("return_url")),
            Grades = claims.Has(Claims.Grades)
                ? new GradesEndpoint(grades.Texts("scope") ?? [], grades.Address("lineitems"), grades.Address("lineitem"))
                : null,
            Custom = claims.Object(Claims.Custom).All(),
        };
    }

    /// <summary>A value from the token as it may stand in a log: short, and without line ends.</summary>
    static string Shown(string? value) =>
        value is null ? "missing" : new string([.. value.Take(100).Select(letter => char.IsControl(letter) ? '?' : letter)]);
}
