using LtiMentoring.Lti;
using LtiMentoring.Web.Launch;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>What takes more than one launch to see.</summary>
public sealed class LaunchTests(LaunchStage stage) : IClassFixture<LaunchStage>, IAsyncLifetime
{
    static readonly LaunchCase Good = new() { About = "a good launch", Expect = "" };

    public async ValueTask InitializeAsync() => await stage.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Refuses_a_nonce_already_used()
    {
        using var visitor = new Visitor();
        var request = await stage.Play.BeginAsync(visitor, Good);
        var answer = stage.Play.Answer(request, Good);
        using var copy = new Visitor();

        // The thief has the whole answer and even the cookie of the login: both requests arrive before the first is answered.
        var both = await Task.WhenAll(stage.Play.EndAsync(visitor, answer), stage.Play.EndAsync(visitor, answer));

        Assert.Equal(1, both.Count(page => page.Status == 200 && page.Address.AbsolutePath.StartsWith("/s/", StringComparison.Ordinal)));
        Assert.Equal(1, await SessionsAsync());
    }

    [Fact]
    public async Task Refuses_a_used_launch_in_another_browser()
    {
        using var visitor = new Visitor();
        var answer = stage.Play.Answer(await stage.Play.BeginAsync(visitor, Good), Good);
        await stage.Play.EndAsync(visitor, answer);
        using var thief = new Visitor();

        var stolen = await stage.Play.EndAsync(thief, answer);

        Assert.Equal(401, stolen.Status);
        Assert.Equal(1, await SessionsAsync());
    }

    [Fact]
    public async Task Shows_already_open_to_the_browser_that_goes_back()
    {
        using var visitor = new Visitor();
        var answer = stage.Play.Answer(await stage.Play.BeginAsync(visitor, Good), Good);
        var first = await stage.Play.EndAsync(visitor, answer);

        var again = await stage.Play.EndAsync(visitor, answer);

        Assert.Equal(200, again.Status);
        Assert.Equal("This is already open", again.Heading);
        Assert.Equal(first.Address.AbsolutePath, again.Document.QuerySelector("main a.btn")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_session_address_alone_opens_nothing()
    {
        using var visitor = new Visitor();
        var home = await stage.LaunchAsync(visitor);
        using var other = new Visitor();

        var copied = await other.GetAsync(home.Address.AbsoluteUri);

        Assert.Equal(401, copied.Status);
        Assert.Equal("Reopen this from your course", copied.Heading);
        Assert.DoesNotContain("Renata", copied.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_launches_at_once_in_one_browser_both_open()
    {
        using var visitor = new Visitor();
        var first = await stage.Play.BeginAsync(visitor, Good);
        var second = await stage.Play.BeginAsync(visitor, Good);

        var opened = new[] { await stage.Play.EndAsync(visitor, stage.Play.Answer(first, Good)), await stage.Play.EndAsync(visitor, stage.Play.Answer(second, Good)) };

        Assert.All(opened, page => Assert.Equal(200, page.Status));
        Assert.NotEqual(opened[0].Address, opened[1].Address);
        Assert.Equal(200, (await visitor.GetAsync(opened[0].Address.AbsoluteUri)).Status);
    }

    [Fact]
    public async Task Offers_a_new_window_when_the_frame_keeps_no_cookies()
    {
        using var framed = new Visitor { KeepsCookies = false };
        var offer = await stage.Play.BeginAsync(framed, Good);
        Assert.Equal("One click to open this", offer.Heading);
        using var window = new Visitor { Destination = "document" };

        var request = await window.GetAsync(new Uri(offer.Address, offer.Document.QuerySelector("main a.btn")!.GetAttribute("href")).AbsoluteUri);
        var home = await stage.Play.EndAsync(window, stage.Play.Answer(request, Good));

        Assert.Equal(200, home.Status);
        Assert.Equal("Welcome, Renata", home.Heading);
    }

    [Fact]
    public async Task A_window_that_keeps_nothing_either_is_told_what_it_lacks()
    {
        using var framed = new Visitor { KeepsCookies = false };
        var offer = await stage.Play.BeginAsync(framed, Good);
        using var window = new Visitor { KeepsCookies = false, Destination = "document" };
        var request = await window.GetAsync(new Uri(offer.Address, offer.Document.QuerySelector("main a.btn")!.GetAttribute("href")).AbsoluteUri);

        var refused = await stage.Play.EndAsync(window, stage.Play.Answer(request, Good));

        Assert.Equal((400, "Your browser keeps no cookies"), (refused.Status, refused.Heading));
        Assert.Equal("Allow cookies for this site in your browser’s privacy settings.", refused.Document.QuerySelector("ol.steps li")!.TextContent);
        Assert.StartsWith("This browser keeps no cookies at all", (await window.GetAsync($"{stage.Tool.Address}/lti/browser")).Document.QuerySelector("[data-rung]")!.TextContent, StringComparison.Ordinal);
        using var keeping = new Visitor { Destination = "document" };
        Assert.StartsWith("In a window of its own, everything works.", (await keeping.GetAsync($"{stage.Tool.Address}/lti/browser")).Document.QuerySelector("[data-rung]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_LMS_that_nobody_registered_is_shown_by_what_it_calls_itself()
    {
        using var visitor = new Visitor();

        var page = await visitor.PostAsync($"{stage.Tool.Address}/lti/login", new Dictionary<string, string>
        {
            ["iss"] = "https://unknown.example.org/<b>", ["client_id"] = "client-9", ["login_hint"] = "7", ["target_link_uri"] = $"{stage.Tool.Address}/lti/launch",
        });

        Assert.Equal("issuer https://unknown.example.org/<b>, client id client-9", page.Document.QuerySelector("details .copy code")!.TextContent);
    }

    [Theory]
    [InlineData("/lti/launch")]
    [InlineData("/operate")]
    [InlineData("/")]
    public async Task Takes_no_method_that_no_page_has(string path)
    {
        using var client = new HttpClient();

        using var answer = await client.PutAsync(new Uri(stage.Tool.Address + path), new FormUrlEncodedContent([]));

        Assert.Equal((405, "GET, HEAD, POST"), ((int)answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
    }

    [Fact]
    public async Task The_same_link_pressed_again_shows_what_its_window_opened()
    {
        using var framed = new Visitor { KeepsCookies = false };
        var offer = await stage.Play.BeginAsync(framed, Good);
        var link = new Uri(offer.Address, offer.Document.QuerySelector("main a.btn")!.GetAttribute("href")).AbsoluteUri;
        using var window = new Visitor { Destination = "document" };
        var home = await stage.Play.EndAsync(window, stage.Play.Answer(await window.GetAsync(link), Good));

        var again = await window.GetAsync(link);
        using var stranger = new Visitor { Destination = "document" };

        Assert.Equal(home.Address, again.Address);
        Assert.Equal(200, again.Status);
        Assert.Equal(401, (await stranger.GetAsync(link)).Status);
    }

    [Fact]
    public async Task Takes_a_rotated_key_at_once()
    {
        await using var platform = await TestPlatform.StartAsync("client-rotating");
        var play = new LaunchPlay(stage.Tool, platform, await stage.Tool.RegisterAsync(platform.Registration), stage.Clock);
        using var visitor = new Visitor();
        await play.EndAsync(visitor, play.Answer(await play.BeginAsync(visitor, Good), Good));
        platform.RotateKey("key-2");
        stage.Clock.Advance(TimeSpan.FromMinutes(1));

        var page = await play.EndAsync(visitor, play.Answer(await play.BeginAsync(visitor, Good), Good));

        Assert.Equal(200, page.Status);
        Assert.Equal(2, platform.KeyRequests);
    }

    [Fact]
    public async Task Asks_for_keys_at_most_twice_a_minute_however_many_unknown_ones_are_named()
    {
        await using var platform = await TestPlatform.StartAsync("client-flooding");
        var play = new LaunchPlay(stage.Tool, platform, await stage.Tool.RegisterAsync(platform.Registration), stage.Clock);
        using var visitor = new Visitor();
        for (var second = 0; second < 60; second += 2)
        {
            var launch = new LaunchCase { About = "", Expect = "", Header = new() { ["kid"] = $"unknown-{second}" } };
            var refused = await play.EndAsync(visitor, play.Answer(await play.BeginAsync(visitor, launch), launch));
            Assert.Contains("key unknown", refused.Text, StringComparison.Ordinal);
            stage.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.InRange(platform.KeyRequests, 1, 2);
        platform.RotateKey("key-2");
        stage.Clock.Advance(TimeSpan.FromSeconds(30));
        var page = await play.EndAsync(visitor, play.Answer(await play.BeginAsync(visitor, Good), Good));
        Assert.Equal(200, page.Status);
    }

    [Fact]
    public async Task Says_that_the_platforms_keys_cannot_be_reached()
    {
        var platform = await TestPlatform.StartAsync("client-away");
        var play = new LaunchPlay(stage.Tool, platform, await stage.Tool.RegisterAsync(platform.Registration), stage.Clock);
        await platform.DisposeAsync();
        using var visitor = new Visitor();

        var page = await play.EndAsync(visitor, play.Answer(await play.BeginAsync(visitor, Good), Good));

        Assert.Equal("Your LMS did not answer", page.Heading);
        Assert.Contains($"launch refused: {RefusedStory.Spoken(Refusal.KeysUnreachable)}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_people_and_links_only_when_they_changed()
    {
        using var visitor = new Visitor();
        await stage.LaunchAsync(visitor);
        await stage.LaunchAsync(visitor, Good with { Payload = new() { ["given_name"] = "Ren" } });
        var home = await stage.LaunchAsync(visitor, Good with { Payload = new() { ["given_name"] = null, ["name"] = null } });

        Assert.Equal("Welcome, Ren", home.Heading);
        Assert.Equal(1, await stage.Tool.ReadAsync(db => db.People.IgnoreQueryFilters().CountAsync(person => person.Subject == "user-7")));
    }

    [Fact]
    public async Task Shows_nothing_of_the_token_when_it_refuses()
    {
        using var visitor = new Visitor();
        var launch = Good with { Payload = new() { ["iss"] = "https://evil.example/<script>alert(1)</script>", ["name"] = "Mallory" } };

        var page = await stage.LaunchAsync(visitor, launch);

        Assert.DoesNotContain("Mallory", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(" at LtiMentoring", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_the_language_of_the_launch()
    {
        using var visitor = new Visitor();

        var home = await stage.LaunchAsync(visitor, Good with
        {
            Payload = new() { ["https://purl.imsglobal.org/spec/lti/claim/launch_presentation"] = new System.Text.Json.Nodes.JsonObject { ["locale"] = "es_MX" } },
        });

        Assert.Equal("es-MX", home.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("0 de 1 módulos listos", home.Text, StringComparison.Ordinal);
    }

    Task<int> SessionsAsync() => stage.Tool.ReadAsync(db => db.Sessions.IgnoreQueryFilters().CountAsync());

    [Fact]
    public async Task Whoever_comes_without_an_id_sees_a_preview_where_the_operator_allows_it()
    {
        var nobody = new LaunchCase { About = "nobody", Expect = "", Payload = new() { ["sub"] = null, ["name"] = null, ["given_name"] = null, ["email"] = null } };
        using var refused = new Visitor();
        Assert.Equal(400, (await stage.LaunchAsync(refused, nobody)).Status);
        await stage.Tool.WriteAsync(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.AllowsAnonymous, true)));

        foreach (var _ in new[] { 1, 2 })
        {
            using var visitor = new Visitor();
            var home = await stage.LaunchAsync(visitor, nobody);
            Assert.Equal((200, true), (home.Status, home.Document.QuerySelector(".preview") is not null));
        }

        var left = await stage.Tool.ReadAsync(async db => (
            await db.People.IgnoreQueryFilters().CountAsync(row => row.Subject == ""), await db.OpenedLinks.IgnoreQueryFilters().CountAsync(row => db.People.IgnoreQueryFilters().Any(person => person.Id == row.PersonId && person.Subject == ""))));
        Assert.Equal((1, 0), left);
        await stage.Tool.WriteAsync(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.AllowsAnonymous, false)));
    }
}
