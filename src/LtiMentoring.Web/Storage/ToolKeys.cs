using LtiMentoring.Lti.Services;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>
/// This tool's own keys: the first one made at the first start, stored protected, the same for all replicas. A new key is
/// published a day before it signs, and an old one for a month after: no platform meets a signature whose key it could not
/// have read.
/// </summary>
public sealed class ToolKeys(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a new key is published before it signs. Platforms keep what they read for hours.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(24);

    /// <summary>How long a key is published after the next one signs.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(30);

    /// <summary>How long a replica goes on with the keys that it read.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    readonly IDataProtector protector = protection.CreateProtector("ToolKeys");
    volatile Read? last;

    /// <summary>The key that signs.</summary>
    public async ValueTask<ToolKey> CurrentAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (last is not { } known || now - known.At >= Fresh || now < known.At)
            last = known = new Read(now, await StoredAsync(cancel));
        return Import(Signing(known.Keys, now));
    }

    /// <summary>Every key that platforms are shown.</summary>
    public async Task<IReadOnlyList<ToolKey>> PublishedAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. (await StoredAsync(cancel)).Where(row => !HasLeft(row, now)).Select(Import)];
    }

    /// <summary>One key by its name, also one that platforms are no longer shown: badges name it.</summary>
    public async Task<ToolKey?> FindAsync(string kid, CancellationToken cancel) =>
        (await StoredAsync(cancel)).Find(row => row.Kid == kid) is { } row ? Import(row) : null;

    /// <summary>The keys as they are stored, the newest last.</summary>
    public async Task<List<StoredToolKey>> StoredAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        var stored = await ReadAsync(db, cancel);
        return stored.Count > 0 ? stored : await KeepFirstAsync(db, scope.ServiceProvider.GetRequiredService<Leases>(), Make(clock.GetUtcNow().UtcDateTime), cancel);
    }

    /// <summary>Publishes the next key, unless one waits already.</summary>
    public Task PublishNextAsync(CancellationToken cancel)
    {
        var from = clock.GetUtcNow().UtcDateTime + Ahead;
        var next = Make(from);
        return ChangeAsync((db, keys, now) =>
        {
            if (keys.Exists(row => row.SignsFrom > now))
                return;
            db.ToolKeys.Add(next);
            foreach (var old in keys)
                old.LeavesAt ??= from + Overlap;
        }, cancel);
    }

    /// <summary>Lets a key that waits sign from now on: when the one before it may have become known to somebody.</summary>
    public Task UseNowAsync(string kid, CancellationToken cancel) => ChangeAsync((_, keys, now) =>
    {
        if (keys.Find(row => row.Kid == kid) is { } next && next.SignsFrom > now)
            next.SignsFrom = now;
    }, cancel);

    /// <summary>Shows a key to platforms no longer. The one that signs stays.</summary>
    public Task RetireAsync(string kid, CancellationToken cancel) => ChangeAsync((_, keys, now) =>
    {
        if (keys.Find(row => row.Kid == kid) is { } old && old != Signing(keys, now))
            old.LeavesAt = now;
    }, cancel);

    /// <summary>The newest key whose time has come; whatever befell the others, one always signs.</summary>
    public static StoredToolKey Signing(List<StoredToolKey> keys, DateTime now) =>
        keys.FindAll(row => row.SignsFrom <= now && !HasLeft(row, now)).MaxBy(row => row.SignsFrom) ?? keys[^1];

    public static bool HasLeft(StoredToolKey key, DateTime now) => key.LeavesAt <= now;

    async Task ChangeAsync(Action<MentoringDb, List<StoredToolKey>, DateTime> change, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        await db.WriteAsync(async () =>
        {
            await scope.ServiceProvider.GetRequiredService<Leases>().PassAloneAsync("tool keys", cancel);
            change(db, await db.ToolKeys.OrderBy(key => key.CreatedAt).ThenBy(key => key.Kid).ToListAsync(cancel), clock.GetUtcNow().UtcDateTime);
        }, cancel);
        last = null;
    }

    ToolKey Import(StoredToolKey row) => ToolKey.Import(row.Kid, protector.Unprotect(row.ProtectedKey));

    /// <summary>Outside of any transaction: protecting may itself have to write a protection key.</summary>
    StoredToolKey Make(DateTime signsFrom)
    {
        var key = ToolKey.Generate();
        return new StoredToolKey { Kid = key.Kid, ProtectedKey = protector.Protect(key.Export()), CreatedAt = clock.GetUtcNow().UtcDateTime, SignsFrom = signsFrom };
    }

    static Task<List<StoredToolKey>> KeepFirstAsync(MentoringDb db, Leases leases, StoredToolKey made, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        // Another replica may have made one meanwhile, or may be about to store it.
        await leases.PassAloneAsync("first tool key", cancel);
        var stored = await ReadAsync(db, cancel);
        if (stored.Count > 0)
            return stored;
        db.ToolKeys.Add(made);
        return [made];
    }, cancel);

    static Task<List<StoredToolKey>> ReadAsync(MentoringDb db, CancellationToken cancel) =>
        db.ToolKeys.AsNoTracking().OrderBy(key => key.CreatedAt).ThenBy(key => key.Kid).ToListAsync(cancel);

    sealed record Read(DateTime At, List<StoredToolKey> Keys);
}
