using LtiMentoring.SampleLms.Registering;
using LtiMentoring.Web.Operate;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Machine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Operate;

/// <summary>An LMS that knows nothing of the tool is connected, by one link.</summary>
public abstract class ConnectTests(PostgresServer? server) : OperatorStage(server)
{
    static readonly (string, string)[] NewDistrict = [("district", "new"), ("districtName", "Lakeview"), ("districtZone", "America/Chicago")];

    public sealed class OnSqlite() : ConnectTests(null);

    public sealed class OnPostgres(PostgresServer server) : ConnectTests(server);

    static async Task<string> LinkAsync(Operator browser)
    {
        var page = await browser.SubmitAsync(await browser.GetAsync("/operate/register/moodle"), "handler=link", NewDistrict);
        return page.Document.QuerySelector("code.copy")!.TextContent;
    }

    static async Task<Page> ConnectAsync(string address)
    {
        using var browser = new Visitor();
        var page = await browser.GetAsync(address);
        return await browser.SubmitAsync(page.Form());
    }

    Task<T> ReadAsync<T>(Func<MentoringDb, Task<T>> read) => Tool.ReadAsync(read);

    [Fact]
    public async Task One_link_is_all_that_it_takes_until_a_mentor_opens_the_activity()
    {
        using var browser = await ComeAsync();

        var connected = await ConnectAsync(Invite(await LinkAsync(browser)));

        Assert.Equal("Connected", connected.Heading);
        using var lms = new LmsVisitor(Lms);
        var tool = Lms.Tools.Single();
        Lms.Links.Put(new("link-1", "peer-mentoring", "Orientation") { ClientId = tool.ClientId });
        var home = await lms.LaunchAsync(Lms.People.First(person => !person.IsAdministrator).Sub, "link-1");
        Assert.True(home.Status == 200, home.Text);
        Assert.Equal("Lakeview", (await ReadAsync(db => db.Districts.SingleAsync())).Name);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        using var browser = await ComeAsync();
        var link = await LinkAsync(browser);
        await ConnectAsync(Invite(link));

        using var second = new Visitor();
        var used = await second.GetAsync(Invite(link));
        Assert.Equal((410, "This link has been used, or it is too old"), (used.Status, used.Heading));
        Assert.Single(await ReadAsync(db => db.Registrations.ToListAsync()));
    }

    [Fact]
    public async Task Whoever_connects_an_LMS_a_second_time_is_told_so_first()
    {
        using var browser = await ComeAsync();
        using var visitor = new Visitor();
        var first = await visitor.GetAsync(Invite(await LinkAsync(browser)));
        Assert.Null(first.Document.QuerySelector(".notice"));
        await visitor.SubmitAsync(first.Form());
        var name = (await ReadAsync(db => db.Registrations.SingleAsync())).Name;

        var second = await visitor.GetAsync(Invite(await LinkAsync(browser)));

        Assert.StartsWith($"This LMS is connected already, as: {name}.", second.Document.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Connected", (await visitor.SubmitAsync(second.Form())).Heading);
    }

    [Fact]
    public async Task Nobodys_district_is_chosen_for_them_where_there_are_several()
    {
        using var browser = await ComeAsync();
        await LinkAsync(browser);
        var one = (await browser.GetAsync("/operate/register")).Document.QuerySelector("#district")!;
        await browser.SubmitAsync(await browser.GetAsync("/operate/register"), "handler=link", ("district", "new"), ("districtName", "Hillcrest"), ("districtZone", "America/Chicago"));

        var page = await browser.GetAsync("/operate/register");

        Assert.NotEqual("", one.QuerySelector("option")!.GetAttribute("value"));
        Assert.Equal("", page.Document.QuerySelector("#district option")!.GetAttribute("value"));
        page = await browser.SubmitAsync(page, "handler=link", ("district", ""));
        Assert.Equal("#link-district", page.Document.QuerySelector(".errors a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_used_link_is_gone_for_everybody_but_the_operator_whom_it_let_in()
    {
        using var browser = new Operator(Tool.Address);
        string link;
        await using (var scope = Tool.Services.CreateAsyncScope())
            link = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().ForOperatorAsync(CancellationToken.None);
        await browser.EnterAsync(link);
        using var stranger = new Visitor { Destination = "document" };

        var gone = await stranger.GetAsync(link);

        Assert.Equal((410, "This link has been used, or it is too old"), (gone.Status, gone.Heading));
        Assert.Contains("dotnet LtiMentoring.Web.dll operator-link", gone.Text, StringComparison.Ordinal);
        Assert.EndsWith("/operate", (await browser.GetAsync(new Uri(link).AbsolutePath)).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_waited_a_day_opens_nothing()
    {
        using var browser = await ComeAsync();
        var link = await LinkAsync(browser);
        Clock.Advance(TimeSpan.FromHours(25));

        using var visitor = new Visitor();
        Assert.Equal("This link has been used, or it is too old", (await visitor.GetAsync(Invite(link))).Heading);
    }

    [Theory]
    [InlineData("/moodle", true)]
    [InlineData("", true)]
    [InlineData("/openedx", false)]
    [InlineData("/schoology", false)]
    public async Task A_link_is_offered_where_the_LMS_can_use_one(string family, bool isOffered)
    {
        using var browser = await ComeAsync();

        var page = await browser.GetAsync($"/operate/register{family}");

        Assert.Equal(isOffered, page.Document.QuerySelector("form[action*='handler=link']") is not null);
        Assert.NotNull(page.Document.QuerySelector("form[action*='handler=save']"));
    }

    [Fact]
    public async Task Opening_the_link_alone_registers_nothing()
    {
        using var browser = await ComeAsync();
        using var visitor = new Visitor();

        var page = await visitor.GetAsync(Invite(await LinkAsync(browser)));

        Assert.Equal("Connect this LMS?", page.Heading);
        Assert.Empty(Lms.Tools);
        Assert.Contains($"frame-ancestors 'self' {Lms.Address}", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Liars => new()
    {
        { "other issuer", "The configuration names an issuer at another host than it was read from. It was not believed." },
        { "other endpoint", "The configuration asks for the registration to be sent to another host. It was not sent." },
        { "refuses", "The LMS refused the registration. These are its words." },
    };

    [Theory, MemberData(nameof(Liars))]
    public async Task A_refusal_leaves_the_link_usable_and_says_why(string how, string sentence)
    {
        using var browser = await ComeAsync();
        var link = await LinkAsync(browser);
        var quirks = how switch
        {
            "other issuer" => new RegistrationQuirks { OtherIssuer = "https://lms.example.org" },
            "other endpoint" => new RegistrationQuirks { OtherEndpoint = "https://thief.example.org/register" },
            _ => new RegistrationQuirks { Status = 503 },
        };

        using var visitor = new Visitor();
        var page = await visitor.GetAsync(Invite(link, quirks));
        if (page.Document.QuerySelector("main form") is not null)
            page = await visitor.SubmitAsync(page.Form());

        Assert.Equal(sentence, page.Document.QuerySelector(".lede")!.TextContent);
        Assert.Empty(await ReadAsync(db => db.Registrations.ToListAsync()));
        Assert.Equal("Connected", (await ConnectAsync(Invite(link))).Heading);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Platforms_without_a_token_or_that_guard_their_configuration_are_connected_too(bool noToken, bool guarded)
    {
        using var browser = await ComeAsync();

        Assert.Equal("Connected", (await ConnectAsync(Invite(await LinkAsync(browser), new RegistrationQuirks { NoToken = noToken, TokenForConfiguration = guarded, ActiveAtOnce = true }))).Heading);
    }

    [Fact]
    public async Task A_deployment_that_nobody_named_waits_until_the_operator_approves_it()
    {
        using var browser = await ComeAsync();
        await ConnectAsync(Invite(await LinkAsync(browser), new RegistrationQuirks { NoDeployment = true, ActiveAtOnce = true }));
        Lms.Links.Put(new("link-1", "peer-mentoring", "Orientation") { ClientId = Lms.Tools.Single().ClientId });
        var mentor = Lms.People.First(person => !person.IsAdministrator).Sub;

        using var early = new LmsVisitor(Lms);
        Assert.Equal("Your LMS is waiting to be approved", (await early.LaunchAsync(mentor, "link-1")).Heading);
        using var again = new LmsVisitor(Lms);
        await again.LaunchAsync(mentor, "link-1");

        var page = await browser.GetAsync("/operate");
        Assert.Equal(Lms.Tools.Single().Deployments[0], page.Document.QuerySelector("#waiting ~ .seen code")!.TextContent);
        page = await browser.SubmitAsync(page, "/operate/approve", ("district", (await ReadAsync(db => db.Districts.SingleAsync())).Id.ToString()));
        Assert.Null(page.Document.QuerySelector("#waiting"));

        using var late = new LmsVisitor(Lms);
        Assert.Equal(200, (await late.LaunchAsync(mentor, "link-1")).Status);
    }

    [Fact]
    public async Task A_district_that_is_not_described_is_asked_for_and_nothing_typed_is_lost()
    {
        using var browser = await ComeAsync();

        var page = await browser.SubmitAsync(await browser.GetAsync("/operate/register"), "handler=link", ("district", "new"), ("districtName", "Lakeview"), ("districtZone", "Chicago"));

        Assert.Equal("#link-districtZone", page.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("Lakeview", page.Document.QuerySelector("#link-districtName")!.GetAttribute("value"));
        Assert.Empty(await ReadAsync(db => db.Districts.ToListAsync()));
    }
}
