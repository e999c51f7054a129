using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Machine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>A platform tells of a copied course, while nobody has the tool open.</summary>
public abstract class NoticeTests(PostgresServer? server) : IAsyncLifetime
{
    public sealed class OnSqlite() : NoticeTests(null);

    public sealed class OnPostgres(PostgresServer server) : NoticeTests(server);

    const string Lti = "https://purl.imsglobal.org/spec/lti/claim/";
    const string Module = "what-a-mentor-is";
    static readonly HttpClient Client = new();

    readonly LaunchStage stage = new() { Server = server };
    int nonces;

    public ValueTask InitializeAsync() => stage.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await stage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    JsonObject Copied(string from, string to) => new()
    {
        ["iss"] = "https://lms.example.org", ["aud"] = "client-1", ["nonce"] = $"notice-{++nonces}",
        ["iat"] = stage.Clock.GetUtcNow().ToUnixTimeSeconds(), ["exp"] = stage.Clock.GetUtcNow().ToUnixTimeSeconds() + 3600,
        [Lti + "version"] = "1.3.0", [Lti + "deployment_id"] = "1",
        [Lti + "notice"] = new JsonObject { ["id"] = $"n-{nonces}", ["timestamp"] = "2026-11-27T08:00:00Z", ["type"] = "LtiContextCopyNotice" },
        [Lti + "context"] = new JsonObject { ["id"] = to, ["title"] = "Peer mentoring, again" },
        [Lti + "origin_contexts"] = new JsonArray(from),
    };

    string Signed(JsonObject notice, string how = "platform") => stage.Platform.Sign(stage.Platform.Header(), notice, how);

    static string Batch(params string[] tokens) => JsonSerializer.Serialize(new { notices = tokens.Select(jwt => new { jwt }) });

    async Task<(HttpStatusCode Status, string Body)> SendAsync(string body, Guid? registration = null)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Client.PostAsync($"{stage.Tool.Address}/lti/notices/{registration ?? stage.Registration}", content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    Task<int> CopiesAsync() => stage.Tool.ReadAsync(db => db.CourseCopies.IgnoreQueryFilters().CountAsync());

    /// <summary>A mentor opens a link of a course; without a module, the launch does not say what it stands for.</summary>
    async Task<string?> OpenAsync(string link, string course, string title = "Listening", string? module = null)
    {
        using var visitor = new Visitor();
        var home = await stage.LaunchAsync(visitor, new LaunchCase
        {
            About = "a mentor opens a link", Expect = "",
            Payload = new()
            {
                [Lti + "custom"] = module is null ? null : new JsonObject { ["module"] = module },
                [Lti + "context"] = new JsonObject { ["id"] = course, ["title"] = "Peer mentoring" },
                [Lti + "resource_link"] = new JsonObject { ["id"] = link, ["title"] = title },
            },
        });
        Assert.Equal(200, home.Status);
        return await stage.Tool.ReadAsync(db => db.PlacedLinks.IgnoreQueryFilters().Where(row => row.ResourceLinkId == link).Select(row => row.ModuleId).SingleAsync());
    }

    [Fact]
    public async Task A_link_in_a_copied_course_opens_the_module_of_its_original()
    {
        await OpenAsync("original", "course-1", module: Module);
        Assert.Null(await OpenAsync("copy", "course-2"));

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(Batch(Signed(Copied("course-1", "course-2"))))).Status);

        Assert.Equal(Module, await OpenAsync("copy", "course-2"));
        Assert.Null(await OpenAsync("other", "course-2", "Another title"));
        Assert.Null(await OpenAsync("elsewhere", "course-3"));
    }

    [Fact]
    public async Task A_copy_of_a_copy_that_nobody_opened_leads_back_to_the_original()
    {
        await OpenAsync("original", "course-1", module: Module);

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(Batch(Signed(Copied("course-1", "course-2")), Signed(Copied("course-2", "course-3")), Signed(Copied("course-3", "course-2"))))).Status);

        Assert.Equal(Module, await OpenAsync("copy", "course-3"));
    }

    [Fact]
    public async Task A_notice_that_comes_again_changes_nothing_and_is_no_failure()
    {
        var token = Signed(Copied("course-1", "course-2"));
        await SendAsync(Batch(token));
        await stage.Tool.WriteAsync(db => db.CourseCopies.ExecuteDeleteAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(Batch(token, token))).Status);

        Assert.Equal(0, await CopiesAsync());
    }

    [Fact]
    public async Task Of_twenty_at_once_one_is_taken()
    {
        var body = Batch(Signed(Copied("course-1", "course-2")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(body)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.Status));
        Assert.Equal(1, await CopiesAsync());
        Assert.Equal(1, await stage.Tool.ReadAsync(db => db.ReceivedNotices.CountAsync()));
    }

    [Fact]
    public async Task A_nonce_is_remembered_as_long_as_its_notice_is_good()
    {
        var token = Signed(Copied("course-1", "course-2"));
        await SendAsync(Batch(token));
        stage.Clock.Advance(TimeSpan.FromDays(3));

        await stage.Tool.Services.GetRequiredService<Sweep>().SweepAsync(CancellationToken.None);

        Assert.Equal(0, await stage.Tool.ReadAsync(db => db.ReceivedNotices.CountAsync()));
        Assert.Contains("TokenExpired", (await SendAsync(Batch(token))).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other-key", "SignatureWrong")]
    [InlineData("none", "SignatureWrong")]
    [InlineData("hmac-public-key", "SignatureWrong")]
    [InlineData("cut", "SignatureWrong")]
    [InlineData("padded", "TokenUnreadable")]
    public async Task Refuses_what_the_platform_did_not_sign(string how, string why)
    {
        var (status, body) = await SendAsync(Batch(Signed(Copied("course-1", "course-2"), how)));

        Assert.Equal((HttpStatusCode.BadRequest, $$"""{"refused":["{{why}}"]}"""), (status, body));
        Assert.Equal(0, await CopiesAsync());
        Assert.Contains(stage.Tool.Log.Lines, line => line.Contains("Notice refused", StringComparison.Ordinal) && line.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refuses_a_notice_for_a_deployment_that_no_district_has()
    {
        var notice = Copied("course-1", "course-2");
        notice[Lti + "deployment_id"] = "9";

        Assert.Equal((HttpStatusCode.BadRequest, """{"refused":["DeploymentUnknown"]}"""), await SendAsync(Batch(Signed(notice))));
        // It was no launch, so it is not shown as the last one that was refused.
        Assert.Null(await stage.Tool.ReadAsync(db => db.Registrations.Select(row => row.LastRefusal).SingleAsync()));
    }

    [Fact]
    public async Task One_bad_notice_does_not_keep_the_others_out()
    {
        var answer = await SendAsync(Batch("not.a.token", Signed(Copied("course-1", "course-2"))));

        Assert.Equal((HttpStatusCode.BadRequest, """{"refused":["TokenUnreadable"]}"""), answer);
        Assert.Equal(1, await CopiesAsync());
    }

    [Fact]
    public async Task A_platform_speaks_at_its_own_address_only()
    {
        await stage.AddSecondAsync();
        var second = await stage.Tool.ReadAsync(db => db.Registrations.Where(row => row.ClientId == "client-2").Select(row => row.Id).SingleAsync());

        Assert.Equal((HttpStatusCode.BadRequest, """{"refused":["SignatureWrong"]}"""), await SendAsync(Batch(Signed(Copied("course-1", "course-2"))), second));
        Assert.Equal((HttpStatusCode.NotFound, """{"refused":["PlatformUnknown"]}"""), await SendAsync(Batch(Signed(Copied("course-1", "course-2"))), Guid.CreateVersion7()));
        await stage.Tool.WriteAsync(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.Disabled, true)));
        Assert.Equal((HttpStatusCode.NotFound, """{"refused":["PlatformDisabled"]}"""), await SendAsync(Batch(Signed(Copied("course-1", "course-2")))));
        Assert.Equal(0, await CopiesAsync());
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_are_no_reason_not_to_try_again()
    {
        await stage.Tool.WriteAsync(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.JwksUri, "http://127.0.0.1:9/jwks")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SendAsync(Batch(Signed(Copied("course-1", "course-2"))))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"notices":[]}""")]
    [InlineData("""{"notices":[{"jwt":7}]""")]
    [InlineData("""{"notices":[{"\ud800":1}]}""")]
    public async Task Refuses_what_is_no_batch(string body) =>
        Assert.Equal((HttpStatusCode.BadRequest, """{"refused":["NoticeIncomplete"]}"""), await SendAsync(body));

    [Fact]
    public async Task Refuses_more_than_anybody_sends()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(Batch([.. Enumerable.Repeat("a.b.c", 101)]))).Status);
        Assert.Contains((await SendAsync(new string(' ', 3 * 1024 * 1024))).Status, new[] { HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge });
    }

    [Fact]
    public async Task A_notice_about_something_else_is_taken_and_forgotten()
    {
        var notice = Copied("course-1", "course-2");
        notice[Lti + "notice"]!["type"] = "LtiHelloWorldNotice";

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(Batch(Signed(notice)))).Status);
        Assert.Equal(0, await CopiesAsync());
        Assert.NotNull(await stage.Tool.ReadAsync(db => db.Deployments.IgnoreQueryFilters().Select(row => row.NoticeReceivedAt).SingleAsync()));
    }
}
