using System.Collections.Concurrent;
using LtiMentoring.Lti.Services;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.Lti.Launch;

/// <summary>
/// The platforms' public keys (Security Framework 1.0, section 6.3). A key that is not known yet is looked for at once, so
/// that a rotation is no outage; but however many unknown names arrive, a platform is asked once at a time and not more than
/// twice a minute, and once more soon after a first failure. Names that were asked for in vain are not remembered, so nobody can
/// fill the memory with them.
/// </summary>
public sealed class PlatformKeys(LtiHttp http, TimeProvider clock)
{
    /// <summary>The shortest time between two requests for the same keys.</summary>
    public static readonly TimeSpan Cooldown = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long keys serve when the platform cannot be asked for newer ones. Then a key that it withdrew must not go on
    /// opening launches because an address is broken.
    /// </summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(24);

    /// <summary>After a first failure the next request may come sooner: the person is waiting, and most failures pass.</summary>
    static readonly TimeSpan CooldownAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>How long keys are used without asking again.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, KeySet> sets = new(StringComparer.Ordinal);

    /// <summary>
    /// The key of that name, or why there is none: a failure to read the platform's keys in its own words, or null for no
    /// such key.
    /// </summary>
    /// <param name="jwksUri">Where the registration says that the platform publishes its keys.</param>
    /// <param name="kid">The name in a token's header; compared letter by letter.</param>
    /// <param name="cancel">Gives up this caller's wait, not the request, for which others may be waiting.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked to stop.</exception>
    public async Task<(SecurityKey? Key, string? Failure)> FindAsync(string jwksUri, string kid, CancellationToken cancel)
    {
        var set = sets.GetOrAdd(jwksUri, _ => new KeySet());
        var known = set.Now.Find(kid, clock);
        if (known is not null && set.Now.Age(clock) < Fresh)
            return (known, null);
        // Keys that grew old still serve, and nobody stands in line for newer ones.
        if (!await set.Turn.WaitAsync(known is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancel))
            return (known, null);
        try
        {
            // Somebody else may have fetched while this one waited.
            if ((set.Now.Find(kid, clock) is null || set.Now.Age(clock) >= Fresh) && clock.GetUtcNow() >= set.Now.NextAt)
                set.Now = await FetchAsync(set.Now, jwksUri);
        }
        finally
        {
            set.Turn.Release();
        }
        var now = set.Now;
        return now.Find(kid, clock) is { } key ? (key, null) : (null, now.Failure);
    }

    /// <summary>Fetches the keys at an address, for a test of the connection: how many serve, or why none does.</summary>
    public async Task<(int Keys, string? Failure)> TestAsync(string jwksUri)
    {
        var held = await FetchAsync(new Held([], DateTimeOffset.MinValue, DateTimeOffset.MinValue, null), jwksUri);
        return (held.Keys.Count, held.Failure);
    }

    async Task<Held> FetchAsync(Held before, string jwksUri)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, jwksUri);
        request.Headers.Accept.ParseAdd("application/json");
        // Not given up with the person who happens to be first: the others wait for the same keys.
        var answer = await http.SendAsync(request, CancellationToken.None);
        var now = clock.GetUtcNow();
        var (keys, trouble) = answer.Status == 200 ? PublishedKeys.Read(answer.Body) : (null, answer.Words);
        return keys is not null
            ? new Held(keys, now, now + Cooldown, null)
            : before with { NextAt = now + (before.Failure is null ? CooldownAfterFailure : Cooldown), Failure = trouble };
    }

    sealed class KeySet
    {
        volatile Held now = new([], DateTimeOffset.MinValue, DateTimeOffset.MinValue, null);

        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>Replaced whole, so that whoever reads without a turn sees keys and times that belong together.</summary>
        public Held Now { get => now; set => now = value; }
    }

    /// <param name="Keys">By name, as fetched last.</param>
    /// <param name="FetchedAt">When that was.</param>
    /// <param name="NextAt">When the platform may be asked again.</param>
    /// <param name="Failure">Why the last request brought nothing.</param>
    sealed record Held(Dictionary<string, SecurityKey> Keys, DateTimeOffset FetchedAt, DateTimeOffset NextAt, string? Failure)
    {
        public TimeSpan Age(TimeProvider clock) => clock.GetUtcNow() - FetchedAt;

        public SecurityKey? Find(string kid, TimeProvider clock) => Age(clock) < LongestLife ? Keys.GetValueOrDefault(kid) : null;
    }
}
