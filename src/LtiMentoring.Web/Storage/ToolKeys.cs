using LtiMentoring.Lti.Services;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>This tool's own keys: made at the first start, stored protected, the same for all replicas.</summary>
public sealed class ToolKeys(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock)
{
    readonly IDataProtector protector = protection.CreateProtector("ToolKeys");
    ToolKey? current;

    /// <summary>The key that signs.</summary>
    public async ValueTask<ToolKey> CurrentAsync(CancellationToken cancel) => current ??= (await AllAsync(cancel))[0];

    /// <summary>Every key whose signatures a platform may still meet, or anybody who is shown a badge.</summary>
    public async Task<IReadOnlyList<ToolKey>> AllAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        var stored = await ReadAsync(db, cancel);
        if (stored.Count == 0)
            stored = await KeepFirstAsync(db, scope.ServiceProvider.GetRequiredService<Leases>(), Make(), cancel);
        return [.. stored.Select(row => ToolKey.Import(row.Kid, protector.Unprotect(row.ProtectedKey)))];
    }

    /// <summary>Outside of any transaction: protecting may itself have to write a protection key.</summary>
    StoredToolKey Make()
    {
        var key = ToolKey.Generate();
        return new StoredToolKey { Kid = key.Kid, ProtectedKey = protector.Protect(key.Export()), CreatedAt = clock.GetUtcNow().UtcDateTime, SignsFrom = clock.GetUtcNow().UtcDateTime };
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
}
