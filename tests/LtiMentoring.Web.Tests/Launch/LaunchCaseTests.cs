using System.Text.Json.Nodes;
using LtiMentoring.Lti;
using LtiMentoring.Web.Launch;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>Every case folder, played over HTTP. A case that does not end as it says, fails.</summary>
public sealed class LaunchCaseTests(LaunchStage stage) : IClassFixture<LaunchStage>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await stage.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static IEnumerable<TheoryDataRow<string>> Accepted => LaunchCase.Folders("accepted");
    public static IEnumerable<TheoryDataRow<string>> Refused => LaunchCase.Folders("refused");

    [Theory, MemberData(nameof(Accepted))]
    public async Task Accepts(string name)
    {
        var launch = LaunchCase.Read("accepted", name);

        var page = await PlayAsync(launch);

        Assert.True(page.Status == 200, $"{page.Heading}: {string.Join('\n', stage.Tool.Log.Lines)}");
        Assert.Matches($"^/s/[A-Za-z0-9_-]{{22}}{launch.Lands}$", page.Address.AbsolutePath);
        var role = await stage.Tool.ReadAsync(db => db.Sessions.IgnoreQueryFilters().Select(session => session.Role).SingleAsync());
        Assert.Equal(launch.Expect, role.ToString());
        var (expected, actual) = (LaunchCase.Patch(LaunchOutcome.Good, launch.Comes, stage.Play.Fill), await stage.Tool.ReadAsync(LaunchOutcome.ReadAsync));
        // Nothing of staff is recorded, nor of nobody.
        if (launch.Lands == "/")
            Assert.Equal(role != Role.Mentor || (string?)actual["person"]!["subject"] == "", page.Document.QuerySelector(".preview") is not null);
        Assert.True(JsonNode.DeepEquals(expected, actual), $"Expected: {expected}\nActual: {actual}");
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task Refuses(string name)
    {
        var launch = LaunchCase.Read("refused", name);
        var expected = Enum.Parse<Refusal>(launch.Expect);

        var page = await PlayAsync(launch);

        Assert.Equal(400, page.Status);
        // What was replayed has opened once.
        var opened = expected == Refusal.NonceUsed ? 1 : 0;
        Assert.Equal((opened, opened, opened), await stage.Tool.ReadAsync(async db => (await db.Sessions.IgnoreQueryFilters().CountAsync(),
            await db.People.IgnoreQueryFilters().CountAsync(), await db.PlacedLinks.IgnoreQueryFilters().CountAsync())));
        var lines = page.Document.QuerySelector(".copy")?.TextContent ?? page.Text;
        Assert.Contains($"launch refused: {RefusedStory.Spoken(expected)}", lines, StringComparison.Ordinal);
        var reference = System.Text.RegularExpressions.Regex.Match(lines, "reference ([A-Z2-9]{4}-[A-Z2-9]{4})").Groups[1].Value;
        var logged = Assert.Single(stage.Tool.Log.Lines, line => line.Contains($"{expected}, reference {reference}", StringComparison.Ordinal));
        Assert.Contains(launch.Detail, logged, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_many_cases()
    {
        var count = Accepted.Count() + Refused.Count();

        Assert.True(count >= 120, $"{count} cases");
    }

    [Fact]
    public void Every_refusal_has_a_case_and_every_case_a_refusal()
    {
        var played = LaunchCase.Folders("refused").Select(row => Enum.Parse<Refusal>(LaunchCase.Read("refused", row.Data).Expect)).ToHashSet();

        // A notice is no launch; its own tests play that one.
        Assert.Equal(Enum.GetValues<Refusal>().Except([Refusal.NoticeIncomplete]).Order(), played.Order());
    }

    async Task<Page> PlayAsync(LaunchCase launch)
    {
        using var visitor = new Visitor { Destination = launch.Browser switch { "window" => "document", "silent" => "", _ => "iframe" } };
        using var another = new Visitor();
        var strangers = new Dictionary<string, Page> { ["other"] = await stage.Play.BeginAsync(another, Good) };
        if (launch.Setup == "second-registration")
            strangers["second"] = await (await stage.AddSecondAsync()).BeginAsync(visitor, Good);
        await PrepareAsync(launch, "disabled");
        var request = await stage.Play.BeginAsync(visitor, launch);
        if (request.Status != 303)
            return request;
        Assert.Equal(stage.Platform.Issuer, request.Address.GetLeftPart(UriPartial.Authority));
        AssertAsksFor(request, LaunchCase.Patch(stage.Platform.Login(""), launch.Login, stage.Play.Fill));
        stage.Clock.Advance(TimeSpan.FromSeconds(launch.Wait));
        await PrepareAsync(launch, "disable");
        using var forgetful = new Visitor();
        var answering = launch.Browser switch { "other" => another, "forgetful" => forgetful, _ => visitor };
        var answer = stage.Play.Answer(request, launch, strangers, stage.Second);
        if (launch.Setup == "replay")
        {
            using var thief = visitor.Copy();
            await stage.Play.EndAsync(thief, answer);
        }
        return await stage.Play.EndAsync(answering, answer);
    }

    /// <summary>The authentication request says what the specification wants, and returns the login's hints letter by letter.</summary>
    void AssertAsksFor(Page request, JsonObject login)
    {
        Assert.Equal(("openid", "id_token", "form_post", "none"),
            (request.Query("scope"), request.Query("response_type"), request.Query("response_mode"), request.Query("prompt")));
        Assert.Equal(("client-1", stage.Play.Target), (request.Query("client_id"), request.Query("redirect_uri")));
        Assert.Equal(((string?)login["login_hint"], (string?)login["lti_message_hint"]), (request.Query("login_hint"), request.Query("lti_message_hint")));
    }

    async Task PrepareAsync(LaunchCase launch, string moment)
    {
        if (launch.Setup == moment)
            await stage.Tool.WriteAsync(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.Disabled, true)));
        if (launch.Setup == "anonymous")
            await stage.Tool.WriteAsync(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.AllowsAnonymous, true)));
        if (launch.Setup == "rotated-key" && moment == "disable")
            stage.Platform.RotateKey("key-2");
        if (launch.Setup == "keys-away")
            // An address of the discard port, where nobody listens, and that was never asked before.
            await MoveKeysAsync("http://127.0.0.1:9/jwks");
        if (launch.Setup == "keys-inside")
            await MoveKeysAsync("https://10.0.0.5/jwks");
    }

    Task MoveKeysAsync(string address) =>
        stage.Tool.WriteAsync(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.JwksUri, address)));

    static LaunchCase Good => new() { About = "another login", Expect = "" };
}
