using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Storage;

/// <summary>Two districts in one database never meet.</summary>
public abstract class DistrictTests(DatabaseStage stage) : IAsyncLifetime
{
    readonly District mine = new() { Name = "Lakeview", TimeZone = "America/Chicago" };
    readonly District theirs = new() { Name = "Hillcrest", TimeZone = "America/Denver" };

    public sealed class OnSqlite(DatabaseStage.Sqlite stage) : DistrictTests(stage), IClassFixture<DatabaseStage.Sqlite>;

    public sealed class OnPostgres(DatabaseStage.Postgres stage) : DistrictTests(stage), IClassFixture<DatabaseStage.Postgres>;

    public async ValueTask InitializeAsync()
    {
        foreach (var district in new[] { mine, theirs })
            await InAsync(district, db => db.WriteAsync(() =>
            {
                db.Districts.Add(district);
                db.People.Add(Person(district));
                return Task.CompletedTask;
            }));
    }

    [Fact]
    public async Task A_district_sees_its_own_people_only() =>
        Assert.All(await ReadAsync(mine, db => db.People), person => Assert.Equal(mine.Id, person.DistrictId));

    [Fact]
    public async Task Without_a_district_nobody_is_seen() => Assert.Empty(await ReadAsync(null, db => db.People));

    [Fact]
    public async Task Every_row_of_a_district_is_kept_apart() => await InAsync(mine, db =>
    {
        var owned = db.Model.GetEntityTypes().Where(type => typeof(IDistrictRow).IsAssignableFrom(type.ClrType)).ToList();

        Assert.Equal(23, owned.Count);
        Assert.All(owned, type => Assert.NotNull(type.FindDeclaredQueryFilter(MentoringDb.DistrictFilter)));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_row_of_another_district_is_not_written()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => InAsync(mine, db => db.WriteAsync(() =>
        {
            db.People.Add(Person(theirs));
            return Task.CompletedTask;
        })));

        Assert.Equal("A Person of another district was about to be written.", refusal.Message);
        Assert.Single(await ReadAsync(theirs, db => db.People));
    }

    [Fact]
    public async Task A_row_of_another_district_is_neither_changed_nor_removed()
    {
        var foreign = Assert.Single(await ReadAsync(theirs, db => db.People));
        foreach (var change in new Action<MentoringDb>[] { db => db.Update(foreign).Entity.Name = "Somebody", db => db.Remove(foreign) })
            await Assert.ThrowsAsync<InvalidOperationException>(() => InAsync(mine, db => db.WriteAsync(() =>
            {
                change(db);
                return Task.CompletedTask;
            })));

        await InAsync(mine, db => db.WriteAsync(() => db.People.Where(row => row.Id == foreign.Id).ExecuteDeleteAsync()));

        Assert.Null(Assert.Single(await ReadAsync(theirs, db => db.People)).Name);
    }

    [Fact]
    public async Task Nothing_is_written_by_any_other_way() => await InAsync(mine, async db =>
    {
        db.People.Add(Person(mine));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
#pragma warning disable CA1849 // The other way is what is tested.
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
#pragma warning restore CA1849
        Assert.Single(await ReadAsync(mine, other => other.People));
    });

    static Person Person(District district) => new() { DistrictId = district.Id, Issuer = "https://lms.example.org", Subject = $"{Guid.CreateVersion7()}" };

    async Task<List<T>> ReadAsync<T>(District? district, Func<MentoringDb, IQueryable<T>> query) => await stage.Tool.ReadAsync(async db =>
    {
        db.DistrictId = district?.Id;
        return await query(db).ToListAsync();
    });

    async Task InAsync(District district, Func<MentoringDb, Task> work)
    {
        await using var scope = stage.Tool.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        db.DistrictId = district.Id;
        await work(db);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
