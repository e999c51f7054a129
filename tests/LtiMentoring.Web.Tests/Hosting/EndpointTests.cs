using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Hosting;

/// <summary>Every address the tool has. What is not named here needs a session.</summary>
public sealed partial class EndpointTests(MentorStage stage) : IClassFixture<MentorStage>
{
    static readonly string[] OpenToAnybody =
    [
        ".well-known/jwks.json/{kid?}", "certificates/{code?}", "certificates/{code}/badge", "healthz", "lti/browser/{step:regex(^seen$)?}", "lti/check/{handler?}", "lti/config/{name}.json", "lti/launch", "lti/login/{registration:guid?}", "lti/notices/{registration:guid}", "lti/register/{token}", "operate/enter/{token}", "problem/{status:int}",
    ];

    IEnumerable<RouteEndpoint> Endpoints => stage.Tool.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    IEnumerable<RouteEndpoint> Pages => Endpoints.Where(endpoint => !StaticFile().IsMatch(endpoint.RoutePattern.RawText!));

    [Fact]
    public void Only_the_launch_the_keys_what_a_code_opens_and_the_error_page_are_open_to_anybody() =>
        Assert.Equal(OpenToAnybody, Pages.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_other_address_tells_a_stranger_where_to_open_it()
    {
        using var stranger = new Visitor();
        var closed = Pages.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(endpoint => endpoint.RoutePattern).ToList();

        Assert.NotEmpty(closed);
        foreach (var pattern in closed)
        {
            var path = "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part =>
                part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "x"))));
            foreach (var prefix in new[] { "", "/s/AAAAAAAAAAAAAAAAAAAAAA" })
            {
                var page = await stranger.GetAsync(stage.Tool.Address + prefix + path);
                Assert.True(page.Status == 401, $"{prefix}{path} answered {page.Status}");
                Assert.Equal(prefix.Length > 0 ? "Reopen this from your course" : path.StartsWith("/operate", StringComparison.Ordinal) ? "This visit is over" : "Open this from your course", page.Heading);
                Assert.Equal(path.StartsWith("/operate", StringComparison.Ordinal) && prefix.Length == 0, page.Headers["Content-Security-Policy"].EndsWith("frame-ancestors 'none'", StringComparison.Ordinal));
                Assert.Equal(401, (await stranger.PostAsync(stage.Tool.Address + prefix + path, [])).Status);
            }
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_of_a_guest()
    {
        var mentor = await stage.ArriveAsync();

        var home = await mentor.HomeAsync();

        var policy = home.Headers["Content-Security-Policy"];
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self' https://lms.example.org", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", home.Headers["Referrer-Policy"]);
        Assert.Equal("nosniff", home.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-store", home.Headers["Cache-Control"]);
        Assert.False(home.Headers.ContainsKey("X-Frame-Options"));
    }

    [Fact]
    public async Task Whoever_watches_over_it_is_told_whether_it_works()
    {
        using var watcher = new Visitor();

        var page = await watcher.GetAsync(stage.Tool.Address + "/healthz");

        Assert.Equal((200, "Healthy"), (page.Status, page.Html));
    }

    [Fact]
    public async Task The_keys_are_published_and_may_be_cached()
    {
        using var stranger = new Visitor();

        var keys = await stranger.GetAsync(stage.Tool.Address + "/.well-known/jwks.json");

        Assert.Contains("\"kty\":\"RSA\"", keys.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"d\"", keys.Html, StringComparison.Ordinal);
        Assert.Equal("public, max-age=300", keys.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Each_key_is_found_alone_under_its_name()
    {
        using var stranger = new Visitor();
        var jwks = stage.Tool.Address + "/.well-known/jwks.json";
        var key = JsonNode.Parse((await stranger.GetAsync(jwks)).Html)!["keys"]!.AsArray().Single()!;

        var alone = await stranger.GetAsync($"{jwks}/{key["kid"]}");

        Assert.True(JsonNode.DeepEquals(key, JsonNode.Parse(alone.Html)), alone.Html);
        Assert.Equal(404, (await stranger.GetAsync($"{jwks}/nothing")).Status);
    }

    [Fact]
    public async Task Every_linked_file_arrives_with_content()
    {
        var mentor = await stage.ArriveAsync();
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None });
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        var home = await mentor.HomeAsync();
        var files = home.Document.QuerySelectorAll("link[href], script[src]").Select(link => link.GetAttribute("href") ?? link.GetAttribute("src")!)
            .Append("/fonts/5.3.0/faustina-latin-ext-wght-normal.woff2").ToList();

        Assert.Equal(6, files.Count);
        foreach (var file in files)
        {
            Assert.DoesNotContain("/s/", file, StringComparison.Ordinal);
            using var response = await client.GetAsync(stage.Tool.Address + file);
            Assert.True(response.IsSuccessStatusCode, file);
            Assert.True((await response.Content.ReadAsByteArrayAsync()).Length > 100, $"{file} is empty");
            if (file.StartsWith("/fonts/", StringComparison.Ordinal))
                Assert.Equal("public, max-age=31536000, immutable", string.Join(',', response.Headers.GetValues("Cache-Control")));
        }
    }

    [Fact]
    public async Task The_log_never_holds_a_session_address()
    {
        var mentor = await stage.ArriveAsync();
        var home = await mentor.HomeAsync();
        await mentor.GetAsync("/nothing");
        var id = home.Address.AbsolutePath.Split('/')[2];

        Assert.DoesNotContain(stage.Tool.Log.Lines, line => line.Contains(id, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(js|fonts)/|\.css|\.svg|\.woff2|\{\*\*")]
    private static partial Regex StaticFile();
}
