using System.Net;
using System.Text.Json.Nodes;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Machine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.Web.Tests.Operate;

/// <summary>The tool changes its key, and no platform ever meets a signature that it could not have checked.</summary>
public abstract class KeyTests(PostgresServer? server) : OperatorStage(server)
{
    public sealed class OnSqlite() : KeyTests(null);

    public sealed class OnPostgres(PostgresServer server) : KeyTests(server);

    async Task<string[]> PublishedAsync()
    {
        using var stranger = new Visitor();
        var page = await stranger.GetAsync(Tool.Address + "/.well-known/jwks.json");
        return [.. JsonNode.Parse(page.Html)!["keys"]!.AsArray().Select(key => (string)key!["kid"]!)];
    }

    static async Task<string> SigningAsync(ToolHost tool) => (await tool.Services.GetRequiredService<ToolKeys>().CurrentAsync(CancellationToken.None)).Kid;

    static async Task<Page> PressAsync(Operator browser, string what, string? kid = null) =>
        await browser.SubmitAsync(await browser.GetAsync("/operate/keys"), $"/operate/keys/{what}", kid is null ? [] : [("kid", kid), ("sure", "true")]);

    [Fact]
    public async Task A_new_key_is_published_a_day_before_it_signs_and_the_old_one_a_month_after()
    {
        using var browser = await ComeAsync();
        var old = Assert.Single(await PublishedAsync());
        Assert.Equal(old, await SigningAsync(Tool));

        await PressAsync(browser, "next");
        var published = await PublishedAsync();
        var next = published.Single(kid => kid != old);
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((2, old), (published.Length, await SigningAsync(Tool)));

        Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(next, await SigningAsync(Tool));
        Assert.Contains(old, await PublishedAsync());

        Clock.Advance(TimeSpan.FromDays(29));
        Assert.Contains(old, await PublishedAsync());
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal([next], await PublishedAsync());
        using var stranger = new Visitor();
        Assert.Equal(200, (await stranger.GetAsync($"{Tool.Address}/.well-known/jwks.json/{old}")).Status);
    }

    [Fact]
    public async Task A_platform_that_read_the_keys_before_the_change_can_check_what_is_signed_after_it()
    {
        using var browser = await ComeAsync();
        var old = await SigningAsync(Tool);
        await PressAsync(browser, "next");
        using var platform = new Visitor();
        var read = new JsonWebKeySet((await platform.GetAsync(Tool.Address + "/.well-known/jwks.json")).Html);
        Clock.Advance(ToolKeys.Ahead);

        var assertion = (await Tool.Services.GetRequiredService<ToolKeys>().CurrentAsync(CancellationToken.None)).ClientAssertion("client-1", "https://lms.example.org/token", Clock.GetUtcNow());

        var checkedBy = await new JsonWebTokenHandler().ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            IssuerSigningKeys = read.GetSigningKeys(), ValidIssuer = "client-1", ValidAudience = "https://lms.example.org/token", ValidateLifetime = false,
        });
        Assert.True(checkedBy.IsValid, checkedBy.Exception?.Message);
        Assert.NotEqual(old, ((JsonWebToken)checkedBy.SecurityToken).Kid);
    }

    [Fact]
    public async Task All_replicas_sign_with_the_new_key_within_a_minute_of_its_time()
    {
        var second = await AddReplicaAsync();
        using var browser = await ComeAsync();
        var old = await SigningAsync(second);
        await PressAsync(browser, "next");
        var next = (await PublishedAsync()).Single(kid => kid != old);

        Clock.Advance(TimeSpan.FromMinutes(5));
        await PressAsync(browser, "use", next);
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((next, next), (await SigningAsync(Tool), await SigningAsync(second)));
    }

    [Fact]
    public async Task An_old_key_can_be_taken_away_at_once_and_the_one_that_signs_cannot()
    {
        using var browser = await ComeAsync();
        var old = await SigningAsync(Tool);
        await PressAsync(browser, "next");
        var next = (await PublishedAsync()).Single(kid => kid != old);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await PressAsync(browser, "use", next);
        var page = await browser.GetAsync("/operate/keys");
        Assert.Single(page.Document.QuerySelectorAll("form[action$='/retire']"));
        page = await browser.SubmitAsync(page, "/operate/keys/retire");
        Assert.Equal($"#sure-{old}", page.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal(2, (await PublishedAsync()).Length);

        await Tool.Services.GetRequiredService<ToolKeys>().RetireAsync(next, CancellationToken.None);
        Assert.Equal(2, (await PublishedAsync()).Length);
        await PressAsync(browser, "retire", old);

        Assert.Equal([next], await PublishedAsync());
    }

    [Fact]
    public async Task Only_one_key_waits_at_a_time()
    {
        using var browser = await ComeAsync();
        await PressAsync(browser, "next");

        Assert.Empty((await browser.GetAsync("/operate/keys")).Document.QuerySelectorAll("form[action$='/next']"));
        await Tool.Services.GetRequiredService<ToolKeys>().PublishNextAsync(CancellationToken.None);
        Assert.Equal(2, (await PublishedAsync()).Length);
    }

    [Fact]
    public async Task Whoever_has_the_keys_already_is_told_that_nothing_changed()
    {
        using var client = new HttpClient();
        using var first = await client.GetAsync(new Uri(Tool.Address + "/.well-known/jwks.json"));
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await client.GetAsync(new Uri(Tool.Address + "/.well-known/jwks.json"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        await Tool.Services.GetRequiredService<ToolKeys>().PublishNextAsync(CancellationToken.None);
        using var changed = await client.GetAsync(new Uri(Tool.Address + "/.well-known/jwks.json"));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }
}
