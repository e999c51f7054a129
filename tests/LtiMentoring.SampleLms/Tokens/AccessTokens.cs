using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace LtiMentoring.SampleLms.Tokens;

public sealed class AccessTokens
{
    readonly ConcurrentDictionary<string, (IReadOnlyList<string> Scopes, DateTimeOffset Expires)> granted = new();
    readonly ConcurrentDictionary<string, DateTimeOffset> assertions = new();
    readonly TimeProvider clock;

    internal AccessTokens(TimeProvider clock) => this.clock = clock;

    /// <summary>Makes every token granted so far worthless, as an LMS does that lost its token store.</summary>
    public void RevokeAll() => granted.Clear();

    internal string Grant(IReadOnlyList<string> scopes, TimeSpan lifetime)
    {
        var token = RandomNumberGenerator.GetHexString(40, lowercase: true);
        granted[token] = (scopes, clock.GetUtcNow() + lifetime);
        return token;
    }

    /// <summary>The scopes of a token, or null when it is unknown, revoked or expired.</summary>
    internal IReadOnlyList<string>? ScopesOf(string token) =>
        granted.TryGetValue(token, out var grant) && grant.Expires > clock.GetUtcNow() ? grant.Scopes : null;

    /// <summary>True the first time an assertion's jti is seen. Forgotten once the assertion has expired anyway.</summary>
    internal bool FirstUse(string jti, DateTimeOffset expires)
    {
        foreach (var old in assertions.Where(seen => seen.Value < clock.GetUtcNow()))
            assertions.TryRemove(old);
        return assertions.TryAdd(jti, expires);
    }
}
