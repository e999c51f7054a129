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

    static JsonObject With(JsonObject answer, string key)
    {
        var sent = (JsonObject)answer.DeepClone();
        sent["storage-key"] = key;
        return sent;
    }

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

        var refused = await stage.Play.EndAsync(visitor, With(answer, key));

        Assert.Equal((400, 0), (refused.Status, await SessionsAsync()));
        Assert.Contains("other browser", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_worth_nothing_where_a_cookie_was_promised()
    {
        using var visitor = new Visitor();
        var request = await stage.Play.BeginAsync(visitor, InFrame);
        using var thief = Forgetful();

        var refused = await stage.Play.EndAsync(thief, With(stage.Play.Answer(request, InFrame), "anything"));

        Assert.Equal((400, 0), (refused.Status, await SessionsAsync()));
    }

    [Fact]
    public async Task An_answer_opens_one_session_only()
    {
        using var visitor = Forgetful();
        var (answer, key) = await AnswerAsync(visitor);
        await stage.Play.EndAsync(visitor, With(answer, key));

        var again = await stage.Play.EndAsync(visitor, With(answer, key));

        Assert.Equal((400, 1), (again.Status, await SessionsAsync()));
    }

    [Fact]
    public async Task The_address_alone_opens_it_in_a_frame_for_an_hour_and_nowhere_else()
    {
        using var visitor = Forgetful();
        var (answer, key) = await AnswerAsync(visitor);
        var home = await stage.Play.EndAsync(visitor, With(answer, key));
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
        var staff = InFrame with { Payload = new() { ["https://purl.imsglobal.org/spec/lti/claim/roles"] = new JsonArray("Instructor") } };
        using var visitor = Forgetful();
        var (answer, key) = await AnswerAsync(visitor, staff);

        var offer = await stage.Play.EndAsync(visitor, With(answer, key));
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
}
