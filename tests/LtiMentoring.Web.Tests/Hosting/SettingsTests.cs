using Microsoft.Extensions.Configuration;

namespace LtiMentoring.Web.Tests.Hosting;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("not an address", "Set it to the address people see")]
    [InlineData("ftp://mentoring.example.org", "Set it to the address people see")]
    [InlineData("http://mentoring.example.org", "Start it with https://")]
    [InlineData("https://mentoring.example.org/?a=1", "Leave out everything after the path")]
    public void Refuses_a_public_address_that_cannot_work(string address, string sentence)
    {
        var refusal = Assert.Throws<SettingsException>(() => Read(("PublicUrl", address)));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_database_that_cannot_be_written()
    {
        var refusal = Assert.Throws<SettingsException>(Read(("Database", "Data Source=/proc/nowhere/mentoring.db")).MakeDatabaseFile);

        Assert.Contains("cannot be written", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_settings_makes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("ltimentoring-settings-");
        var file = Path.Combine(folder.FullName, "below", "mentoring.db");

        var settings = Read(("Database", $"Data Source={file}"));
        Assert.Empty(folder.EnumerateFileSystemInfos());
        settings.MakeDatabaseFile();

        Assert.True(File.Exists(file));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Refuses_a_database_that_is_no_connection_string()
    {
        var refusal = Assert.Throws<SettingsException>(() => Read(("Database", "mentoring")));

        Assert.Contains("is no connection string", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://mentoring.example.org/", "https://mentoring.example.org", "")]
    [InlineData("https://example.org/tools/mentoring/", "https://example.org/tools/mentoring", "/tools/mentoring")]
    [InlineData("http://localhost:5100", "http://localhost:5100", "")]
    public void Takes_an_address_with_or_without_a_path(string given, string address, string pathBase)
    {
        var settings = Read(("PublicUrl", given));

        Assert.Equal(address, settings.PublicUrl);
        Assert.Equal(pathBase, settings.PathBase);
    }

    [Theory]
    [InlineData("https://moodle.district.local")]
    [InlineData("moodle.district.local:8443")]
    [InlineData("moodle.district.local/moodle")]
    [InlineData("moodle.district.local, canvas.district.local")]
    [InlineData("10.0.0.0/8")]
    public void Refuses_private_hosts_that_are_no_hosts(string hosts)
    {
        var refusal = Assert.Throws<SettingsException>(() => Read(("PrivateHosts", hosts)));

        Assert.Contains("Name hosts only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_private_hosts_by_name_and_by_address() =>
        Assert.Equal(["moodle.district.local", "10.0.0.5", "fd00::5", "schüle.example"],
            Read(("PrivateHosts", " moodle.district.local  10.0.0.5 fd00::5 schüle.example")).PrivateHosts);

    [Fact]
    public void A_host_in_the_connection_string_means_PostgreSQL() =>
        Assert.True(Read(("Database", "Host=db;Database=mentoring")).UsesPostgres);

    static Settings Read(params (string Name, string Value)[] settings)
    {
        var folder = Path.Combine(Path.GetTempPath(), "ltimentoring-settings");
        var all = settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)).Prepend(new("DataDirectory", folder));
        return Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }
}
