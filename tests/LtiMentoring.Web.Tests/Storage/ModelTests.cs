using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Storage;

/// <summary>The model and the migrations, without a database.</summary>
public sealed class ModelTests
{
    [Fact]
    public void The_migrations_make_the_model_on_SQLite() => AssertNothingPends(options => options.UseSqlite("Data Source=unused"));

    [Fact]
    public void The_migrations_make_the_model_on_PostgreSQL() => AssertNothingPends(options => options.UseNpgsql("Host=unused"));

    static void AssertNothingPends(Action<DbContextOptionsBuilder<MentoringDb>> use)
    {
        var options = new DbContextOptionsBuilder<MentoringDb>();
        use(options);
        using var db = new MentoringDb(options.Options, new WriteTurn(oneWriter: false));

        Assert.False(db.Database.HasPendingModelChanges(), "Write a migration: dotnet run --project tests/LtiMentoring.MigrationGenerator NameOfTheChange");
    }
}
