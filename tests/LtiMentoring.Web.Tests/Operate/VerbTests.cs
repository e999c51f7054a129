using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Machine;
using LtiMentoring.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Operate;

/// <summary>The operator's verbs, by the program itself, while another one serves on the same database.</summary>
public abstract class VerbTests(PostgresServer? server) : IAsyncLifetime
{
    const string Lms = "https://lms.example.org";
    static readonly string[] Add =
    [
        "platforms", "add", "--issuer", Lms, "--client-id", "client-1", "--deployment", "1", "--auth-url", "https://login.example.org/authorize",
        "--token-url", $"{Lms}/token", "--jwks-url", $"{Lms}/jwks",
    ];
    readonly string address = $"http://127.0.0.1:{ToolHost.FreePort()}";
    EmptyDatabase database = null!;

    public sealed class OnSqlite() : VerbTests(null);

    public sealed class OnPostgres(PostgresServer server) : VerbTests(server);

    public async ValueTask InitializeAsync()
    {
        database = await EmptyDatabase.CreateAsync(server);
        await ToolProgram.RunAsync(Settings, "migrate");
    }

    [Fact]
    public async Task Adds_lists_and_changes_a_platform_while_the_tool_serves()
    {
        await using var serving = await ToolProgram.ServeAsync(Settings, address);

        var none = await RunAsync("platforms", "list");
        var added = await RunAsync(Add);
        var listed = await RunAsync("platforms", "list");

        Assert.Equal((0, "No LMS is registered. Add one with: platforms add"), none);
        Assert.Equal(0, added.ExitCode);
        var registration = await RegistrationAsync();
        Assert.Equal($"""
            Registered lms.example.org ({Lms}) for lms.example.org.

            Give these addresses to the LMS:
              Tool (target link):   {address}/lti/launch
              Login initiation:     {address}/lti/login
                for an LMS that sends no client_id:
                                    {address}/lti/login/{registration.Id}
              Redirect (launch):    {address}/lti/launch
              Public keys (JWKS):   {address}/.well-known/jwks.json
            """, added.Output);
        Assert.Equal((0, $"{registration.Id}  lms.example.org  {Lms}  client client-1  deployment 1  lms.example.org"), listed);
        Assert.Equal($"{Lms} https://login.example.org", registration.FrameOrigins);
        // The program that was serving all along knows it.
        Assert.StartsWith("https://login.example.org/authorize?", (await LoginAsync()).Address.AbsoluteUri, StringComparison.Ordinal);

        var changed = await RunAsync([.. Add[..^1], $"{Lms}/new-keys", "--name", "Lakeview LMS", "--frame-origin", "https://a.example.org", "https://b.example.org"]);

        Assert.Equal(0, changed.ExitCode);
        var again = await RegistrationAsync();
        Assert.Equal((registration.Id, $"{Lms}/new-keys", "Lakeview LMS", "https://a.example.org https://b.example.org"),
            (again.Id, again.JwksUri, again.Name, again.FrameOrigins));
    }

    [Fact]
    public async Task Without_a_deployment_the_first_launch_brings_it()
    {
        var added = await RunAsync([.. Add.Where(argument => argument is not ("--deployment" or "1")), "--token-audience", "https://a.example.org", "--starts", "--nameless"]);
        var listed = await RunAsync("platforms", "list");
        var registration = await RegistrationAsync();
        var changed = await RunAsync([.. Add, "--nameless", "false"]);
        var homeless = await RunAsync([.. Add.Where(argument => argument is not ("--deployment" or "1")), "--district", "Lakeview"]);

        Assert.Contains($"Registered lms.example.org ({Lms}).\nOpen it once from the LMS. Then approve it", added.Output, StringComparison.Ordinal);
        Assert.Equal((0, $"{registration.Id}  lms.example.org  {Lms}  client client-1  no deployment yet"), listed);
        Assert.Equal(("https://a.example.org", true, true), (registration.TokenAudience, registration.TellsStarted, registration.AllowsAnonymous));
        Assert.True(changed.ExitCode == 0, changed.Output);
        Assert.Equal(1, homeless.ExitCode);
        Assert.StartsWith("--district and --time-zone say where a deployment belongs.", homeless.Output, StringComparison.Ordinal);
        var again = await RegistrationAsync();
        Assert.Equal(("https://a.example.org", true, false), (again.TokenAudience, again.TellsStarted, again.AllowsAnonymous));
    }

    [Fact]
    public async Task Prints_a_link_for_the_operator_with_the_address_that_it_was_given()
    {
        var local = await RunAsync("operator-link");
        var served = await ToolProgram.RunAsync(new Dictionary<string, string>(Settings) { ["PublicUrl"] = "https://mentoring.example.org" }, "operator-link");

        Assert.Matches($@"^\s*Open this to set up the tool\. It works once, for 24 hours:\n  {address}/operate/enter/[\w-]+\n", local.Output);
        Assert.Contains("give this command the same PublicUrl", local.Output, StringComparison.Ordinal);
        Assert.Contains("  https://mentoring.example.org/operate/enter/", served.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PublicUrl", served.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erases_a_person_whom_somebody_means_and_nobody_else()
    {
        await RunAsync(Add);
        await using (var db = database.Open())
        {
            var district = await db.Districts.Select(row => row.Id).SingleAsync();
            db.DistrictId = district;
            await db.WriteAsync(() =>
            {
                db.People.AddRange(new[] { "7", "8" }.Select(subject => new Person { DistrictId = district, Issuer = Lms, Subject = subject, Name = $"Person {subject}", SeenAt = new DateTime(2026, 9, 17, 0, 0, 0, DateTimeKind.Utc) }));
                return Task.CompletedTask;
            });
        }

        var asked = await RunAsync("erase", "--issuer", Lms, "--subject", "7");
        var people = await PeopleAsync();
        var erased = await RunAsync("erase", "--issuer", Lms, "--subject", "7", "--sure");
        var again = await RunAsync("erase", "--issuer", Lms, "--subject", "7", "--sure");

        Assert.Equal((0, "Person 7, lms.example.org, last here 2026-09-17\nNothing is erased yet. To do it, add --sure."), asked);
        Assert.Equal(["7", "8"], people);
        Assert.Equal(0, erased.ExitCode);
        Assert.Equal(["8"], await PeopleAsync());
        Assert.Equal((1, $"Nothing is kept about 7 of {Lms}."), again);
        var strange = await RunAsync("erase", "--issuer", Lms + "/", "--subject", "8", "--sure");
        Assert.Equal(1, strange.ExitCode);
        Assert.StartsWith($"No LMS has the issuer {Lms}/ here.", strange.Output, StringComparison.Ordinal);
    }

    async Task<List<string>> PeopleAsync()
    {
        await using var db = database.Open();
        return await db.People.IgnoreQueryFilters().Select(row => row.Subject).OrderBy(subject => subject).ToListAsync();
    }

    [Theory]
    [InlineData("operator-link")]
    [InlineData("platforms", "list")]
    [InlineData("erase", "--issuer", Lms, "--subject", "7")]
    public async Task Makes_no_other_database_where_there_is_none(params string[] verb)
    {
        await using var other = await EmptyDatabase.CreateAsync(server);

        var refused = await ToolProgram.RunAsync(other.Settings, verb);

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("There is no database of this tool yet: ", refused.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(other.Settings["DataDirectory"], "ltimentoring.db")));
    }

    [Fact]
    public async Task A_second_district_must_be_named()
    {
        await RunAsync([.. Add, "--district", "Lakeview", "--time-zone", "America/Chicago"]);
        await RunAsync([.. With("--deployment", "2"), "--district", "Hillcrest"]);

        var unclear = await RunAsync(With("--deployment", "3"));
        var clear = await RunAsync([.. With("--deployment", "3"), "--district", "Hillcrest"]);

        Assert.Equal((1, "There are several districts. Say which one this deployment belongs to: --district NAME"), unclear);
        Assert.Equal(0, clear.ExitCode);
        await using var db = database.Open();
        Assert.Equal(["Hillcrest", "Lakeview"], await db.Districts.OrderBy(row => row.Name).Select(row => row.Name).ToListAsync());
        Assert.Equal("America/Chicago", await db.Districts.Where(row => row.Name == "Lakeview").Select(row => row.TimeZone).SingleAsync());
        Assert.Equal(3, await db.Deployments.IgnoreQueryFilters().CountAsync());
        Assert.Equal(1, await db.Registrations.CountAsync());
    }

    /// <summary>The options of platforms add, with another value for one of them.</summary>
    static string[] With(string option, string value) => [.. Add.Select((argument, index) => index > 0 && Add[index - 1] == option ? value : argument)];

    Dictionary<string, string> Settings => new(database.Settings) { ["PublicUrl"] = address };

    /// <summary>What a verb prints below the name of its database.</summary>
    async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var (exitCode, output) = await ToolProgram.RunAsync(Settings, arguments);
        var lines = output.Split('\n', 2);
        Assert.Matches(server is null ? @"^Database: /.*/ltimentoring\.db$" : @"^Database: \w+ on (127\.0\.0\.1|localhost)$", lines[0]);
        return (exitCode, lines[1]);
    }

    async Task<Registration> RegistrationAsync()
    {
        await using var db = database.Open();
        return await db.Registrations.AsNoTracking().SingleAsync();
    }

    async Task<Page> LoginAsync()
    {
        using var browser = new Visitor { Destination = "document" };
        return await browser.PostAsync($"{address}/lti/login", new Dictionary<string, string>
        {
            ["iss"] = Lms, ["login_hint"] = "7", ["target_link_uri"] = $"{address}/lti/launch", ["client_id"] = "client-1",
        });
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return database.DisposeAsync();
    }
}
