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

    /// <summary>The message inside the token, or the refusal. Whether the nonce was used before is not known here.</summary>
    /// <param name="idToken">What the platform's answer carried, whatever it is.</param>
    /// <param name="platform">The registration that the login was for.</param>
    /// <param name="state">What that login was given; already checked against the browser and the time.</param>
    /// <param name="cancel">Gives up this launch's wait for the platform's keys.</param>
    /// <exception cref="ArgumentException">The state is for another registration: the caller mixed up two launches.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked to stop.</exception>
    public async Task<(LaunchMessage? Message, Refused? Refused)> VerifyAsync(
        string? idToken, Platform platform, LoginState state, CancellationToken cancel)
    {
        // The clock is read on arrival: waiting for the platform's keys must not make a token too old.
        var now = clock.GetUtcNow();
        if (state.PlatformId != platform.Id)
            throw new ArgumentException($"The state is for registration {state.PlatformId}, not for {platform.Id}.", nameof(state));
        if (string.IsNullOrEmpty(idToken))
            return (null, new Refused(Refusal.TokenMissing, "the answer has no id_token"));
        using var token = SignedToken.Read(idToken);
        if (token is null)
            return (null, new Refused(Refusal.TokenUnreadable, $"an id_token of {idToken.Length} characters"));
        var refused = await CheckAsync(token, platform, now, cancel) ?? Signed(CheckNonce(token.Claims, state));
        if (refused is not null)
            return (null, refused);
        (var message, refused) = MessageReader.Read(token.Claims, platform, state);
        return (message, Signed(refused));
    }

    /// <summary>Whether the platform signed it, for us, and now: what holds for its messages and its notices alike.</summary>
    internal async Task<Refused?> CheckAsync(SignedToken token, Platform platform, DateTimeOffset now, CancellationToken cancel) =>
        await CheckSignatureAsync(token, platform, cancel) ?? Signed(CheckParties(token.Claims, platform) ?? CheckTimes(token.Claims, now));

    static Refused? Signed(Refused? refused) => refused is null ? null : refused with { IsSigned = true };

    async Task<Refused?> CheckSignatureAsync(SignedToken token, Platform platform, CancellationToken cancel)
    {
        // RFC 7515, section 4.1.11: what the header calls critical must be understood, and no extension is understood here.
        if (token.Header.Has("crit"))
            return new Refused(Refusal.TokenUnreadable, "the token's header demands an extension (crit)");
        // RS256 and nothing else: neither "none" nor a shared secret made of the public key.
        if (token.Header.Text("alg") != SecurityAlgorithms.RsaSha256)
            return new Refused(Refusal.AlgorithmRefused, $"alg is {Excerpt.Shown(token.Header.Text("alg"))}");
        if (token.Header.Text("kid") is not { } kid)
            return new Refused(Refusal.KeyIdMissing, "the token's header has no kid");
        var lookup = await keys.FindAsync(platform.JwksUri, kid, cancel);
        if (lookup.Key is null)
            return lookup.Failure is { } failure
                ? new Refused(Refusal.KeysUnreachable, $"{platform.JwksUri}: {failure}")
                : new Refused(Refusal.KeyUnknown, $"{platform.JwksUri} has no key {Excerpt.Shown(kid)}");
        return token.IsSignedBy(lookup.Key) ? null : new Refused(Refusal.SignatureWrong, $"the signature does not fit key {Excerpt.Shown(kid)}");
    }

    static Refused? CheckParties(Fields claims, Platform platform)
    {
        if (claims.Text("iss") != platform.Issuer)
            return new Refused(Refusal.IssuerMismatch, $"iss is {Excerpt.Shown(claims.Text("iss"))}, the login was for {platform.Issuer}");
        var audience = claims.Texts("aud") ?? [];
        if (!audience.Contains(platform.ClientId, StringComparer.Ordinal))
            return new Refused(Refusal.AudienceMismatch, $"aud is {Excerpt.Shown(string.Join(' ', audience))}, this client is {platform.ClientId}");
        // OpenID Connect Core 1.0, section 3.1.3.7: several audiences need an authorized party, and it must be us.
        var isForUs = claims.Has("azp") ? claims.Text("azp") == platform.ClientId : claims.Entries("aud") == 1;
        return isForUs ? null : new Refused(
            Refusal.AuthorizedPartyMismatch, $"azp is {Excerpt.Shown(claims.Text("azp"))}, this client is {platform.ClientId}");
    }

    static Refused? CheckTimes(Fields claims, DateTimeOffset now)
    {
        if (claims.Time("exp") is not { } expires || claims.Time("iat") is not { } issued || expires <= issued)
            return new Refused(Refusal.TimesUnreadable, "exp or iat is missing or no time, or exp does not follow iat");
        if (claims.Has("nbf") && claims.Time("nbf") is null)
            return new Refused(Refusal.TimesUnreadable, "nbf is no time");
        if (expires + Leeway <= now)
            return new Refused(Refusal.TokenExpired, $"expired {(now - expires).TotalSeconds:0} s ago by this clock");
        if (issued - Leeway > now)
            return new Refused(Refusal.IssuedInFuture, $"issued {(issued - now).TotalSeconds:0} s in the future by this clock");
        // RFC 7519, section 4.1.5: not before, when a platform says so.
        return claims.Time("nbf") is { } begins && begins - Leeway > now
            ? new Refused(Refusal.IssuedInFuture, $"not valid for another {(begins - now).TotalSeconds:0} s by this clock")
            : null;
    }

    static Refused? CheckNonce(Fields claims, LoginState state)
    {
        if (claims.Text("nonce") is not { } nonce)
            return new Refused(Refusal.NonceMissing, "the token has no nonce");
        return nonce == state.Nonce ? null : new Refused(Refusal.NonceMismatch, "the nonce belongs to another login");
    }
}
