using System.Collections.Concurrent;
using LtiMentoring.Lti.Services;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.Lti.Launch;

/// <summary>
/// The platforms' public keys. A key that is not known yet is looked for at once, so that a rotation is no outage; but
/// however many unknown names arrive, a platform is asked once at a time and not more than twice a minute.
/// </summary>
public sealed class PlatformKeys(LtiHttp http, TimeProvider clock)
{
    /// <summary>The shortest time between two requests for the same keys.</summary>
    public static readonly TimeSpan Cooldown = TimeSpan.FromSeconds(30);

    /// <summary>After a failed request the next may come sooner: the person is waiting.</summary>
    static readonly TimeSpan CooldownAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>How long keys are used without asking again.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, KeySet> sets = new(StringComparer.Ordinal);

    /// <summary>The key of that name, or why there is none: a failure to reach the platform, or no such key.</summary>
    public async Task<(SecurityKey? Key, string? Failure)> FindAsync(string jwksUri, string kid, CancellationToken cancel)
    {
        var set = sets.GetOrAdd(jwksUri, _ => new KeySet());
        if (set.Find(kid) is { } known && set.Age(clock) < Fresh)
            return (known, null);
        await set.Turn.WaitAsync(cancel);
        try
        {
            // Somebody else may have fetched while this one waited.
            if ((set.Find(kid) is null || set.Age(clock) >= Fresh) && set.MayAsk(clock))
                await FetchAsync(set, jwksUri);
        }
        finally
        {
            set.Turn.Release();
        }
        // Keys that grew old while the platform is away still serve.
        return set.Find(kid) is { } key ? (key, null) : (null, set.Failure);
    }

    async Task FetchAsync(KeySet set, string jwksUri)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, jwksUri);
        request.Headers.Accept.ParseAdd("application/json");
        // Not given up with the person who happens to be first: the others wait for the same keys.
        var answer = await http.SendAsync(request, CancellationToken.None);
        var now = clock.GetUtcNow();
        if (answer.Status != 200)
            set.Failed(now + CooldownAfterFailure, answer.Words);
        else if (Read(answer.Body) is { } keys)
            set.Fetched(now, now + Cooldown, keys);
        else
            set.Failed(now + CooldownAfterFailure, "the answer is no JSON web key set");
    }

    static Dictionary<string, SecurityKey>? Read(string body)
    {
        try
        {
            return new JsonWebKeySet(body).Keys.Where(IsUsable)
                .GroupBy(key => key.Kid, StringComparer.Ordinal)
                .ToDictionary(key => key.Key, key => (SecurityKey)key.First(), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>RSA for signatures. A platform may publish other keys beside them; a missing alg is common and harmless.</summary>
    static bool IsUsable(JsonWebKey key)
    {
        try
        {
            return key is { Kty: "RSA", Kid.Length: > 0, Use: null or "" or "sig", KeySize: >= 2048 };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    sealed class KeySet
    {
        volatile Dictionary<string, SecurityKey> keys = [];
        DateTimeOffset fetchedAt = DateTimeOffset.MinValue;
        DateTimeOffset nextAt = DateTimeOffset.MinValue;

        public SemaphoreSlim Turn { get; } = new(1, 1);
        public string? Failure { get; private set; }

        public SecurityKey? Find(string kid) => keys.GetValueOrDefault(kid);

        public TimeSpan Age(TimeProvider clock) => clock.GetUtcNow() - fetchedAt;

        public bool MayAsk(TimeProvider clock) => clock.GetUtcNow() >= nextAt;

        public void Fetched(DateTimeOffset now, DateTimeOffset next, Dictionary<string, SecurityKey> found)
        {
            (keys, fetchedAt, nextAt, Failure) = (found, now, next, null);
        }

        public void Failed(DateTimeOffset next, string why)
        {
            (nextAt, Failure) = (next, why);
        }
    }
}
