using System.Net;
using System.Text.RegularExpressions;
using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Walks;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys;

/// <summary>Style sheets, fonts, script and icon, as a browser asks for them and as they arrive in each encoding.</summary>
public sealed partial class BrowserFetchesEveryAsset(Stage stage)
{
    const string AllLinked =
        "() => [...document.querySelectorAll('link[href], script[src], img[src]')].map(one => one.href || one.src)";

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Every_linked_file_arrives_with_content(string encoding)
    {
        await using var seat = await stage.SeatAsync("Asta");
        await seat.LaunchAsync();
        var linked = new HashSet<string>();
        foreach (var page in new[] { "/", $"/modules/{ModuleWalk.Module}/ways-to-help", $"/practice/{ModuleWalk.Module}/{ModuleWalk.RolePlay}", "/complete", "/nothing" })
        {
            await seat.OpenAsync(page);
            linked.UnionWith(await seat.Tool.AskAsync<string[]>(AllLinked));
        }
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });

        Assert.Equal([".css", ".js", ".svg", ".woff2"], linked.Select(address => Path.GetExtension(address)).Distinct().Order(StringComparer.Ordinal));
        foreach (var address in linked.Concat(await InStyleSheetsAsync(client, linked)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", encoding } } };
            using var response = await client.SendAsync(request);
            var content = await response.Content.ReadAsByteArrayAsync();

            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} answered {response.StatusCode}");
            Assert.True(content.Length > 200, $"{address} came with {content.Length} bytes");
            Assert.Equal(MediaTypeOf(address), response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task The_frame_gets_its_style_its_script_and_its_typeface()
    {
        await using var seat = await stage.SeatAsync("Anselm");
        List<(string Type, int Status, string Address)> arrived = [];
        seat.Context.Response += (_, response) => arrived.Add((response.Request.ResourceType, response.Status, response.Url));
        var tool = await seat.LaunchAsync();
        await tool.TellAsync("() => document.fonts.ready.then(() => 0)");
        var ours = arrived.ToList().Where(one => one.Address.StartsWith(stage.Sites.Tool.Address, StringComparison.Ordinal)).ToList();

        Assert.All(new[] { "stylesheet", "script", "font" }, type => Assert.Contains(ours, one => one.Type == type));
        Assert.DoesNotContain(ours, one => one.Status >= 400);
        Assert.True(await tool.AskAsync<bool>("() => [...document.fonts].some(face => face.family === 'Faustina' && face.status === 'loaded')"));
        Assert.StartsWith("Faustina", await tool.AskAsync<string>("() => getComputedStyle(document.querySelector('h1')).fontFamily"), StringComparison.Ordinal);
        // Only the script tells the LMS how tall the page is.
        await Assertions.Expect(seat.Page.Locator("iframe[name=tool]")).ToHaveAttributeAsync("style", new Regex("height: \\d+px"));
    }

    /// <summary>The files that style sheets name in turn.</summary>
    static async Task<IReadOnlyList<string>> InStyleSheetsAsync(HttpClient client, IEnumerable<string> linked)
    {
        List<string> named = [];
        foreach (var sheet in linked.Where(address => address.EndsWith(".css", StringComparison.Ordinal)))
            named.AddRange(NamedFile().Matches(await client.GetStringAsync(new Uri(sheet))).Select(match => new Uri(new Uri(sheet), match.Groups[1].Value).AbsoluteUri));
        Assert.NotEmpty(named);
        return named;
    }

    static string MediaTypeOf(string address) => Path.GetExtension(address) switch
    {
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".woff2" => "font/woff2",
        ".svg" => "image/svg+xml",
        var other => throw new ArgumentException($"{address}: what media type is {other}?"),
    };

    [GeneratedRegex(@"url\([""']?([^)""']+)[""']?\)")]
    private static partial Regex NamedFile();
}
