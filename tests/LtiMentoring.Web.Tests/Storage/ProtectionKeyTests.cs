using System.Xml.Linq;
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
    public async Task Replicas_that_make_the_tools_own_key_together_make_one()
    {
        await stage.Tool.WriteAsync(db => db.ToolKeys.ExecuteDeleteAsync());
        var replicas = Enumerable.Range(0, 6).Select(_ => ActivatorUtilities.CreateInstance<ToolKeys>(stage.Tool.Services)).ToList();

        var keys = await Task.WhenAll(replicas.Select(replica => Task.Run(() => replica.CurrentAsync(CancellationToken.None).AsTask())));

        Assert.Single(keys.Select(key => key.Kid).Distinct());
        Assert.Equal(1, await stage.Tool.ReadAsync(db => db.ToolKeys.CountAsync()));
    }

    [Fact]
    public async Task The_tools_own_key_is_stored_protected()
    {
        var key = await ActivatorUtilities.CreateInstance<ToolKeys>(stage.Tool.Services).CurrentAsync(CancellationToken.None);
        var stored = await stage.Tool.ReadAsync(db => db.ToolKeys.SingleAsync());

        Assert.Equal(key.Kid, stored.Kid);
        Assert.Equal(-1, stored.ProtectedKey.AsSpan().IndexOf(key.Export().AsSpan()[..32]));
    }

    static IDataProtector Protector(ToolHost tool) => tool.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
