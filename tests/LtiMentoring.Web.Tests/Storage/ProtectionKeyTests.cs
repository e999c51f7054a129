using System.Xml.Linq;
using LtiMentoring.Lti.Services;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Storage;

/// <summary>The keys that protect states and sessions, shared by all replicas.</summary>
public abstract class ProtectionKeyTests(DatabaseStage stage)
{
    public sealed class OnSqlite(DatabaseStage.Sqlite stage) : ProtectionKeyTests(stage), IClassFixture<DatabaseStage.Sqlite>;

    public sealed class OnPostgres(DatabaseStage.Postgres stage) : ProtectionKeyTests(stage), IClassFixture<DatabaseStage.Postgres>;

    [Fact]
    public async Task What_one_replica_protects_another_reads()
    {
        var other = await stage.AddReplicaAsync();

        var mine = Protector(stage.Tool).Protect("state");
        var theirs = Protector(other).Protect("state");

        Assert.Equal("state", Protector(other).Unprotect(mine));
        Assert.Equal("state", Protector(stage.Tool).Unprotect(theirs));
    }

    [Fact]
    public void A_key_that_could_not_be_stored_is_not_taken_for_stored()
    {
        var ring = new ProtectionKeyRing(stage.Tool.Services);
        ring.StoreElement(new XElement("key"), "taken");

        Assert.Throws<DbUpdateException>(() => ring.StoreElement(new XElement("key"), "taken"));
    }

    [Fact]
    public async Task A_replica_that_starts_while_another_stores_the_first_key_takes_that_one()
    {
        await stage.Tool.WriteAsync(db => db.ToolKeys.ExecuteDeleteAsync());
        await using var scope = stage.Tool.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        var first = ToolKey.Generate();
        var made = new StoredToolKey
        {
            Kid = first.Kid, ProtectedKey = Protector(stage.Tool, "ToolKeys").Protect(first.Export()), CreatedAt = stage.Clock.GetUtcNow().UtcDateTime,
        };
        var second = Task.FromResult(first);

        await db.WriteAsync(async () =>
        {
            await scope.ServiceProvider.GetRequiredService<Leases>().PassAloneAsync("first tool key", CancellationToken.None);
            db.ToolKeys.Add(made);
            await db.SaveChangesAsync();
            second = Task.Run(() => Fresh().CurrentAsync(CancellationToken.None).AsTask());
            await Task.WhenAny(second, Task.Delay(TimeSpan.FromSeconds(2)));
        });

        Assert.Equal(first.Kid, (await second).Kid);
        Assert.Equal(1, await stage.Tool.ReadAsync(other => other.ToolKeys.CountAsync()));
    }

    [Fact]
    public async Task The_tools_own_key_is_stored_protected()
    {
        var key = await Fresh().CurrentAsync(CancellationToken.None);
        var stored = await stage.Tool.ReadAsync(db => db.ToolKeys.SingleAsync());

        Assert.Equal(key.Kid, stored.Kid);
        Assert.Equal(-1, stored.ProtectedKey.AsSpan().IndexOf(key.Export().AsSpan()[..32]));
    }

    /// <summary>As another replica has them.</summary>
    ToolKeys Fresh() => ActivatorUtilities.CreateInstance<ToolKeys>(stage.Tool.Services);

    static IDataProtector Protector(ToolHost tool, string purpose = "test") =>
        tool.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(purpose);
}
