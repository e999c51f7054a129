using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Storage;

namespace LtiMentoring.Web.Tests.Operate;

/// <summary>What an operator may get wrong: each is answered by a sentence and the exit code 1.</summary>
public sealed class MistakeTests : IAsyncLifetime
{
    static readonly Dictionary<string, string> Good = new()
    {
        ["--issuer"] = "https://lms.example.org", ["--client-id"] = "client-1", ["--deployment"] = "1", ["--auth-url"] = "https://lms.example.org/authorize",
        ["--token-url"] = "https://lms.example.org/token", ["--jwks-url"] = "https://lms.example.org/jwks",
    };
    EmptyDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await EmptyDatabase.CreateAsync(null);
        await ToolProgram.RunAsync(database.Settings, "migrate");
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [InlineData("--issuer", "lms.example.org", "--issuer is \"lms.example.org\". Give the whole address, starting with https://.")]
    [InlineData("--jwks-url", "ftp://lms.example.org", "--jwks-url is \"ftp://lms.example.org\". Give the whole address, starting with https://.")]
    [InlineData("--token-url", "http://lms.example.org/token", "--token-url is \"http://lms.example.org/token\". The tool calls nothing that does not start with https://.")]
    [InlineData("--client-id", " ", "--client-id and --deployment are what the LMS shows. Leave --deployment out if it shows none.")]
    [InlineData("--deployment", "", "--client-id and --deployment are what the LMS shows. Leave --deployment out if it shows none.")]
    [InlineData("--frame-origin", "https://lms.example.org/courses", "--frame-origin is \"https://lms.example.org/courses\". Give scheme, host and port only, for example https://lms.example.org.")]
    [InlineData("--time-zone", "Chicago", "--time-zone is \"Chicago\", which this machine does not know. An example: America/Chicago.")]
    public async Task A_value_that_cannot_be_right(string option, string value, string sentence)
    {
        var options = new Dictionary<string, string>(Good) { [option] = value };

        var settings = new Dictionary<string, string>(database.Settings) { ["PublicUrl"] = "https://mentoring.example.org" };
        var refused = await ToolProgram.RunAsync(settings, ["platforms", "add", .. options.SelectMany(pair => new[] { pair.Key, pair.Value })]);

        Assert.Equal((1, sentence), (refused.ExitCode, refused.Output.Split('\n', 2)[1]));
    }

    [Theory]
    [InlineData("--colour", "platforms", "list", "--colour")]
    [InlineData("Option '--issuer' is required.", "platforms", "add")]
    [InlineData("Required command was not provided.", "platforms")]
    [InlineData("--now", "migrate", "--now")]
    [InlineData("platform", "platform", "list")]
    public async Task A_verb_or_an_option_that_does_not_exist(string sentence, params string[] arguments)
    {
        var refused = await ToolProgram.RunAsync(database.Settings, arguments);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(sentence, refused.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublicUrl", "http://mentoring.example.org", "PublicUrl is \"http://mentoring.example.org\". Start it with https://")]
    [InlineData("Database", "mentoring", "Database is no connection string.")]
    [InlineData("Database", "Data Source=/proc/nowhere/mentoring.db", "The database file /proc/nowhere/mentoring.db cannot be written:")]
    [InlineData("Database", "Host=127.0.0.1;Port=1;Database=mentoring;Username=nobody", "The database could not be opened:")]
    [InlineData("Database", "Host=127.0.0.1;Colour=blue", "Database is no connection string.")]
    [InlineData("DataDirectory", "/proc/nowhere", "cannot be written:")]
    public async Task A_setting_that_cannot_work(string name, string value, string sentence)
    {
        var settings = new Dictionary<string, string>(database.Settings) { [name] = value };
        if (name == "DataDirectory")
            settings["Database"] = "";

        var refused = await ToolProgram.RunAsync(settings, "serve", "--urls=http://127.0.0.1:0");

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith(sentence, refused.Output[Math.Max(0, refused.Output.IndexOf(sentence, StringComparison.Ordinal))..], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_to_listen_at_that_is_none()
    {
        var refused = await ToolProgram.RunAsync(database.Settings, "serve", "--urls=nonsense");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--urls says no address: ", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_cannot_be_read()
    {
        var copy = Directory.CreateTempSubdirectory("ltimentoring-settings-");
        try
        {
            var program = ToolProgram.CopyTo(copy);
            await File.WriteAllTextAsync(Path.Combine(copy.FullName, "appsettings.json"), """{ "PublicUrl": "https://mentoring.example.org" "Database": "" }""");

            var refused = await ToolProgram.RunAsync(program, database.Settings, "migrate");

            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("appsettings.json", refused.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", refused.Output, StringComparison.Ordinal);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_port_that_somebody_else_has()
    {
        var address = $"http://127.0.0.1:{ToolHost.FreePort()}";
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, new Uri(address).Port);
        taken.Start();

        var refused = await ToolProgram.RunAsync(database.Settings, "serve", $"--urls={address}");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"Failed to bind to address {address}: address already in use. Choose another address with --urls.", refused.Output.Split('\n'));
    }

    /// <summary>All mistakes at once, each with file, line and reason, and nothing is served.</summary>
    [Theory]
    [InlineData("serve", "--urls=http://127.0.0.1:0")]
    [InlineData("migrate")]
    public async Task A_course_file_that_is_broken(params string[] arguments)
    {
        var copy = Directory.CreateTempSubdirectory("ltimentoring-broken-");
        try
        {
            var program = ToolProgram.CopyTo(copy);
            var module = Path.Combine(copy.FullName, "Curriculum", "modules", "01-role-and-models.yaml");
            var lines = await File.ReadAllLinesAsync(module);
            var broken = Array.FindIndex(lines, line => line.Contains("scenario: can-you-just-write-it", StringComparison.Ordinal));
            lines[broken] = lines[broken].Replace("can-you-just-write-it", "nobody-wrote-this", StringComparison.Ordinal);
            await File.WriteAllLinesAsync(module, lines);

            // Its own course, not the one that tests choose.
            var settings = new Dictionary<string, string>(database.Settings) { ["CourseDirectory"] = "" };
            var refused = await ToolProgram.RunAsync(program, settings, arguments);

            Assert.Equal(1, refused.ExitCode);
            Assert.Matches($@"modules/01-role-and-models\.yaml:{broken + 1}: .*nobody-wrote-this", refused.Output);
            Assert.DoesNotContain("   at ", refused.Output, StringComparison.Ordinal);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_course_folder_that_is_not_there() =>
        Assert.Equal((1, "There is no folder /nowhere."), await ToolProgram.RunAsync(database.Settings, "course", "check", "/nowhere"));

    [Fact]
    public async Task Help_is_no_mistake()
    {
        var help = await ToolProgram.RunAsync(database.Settings, "platforms", "add", "--help");

        Assert.Equal(0, help.ExitCode);
        Assert.All(Good.Keys.Concat(["--name", "--frame-origin", "--district", "--time-zone"]), option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
    }
}
