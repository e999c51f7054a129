using LtiMentoring.Web.Operate;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Machine;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Operate;

/// <summary>An LMS that is registered by hand, then tested, changed, switched off and taken away.</summary>
public abstract class ConnectionTests(PostgresServer? server) : OperatorStage(server)
{
    public sealed class OnSqlite() : ConnectionTests(null);

    public sealed class OnPostgres(PostgresServer server) : ConnectionTests(server);

    (string, string)[] ByHand =>
    [
        ("Name", "Lakeview LMS"), ("Issuer", Lms.Address), ("ClientId", "by-hand"), ("Deployment", "1"), ("Auth", $"{Lms.Address}/lti/authorize"),
        ("Token", $"{Lms.Address}/lti/token"), ("Keys", $"{Lms.Address}/lti/jwks"), ("district", "new"), ("districtName", "Lakeview"), ("districtZone", "America/Chicago"),
    ];

    async Task<Page> RegisterAsync(Operator browser)
    {
        // What the LMS's administrator enters about the tool.
        Lms.Tools.Put(LmsStage.RegistrationOf(Tool.Address) with { ClientId = "by-hand", Deployments = ["1"] });
        return await browser.SubmitAsync(await browser.GetAsync("/operate/register/moodle"), "handler=save", ByHand);
    }

    static string[] States(Page page) => [.. page.Document.QuerySelectorAll("#test ~ div dl .st").Select(state => state.TextContent)];

    Task<Registration> RowAsync() => Tool.ReadAsync(db => db.Registrations.SingleAsync());

    async Task<string> LaunchAsync()
    {
        Lms.Links.Put(new("link-1", "peer-mentoring", "Orientation") { ClientId = "by-hand" });
        using var visitor = new LmsVisitor(Lms);
        return (await visitor.LaunchAsync(Lms.People.First(person => !person.IsAdministrator).Sub, "link-1")).Heading;
    }

    [Fact]
    public async Task What_was_typed_works_and_the_test_says_so()
    {
        using var browser = await ComeAsync();
        var page = await RegisterAsync(browser);
        Assert.Equal("Lakeview LMS", page.Heading);
        Assert.Equal(("moodle", true), ((await RowAsync()).Family, (await RowAsync()).RegisteredAt is not null));

        page = await browser.SubmitAsync(page, "handler=test#test");

        Assert.Equal(["Reached. Keys that serve: 1", "Granted: lineitem, score, result.readonly, contextmembership.readonly, contextgroup.readonly, noticehandlers",
            "Nobody has opened it yet.", "Nothing was sent yet.", "Known after the first launch."], States(page));
        Assert.StartsWith("Welcome", await LaunchAsync(), StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, "handler=test#test");
        Assert.StartsWith("Worked on ", States(page)[2], StringComparison.Ordinal);
        await Eventually.GetAsync(() => browser.SubmitAsync(page, "handler=test#test"), seen => States(seen)[^1] == "This LMS tells us of copied courses. None was told yet.");
    }

    [Fact]
    public async Task A_broken_connection_is_told_in_the_LMSs_own_words()
    {
        using var browser = await ComeAsync();
        var page = await RegisterAsync(browser);
        await LaunchAsync();
        Lms.Tools.Put(Lms.Tools.Single() with { JwksUrl = $"{Tool.Address}/nothing" });
        await Tool.WriteAsync(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.JwksUri, $"{Lms.Address}/gone")));
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("Your LMS did not answer", await LaunchAsync());

        page = await browser.SubmitAsync(await browser.GetAsync(page.Address.PathAndQuery), "handler=test#test");

        Assert.Equal("They could not be read. No launch can work.", States(page)[0]);
        Assert.Equal("The LMS gave none.", States(page)[1]);
        Assert.StartsWith("Worked on ", States(page)[2], StringComparison.Ordinal);
        Assert.StartsWith("Refused on ", States(page)[3], StringComparison.Ordinal);
        var words = page.Document.QuerySelectorAll("#test ~ div dl code").Select(code => code.TextContent).ToList();
        Assert.Contains(words, said => said.StartsWith("404", StringComparison.Ordinal));
        Assert.Contains(words, said => said.StartsWith("KeysUnreachable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_stranger_sends_in_its_name_stands_beside_a_connection_only_until_a_launch_has_worked()
    {
        using var browser = await ComeAsync();
        var page = await RegisterAsync(browser);
        await SendStrangeLoginAsync();
        Assert.StartsWith("TargetElsewhere: ", (await RowAsync()).LastRefusal, StringComparison.Ordinal);

        await LaunchAsync();
        await Tool.WriteAsync(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.LastRefusal, (string?)null).SetProperty(row => row.LastRefusedAt, (DateTime?)null)));
        await SendStrangeLoginAsync();
        page = await browser.SubmitAsync(page, "handler=test#test");

        Assert.StartsWith("Worked on ", States(page)[2], StringComparison.Ordinal);
        Assert.DoesNotContain(States(page), state => state.StartsWith("Refused on ", StringComparison.Ordinal));

        // What the LMS signed is its own, also when it is refused.
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Tool.WriteAsync(db => db.Deployments.IgnoreQueryFilters().ExecuteDeleteAsync());
        await LaunchAsync();
        page = await browser.SubmitAsync(page, "handler=test#test");

        Assert.StartsWith("Worked on ", States(page)[2], StringComparison.Ordinal);
        Assert.StartsWith("Refused on ", States(page)[3], StringComparison.Ordinal);
        Assert.Contains("refused since", (await browser.GetAsync("/operate")).Text, StringComparison.Ordinal);

        async Task SendStrangeLoginAsync()
        {
            using var stranger = new Visitor { Destination = "document" };
            var refused = await stranger.PostAsync($"{Tool.Address}/lti/login", new Dictionary<string, string>
            {
                ["iss"] = (await RowAsync()).Issuer, ["client_id"] = (await RowAsync()).ClientId, ["login_hint"] = "7", ["target_link_uri"] = "https://elsewhere.example.org/call-me",
            });
            Assert.Equal(400, refused.Status);
        }
    }

    [Fact]
    public async Task An_LMS_without_a_gradebook_says_so()
    {
        using var browser = await ComeAsync();
        var page = await RegisterAsync(browser);
        await LaunchAsync();
        await Tool.WriteAsync(db => db.PlacedLinks.ExecuteUpdateAsync(set => set.SetProperty(row => row.Scopes, (string?)null)));

        page = await browser.SubmitAsync(page, "handler=test#test");

        Assert.Equal("No activity came with a gradebook. Completions are kept here and reach no gradebook.", States(page)[3]);
    }

    [Fact]
    public async Task Pasted_JSON_fills_the_form_and_saves_nothing()
    {
        using var browser = await ComeAsync();

        var page = await PasteAsync(browser, await browser.GetAsync("/operate/register"), """{"issuer":"https://lms.example.org","jwks_uri":"https://lms.example.org/jwks"}""");

        Assert.Equal(("https://lms.example.org", "https://lms.example.org/jwks", "typed before"),
            (Value(page, "Issuer"), Value(page, "Keys"), Value(page, "ClientId")));
        Assert.Empty(await Tool.ReadAsync(db => db.Registrations.ToListAsync()));

        page = await PasteAsync(browser, page, "not JSON");
        Assert.Equal("#pasted", page.Document.QuerySelector(".errors a")!.GetAttribute("href"));

        static string? Value(Page page, string field) => page.Document.QuerySelector($"#{field}")!.GetAttribute("value");
    }

    /// <summary>As the button does that leads the form elsewhere.</summary>
    static Task<Page> PasteAsync(Operator browser, Page page, string json)
    {
        var form = page.Document.QuerySelectorAll("form").Single(one => one.GetAttribute("action")!.EndsWith("handler=save", StringComparison.Ordinal));
        form.SetAttribute("action", form.QuerySelector("[formaction]")!.GetAttribute("formaction")!);
        return browser.SubmitAsync(page, "handler=paste", ("pasted", json), ("ClientId", "typed before"), ("district", "new"));
    }

    [Fact]
    public async Task What_is_missing_is_said_field_by_field()
    {
        using var browser = await ComeAsync();

        var page = await browser.SubmitAsync(await browser.GetAsync("/operate/register"), "handler=save", ("Issuer", "lms"), ("Token", "https://lms.example.org/token"), ("Frames", "https://a/b"), ("district", "new"));

        Assert.Equal(["#Issuer", "#Auth", "#Keys", "#ClientId", "#Frames", "#districtName", "#districtZone"], page.Document.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.Equal("https://lms.example.org/token", page.Document.QuerySelector("#Token")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Switched_off_it_refuses_launches_until_it_is_on_again()
    {
        using var browser = await ComeAsync();
        var page = await RegisterAsync(browser);

        page = await browser.SubmitAsync(page, "handler=switch", ("off", "true"));
        Assert.Equal("This connection is switched off", await LaunchAsync());
        Assert.Equal("This connection is off. Launches are refused, and nothing is sent to its gradebook.", States(await browser.SubmitAsync(page, "handler=test#test"))[0]);
        await browser.SubmitAsync(page, "handler=switch", ("off", "false"));
        Assert.StartsWith("Welcome", await LaunchAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_is_listed_and_goes_only_when_it_is_meant()
    {
        using var browser = await ComeAsync();
        var page = await RegisterAsync(browser);
        await LaunchAsync();
        await Eventually.GetAsync(() => Tool.ReadAsync(db => db.CohortMembers.IgnoreQueryFilters().CountAsync()), members => members > 0);
        page = await browser.GetAsync(page.Address.AbsolutePath);
        Assert.Equal(["Deployments: 1", "Activities, with what their gradebooks answered: 1", "Cohorts: 2", "Open sessions: 1", "Completions not yet in a gradebook: 0"],
            page.Document.QuerySelectorAll("#delete ~ ul li").Select(item => item.TextContent));

        page = await browser.SubmitAsync(page, "handler=delete");
        Assert.Equal("#sure", page.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        page = await browser.SubmitAsync(page, "handler=delete", ("sure", "true"));

        Assert.Equal("No LMS is connected yet.", page.Document.QuerySelector(".lede")!.TextContent);
        // Those who were only on its roster are nobody's business any more.
        await Tool.Services.GetRequiredService<Sweep>().SweepAsync(CancellationToken.None);
        Assert.Equal((0, 1), await Tool.ReadAsync(async db => (await db.PlacedLinks.IgnoreQueryFilters().CountAsync(), await db.People.IgnoreQueryFilters().CountAsync())));
    }

    [Fact]
    public async Task Changes_are_kept_and_issuer_and_client_id_never_change()
    {
        using var browser = await ComeAsync();
        var page = await RegisterAsync(browser);

        page = await browser.SubmitAsync(page, "handler=save", [.. ByHand, ("Name", "Other name"), ("Issuer", "https://other.example.org"), ("Audience", "https://api.example.org"), ("Started", "true")]);

        Assert.Equal("Saved.", page.Document.QuerySelector(".notice")!.TextContent);
        var row = await RowAsync();
        Assert.Equal((Lms.Address, "https://api.example.org", true), (row.Issuer, row.TokenAudience, row.TellsStarted));
    }
}
