using System.Text.RegularExpressions;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.MigrationGenerator;

/// <summary>
/// Writes the next migration, which both databases use:
/// <c>dotnet run --project tests/LtiMentoring.MigrationGenerator NameOfTheChange</c>.
/// It is made from the PostgreSQL model and then freed of column types, so that each database chooses its own.
/// </summary>
static partial class Program
{
    static int Main(string[] args)
    {
        if (args is not [var name])
        {
            Console.Error.WriteLine("Give the migration a name, for example AddSchools.");
            return 2;
        }
        var folder = Path.Combine(FindRoot(), "src", "LtiMentoring.Web", "Storage", "Migrations");
        Directory.CreateDirectory(folder);
        var migration = Scaffold(name);
        Write(Path.Combine(folder, migration.MigrationId + ".cs"), migration.MigrationCode);
        Write(Path.Combine(folder, migration.MigrationId + ".Designer.cs"), migration.MetadataCode);
        Write(Path.Combine(folder, migration.SnapshotName + ".cs"), migration.SnapshotCode);
        return 0;
    }

    static ScaffoldedMigration Scaffold(string name)
    {
        // No connection is made: the model alone decides.
        using var db = new MentoringDb(new DbContextOptionsBuilder<MentoringDb>().UseNpgsql("Host=unused").Options, new WriteTurn(oneWriter: false));
        var services = new ServiceCollection();
        services.AddEntityFrameworkDesignTimeServices();
        services.AddDbContextDesignTimeServices(db);
#pragma warning disable EF1001 // The provider's design-time services have no public door.
        new Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal.NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IMigrationsScaffolder>().ScaffoldMigration(name, "LtiMentoring.Web", "Storage.Migrations");
    }

    static void Write(string file, string code)
    {
        File.WriteAllText(file, Neutral(code).ReplaceLineEndings("\n"));
        Console.WriteLine(file);
    }

    static string Neutral(string code)
    {
        code = FirstType().Replace(code, "(");
        code = LaterType().Replace(code, "");
        code = ColumnType().Replace(code, "");
        return Identity().Replace(code, "$0$1.Annotation(\"Sqlite:Autoincrement\", true)");
    }

    static string FindRoot()
    {
        var folder = new DirectoryInfo(Directory.GetCurrentDirectory());
        while (!File.Exists(Path.Combine(folder.FullName, "LtiMentoring.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Run this inside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex(@"\(type: ""[^""]*""(?:, )?")]
    private static partial Regex FirstType();

    [GeneratedRegex(@",\s*(?:type|oldType): ""[^""]*""")]
    private static partial Regex LaterType();

    [GeneratedRegex(@"\s*\.HasColumnType\(""[^""]*""\)")]
    private static partial Regex ColumnType();

    [GeneratedRegex(@"(\s*)\.Annotation\(""Npgsql:ValueGenerationStrategy"", NpgsqlValueGenerationStrategy\.IdentityByDefaultColumn\)")]
    private static partial Regex Identity();
}
