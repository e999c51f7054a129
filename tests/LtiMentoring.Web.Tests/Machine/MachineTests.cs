using Npgsql;

namespace LtiMentoring.Web.Tests.Machine;

/// <summary>What the tests take from the machine, and what they leave alone.</summary>
public sealed class MachineTests(PostgresServer server)
{
    [Fact]
    public async Task The_server_is_the_tests_own_with_files_in_a_temporary_folder()
    {
        await using var connection = new NpgsqlConnection(await server.CreateDatabaseAsync());
        await connection.OpenAsync();

        Assert.StartsWith(Path.GetTempPath(), await AskAsync(connection, "SHOW data_directory"), StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", await AskAsync(connection, "SHOW listen_addresses"));
        Assert.NotEqual("5432", await AskAsync(connection, "SHOW port"));
    }

    [Fact]
    public async Task The_server_never_runs_as_root()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells whose a process is in /proc.");
        await using var connection = new NpgsqlConnection(await server.CreateDatabaseAsync());
        await connection.OpenAsync();

        var status = await File.ReadAllLinesAsync($"/proc/{await AskAsync(connection, "SELECT pg_backend_pid()")}/status");

        Assert.DoesNotContain("0", status.Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1..]);
    }

    [Fact]
    public async Task Every_test_class_gets_a_database_of_its_own() =>
        Assert.NotEqual(await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync());

    [Fact]
    public void A_program_that_is_missing_and_may_not_be_installed_is_asked_for_in_a_sentence()
    {
        var missing = Assert.Throws<InvalidOperationException>(() => SystemPackage.Require("A loom", () => null, mayInstall: false, "loom", "yarn"));

        Assert.Equal("A loom is needed and was not found. Install it, on Debian or Ubuntu with: sudo apt-get install -y --no-install-recommends loom yarn", missing.Message);
    }

    [Fact]
    public void A_program_that_is_there_is_taken() =>
        Assert.Equal("/usr/bin/loom", SystemPackage.Require("A loom", () => "/usr/bin/loom", mayInstall: false, "loom"));

    static async Task<string> AskAsync(NpgsqlConnection connection, string question)
    {
        await using var command = new NpgsqlCommand(question, connection);
        return $"{await command.ExecuteScalarAsync()}";
    }
}
