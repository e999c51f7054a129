using System.Text.Json.Nodes;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>A browser that keeps no cookies, in an LMS that keeps the browser's key instead.</summary>
public sealed class StorageTests(LaunchStage stage) : IClassFixture<LaunchStage>, IAsyncLifetime
{
    static readonly LaunchCase InFrame = new() { About = "with storage", Expect = "", Login = new() { ["lti_storage_target"] = "lti_storage" } };

    public async ValueTask InitializeAsync() => await stage.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static Visitor Forgetful() => new() { KeepsCookies = false };

    /// <summary>The login up to the LMS's answer, and the key that script left with the LMS.</summary>
    async Task<(JsonObject Answer, string Key)> AnswerAsync(Visitor visitor, LaunchCase? play = null)
    {
        var check = await stage.Play.BeginAsync(visitor, play ?? InFrame);
        var box = check.Document.QuerySelector("[data-storage=put]")!;
        Assert.Equal(("lti_storage", stage.Platform.Issuer), (box.GetAttribute("data-target"), box.GetAttribute("data-origin")));
        var request = await visitor.GetAsync(box.GetAttribute("data-onward")!);
        return (stage.Play.Answer(request, play ?? InFrame), box.GetAttribute("data-value")!);
    }

    /// <summary>The answer arrives, and our page sends it on with what script fetched.</summary>
    async Task<Page> EndAsync(Visitor visitor, JsonObject answer, string key) =>
        await visitor.SubmitAsync((await stage.Play.EndAsync(visitor, answer)).Form("form[data-storage=get]"), ("storage-key", key));

    static LaunchCase ByStaff => InFrame with { Payload = new() { ["https://purl.imsglobal.org/spec/lti/claim/roles"] = new JsonArray("Instructor") } };

    Task<int> SessionsAsync() => stage.Tool.ReadAsync(db => db.Sessions.IgnoreQueryFilters().CountAsync());

    [Fact]
    public async Task The_answer_waits_in_the_page_until_the_key_is_there()
    {
        using var visitor = Forgetful();
        var (answer, key) = await AnswerAsync(visitor);

        var waiting = await stage.Play.EndAsync(visitor, answer);
        Assert.Equal((200, 0), (waiting.Status, await SessionsAsync()));
        Assert.Contains("frame-ancestors 'self' https://lms.example.org", waiting.Headers["Content-Security-Policy"], StringComparison.Ordinal);

        var home = await visitor.SubmitAsync(waiting.Form("form[data-storage=get]"), ("storage-key", key));
        Assert.Equal((200, 1), (home.Status, await SessionsAsync()));
        Assert.StartsWith("Welcome", home.Heading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("made-up")]
    public async Task Without_the_right_key_nothing_opens(string key)
    {
        using var visitor = Forgetful();
        var (answer, _) = await AnswerAsync(visitor);

        var refused = await EndAsync(visitor, answer, key);

        Assert.Equal((400, 0), (refused.Status, await SessionsAsync()));
        Assert.Contains("other browser", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_worth_nothing_where_a_cookie_was_promised()
    {
        using var visitor = new Visitor();
        var request = await stage.Play.BeginAsync(visitor, InFrame);
        using var thief = Forgetful();

        var answer = stage.Play.Answer(request, InFrame);
        answer["storage-key"] = "anything";
        var refused = await stage.Play.EndAsync(thief, answer);

        Assert.Equal((400, 0), (refused.Status, await SessionsAsync()));
    }

    [Fact]
    public async Task An_answer_opens_one_session_only()
    {
        using var visitor = Forgetful();
        var (answer, key) = await AnswerAsync(visitor);
        await EndAsync(visitor, answer, key);

        var again = await EndAsync(visitor, answer, key);

        Assert.Equal((400, 1), (again.Status, await SessionsAsync()));
    }

    [Fact]
    public async Task The_address_alone_opens_it_in_a_frame_for_an_hour_and_nowhere_else()
    {
        using var visitor = Forgetful();
        var (answer, key) = await AnswerAsync(visitor);
        var home = await EndAsync(visitor, answer, key);
        using var window = new Visitor { Destination = "document" };
        using var frame = Forgetful();

        Assert.Equal(401, (await window.GetAsync(home.Address.AbsoluteUri)).Status);
        Assert.Equal(200, (await frame.GetAsync(home.Address.AbsoluteUri)).Status);
        stage.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(401, (await frame.GetAsync(home.Address.AbsoluteUri)).Status);
    }

    [Fact]
    public async Task Staff_are_handed_over_to_a_window_with_a_key_within_minutes()
    {
        using var visitor = Forgetful();
        var (answer, key) = await AnswerAsync(visitor, ByStaff);

        var offer = await EndAsync(visitor, answer, key);
        var way = offer.Document.QuerySelector("a[target=_blank]")!.GetAttribute("href")!;
        Assert.DoesNotContain("/s/", offer.Html, StringComparison.Ordinal);

        using var window = new Visitor { Destination = "document" };
        Assert.NotNull((await window.GetAsync(stage.Tool.Address + way)).Document.QuerySelector(".preview"));
        stage.Clock.Advance(TimeSpan.FromMinutes(6));
        using var late = new Visitor { Destination = "document" };
        Assert.Equal(400, (await late.GetAsync(stage.Tool.Address + way)).Status);
    }

    [Fact]
    public async Task The_storage_is_never_shown_the_platforms_answer()
    {
        using var visitor = Forgetful();
        var check = await stage.Play.BeginAsync(visitor, InFrame);

        Assert.DoesNotContain("id_token", check.Html, StringComparison.Ordinal);
        Assert.Null(check.Document.QuerySelector("[data-storage=get]"));
    }

    /// <summary>Where the address is the key, telling it is handing it over.</summary>
    [Fact]
    public async Task Whoever_holds_the_state_but_not_the_key_is_not_told_the_address()
    {
        using var visitor = Forgetful();
        var (answer, key) = await AnswerAsync(visitor);
        await EndAsync(visitor, answer, key);
        using var thief = Forgetful();

        var refused = await EndAsync(thief, answer, "made-up");

        Assert.Equal(400, refused.Status);
        Assert.DoesNotContain("/s/", refused.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_to_a_window_is_not_told_the_address_either()
    {
        using var visitor = Forgetful();
        var check = await stage.Play.BeginAsync(visitor, InFrame);
        var box = check.Document.QuerySelector("[data-storage=put]")!;
        var answer = stage.Play.Answer(await visitor.GetAsync(box.GetAttribute("data-onward")!), InFrame);
        await EndAsync(visitor, answer, box.GetAttribute("data-value")!);
        using var window = new Visitor { Destination = "document" };

        var refused = await window.GetAsync(stage.Tool.Address + check.Document.QuerySelector("a[target=_blank]")!.GetAttribute("href"));

        Assert.Equal(400, refused.Status);
        Assert.Contains("nonce used", refused.Text, StringComparison.Ordinal);
    }

    /// <summary>A stranger's login, key and all, must not open the stranger's session in somebody else's browser.</summary>
    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    public async Task A_key_that_any_other_page_posts_opens_nothing(string site)
    {
        using var visitor = Forgetful();
        var (answer, key) = await AnswerAsync(visitor);
        var waiting = await stage.Play.EndAsync(visitor, answer);
        using var victim = new Visitor { KeepsCookies = false, Site = site };
        await victim.GetAsync(stage.Tool.Address + "/lti/launch");

        var refused = await victim.SubmitAsync(waiting.Form("form[data-storage=get]"), ("storage-key", key));

        Assert.Equal((400, 0), (refused.Status, await SessionsAsync()));
    }

    [Fact]
    public async Task Nobody_can_read_the_waiting_answer_out_of_the_page()
    {
        using var visitor = Forgetful();
        var (answer, _) = await AnswerAsync(visitor);

        var waiting = await stage.Play.EndAsync(visitor, answer);

        Assert.DoesNotContain(answer["id_token"]!.ToString(), waiting.Html, StringComparison.Ordinal);
        Assert.NotNull(waiting.Document.QuerySelector("main .steps"));
    }

    [Fact]
    public async Task A_refusal_of_the_platforms_is_shown_as_one()
    {
        using var visitor = Forgetful();
        var (answer, _) = await AnswerAsync(visitor);

        var refused = await stage.Play.EndAsync(visitor, new JsonObject { ["state"] = answer["state"]!.ToString(), ["error"] = "login_required" });

        Assert.Equal(400, refused.Status);
        Assert.Contains("platform answered error", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handover_is_good_for_one_window_and_its_owner_comes_back_to_it()
    {
        using var visitor = Forgetful();
        var (answer, key) = await AnswerAsync(visitor, ByStaff);
        var way = stage.Tool.Address + (await EndAsync(visitor, answer, key)).Document.QuerySelector("a[target=_blank]")!.GetAttribute("href");
        using var window = new Visitor { Destination = "document", Site = "same-origin" };
        using var copy = new Visitor { Destination = "document", Site = "same-origin" };

        Assert.Equal(200, (await window.GetAsync(way)).Status);
        Assert.Equal(401, (await copy.GetAsync(way)).Status);
        Assert.Equal(200, (await window.GetAsync(way)).Status);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("none")]
    public async Task A_handover_that_was_sent_to_somebody_opens_nothing(string site)
    {
        using var visitor = Forgetful();
        var (answer, key) = await AnswerAsync(visitor, ByStaff);
        var way = stage.Tool.Address + (await EndAsync(visitor, answer, key)).Document.QuerySelector("a[target=_blank]")!.GetAttribute("href");
        using var somebody = new Visitor { Destination = "document", Site = site };

        var refused = await somebody.GetAsync(way);

        Assert.Equal(400, refused.Status);
        Assert.Contains("other browser", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_is_never_written_to_the_log()
    {
        using var visitor = Forgetful();
        var (answer, key) = await AnswerAsync(visitor);
        var home = await EndAsync(visitor, answer, key);
        await visitor.GetAsync("library");
        await EndAsync(visitor, answer, key);
        using var window = new Visitor { Destination = "document" };
        await window.GetAsync(home.Address.AbsoluteUri);

        var id = home.Address.AbsolutePath.Split('/')[2];
        Assert.NotEmpty(stage.Tool.Log.Lines);
        Assert.DoesNotContain(stage.Tool.Log.Lines, line => line.Contains(id, StringComparison.Ordinal) || line.Contains(key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("check/storage")]
    [InlineData("check")]
    [InlineData("check/window")]
    public async Task A_login_that_waited_too_long_says_so(string step)
    {
        using var visitor = Forgetful();
        var check = await stage.Play.BeginAsync(visitor, InFrame);
        stage.Clock.Advance(TimeSpan.FromMinutes(11));

        var refused = await visitor.GetAsync($"{stage.Tool.Address}/lti/{step}{check.Address.Query}");

        Assert.Contains("state expired", refused.Text, StringComparison.Ordinal);
    }
}
