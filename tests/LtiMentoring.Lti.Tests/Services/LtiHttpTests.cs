using System.Diagnostics;
using LtiMentoring.Lti.Services;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Services;

public sealed class LtiHttpTests
{
    const string Head = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

    static async Task<Answer> GetAsync(string literally, bool reset = false, TimeSpan drip = default, TimeSpan? timeLimit = null)
    {
        using var site = new LiteralSite(literally, reset, drip);
        using var http = Wire.Open(timeLimit: timeLimit);
        return await http.GetAsync(site.Address);
    }

    [Fact]
    public async Task Says_who_asks_and_sends_nothing_else_of_its_own()
    {
        await using var site = await PlatformSite.StartAsync();
        using var http = Wire.Open();

        await http.GetAsync($"{site.Address}/x");

        Assert.Equal(["Host", "User-Agent"], site.Asked.Single().Headers.Keys.Order());
        Assert.StartsWith("LtiMentoring/", site.Asked.Single().Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_never_ends_is_given_up_after_the_time_limit()
    {
        var watch = Stopwatch.StartNew();

        var answer = await GetAsync($"{Head}\r\n{new string('x', 5_000)}", drip: TimeSpan.FromMilliseconds(20), timeLimit: TimeSpan.FromSeconds(0.5));

        Assert.Equal((0, "no answer within 0.5 seconds"), (answer.Status, answer.Words));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_silent_platform_is_given_up_after_ten_seconds()
    {
        await using var site = await PlatformSite.StartAsync();
        site.Answers["/x"] = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        using var http = Wire.Open();
        var watch = Stopwatch.StartNew();

        Assert.Equal("no answer within 10 seconds", (await http.GetAsync($"{site.Address}/x")).Words);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(9.5), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Whoever_stops_the_program_is_not_told_that_the_platform_is_slow()
    {
        await using var site = await PlatformSite.StartAsync();
        using var stop = new CancellationTokenSource();
        site.Answers["/x"] = async http =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        using var http = Wire.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{site.Address}/x");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => http.SendAsync(request, stop.Token));
    }

    [Theory]
    [InlineData("Content-Length: 1048577\r\n")]
    [InlineData("Content-Length: 4000000000\r\n")]
    [InlineData("")]
    public async Task A_body_longer_than_a_megabyte_is_not_read(string length)
    {
        var answer = await GetAsync($"{Head}{length}\r\n{new string('x', 1_048_577)}");

        Assert.Equal((0, "the answer is longer than 1024 KB", ""), (answer.Status, answer.Words, answer.Body));
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_read() =>
        Assert.Equal(1_048_576, (await GetAsync($"{Head}\r\n{new string('x', 1_048_576)}")).Body.Length);

    /// <summary>Where an answer sends us, how we asked, and the path at which that ends.</summary>
    public static TheoryData<string, string, string> Redirects => new()
    {
        { "GET", "/to", "/to" },
        { "GET", "{site}/to?a=1", "/to?a=1" },
        { "GET", "/twice", "/twice" },
        { "GET", "{other}/to", "/from" },
        { "GET", "https://127.0.0.1/to", "/from" },
        { "GET", "//elsewhere.invalid/to", "/from" },
        { "POST", "/to", "/from" },
    };

    [Theory, MemberData(nameof(Redirects))]
    public async Task One_redirect_is_followed_from_what_is_read_to_the_same_site(string method, string to, string end)
    {
        await using var site = await PlatformSite.StartAsync();
        await using var other = await PlatformSite.StartAsync();
        var target = to.Replace("{site}", site.Address, StringComparison.Ordinal).Replace("{other}", other.Address, StringComparison.Ordinal);
        site.AnswerJson("/to", "[]");
        site.Answers["/from"] = http => Task.Run(() => http.Response.Redirect(target, permanent: true));
        site.Answers["/twice"] = http => Task.Run(() => http.Response.Redirect("/to"));
        using var http = Wire.Open();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{site.Address}/from") { Headers = { { "Authorization", "Bearer token" } } };

        var answer = await http.SendAsync(request, CancellationToken.None);

        Assert.Equal(end switch { "/from" => 301, "/twice" => 302, _ => 200 }, answer.Status);
        Assert.Equal((end, "Bearer token"), (site.Asked[^1].Target, site.Asked[^1].Headers["Authorization"]));
        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task No_cookie_comes_back()
    {
        await using var site = await PlatformSite.StartAsync();
        site.Answers["/x"] = http =>
        {
            http.Response.Headers.SetCookie = "MoodleSession=1; path=/";
            return Task.CompletedTask;
        };
        using var http = Wire.Open();

        await http.GetAsync($"{site.Address}/x");
        await http.GetAsync($"{site.Address}/x");

        Assert.All(site.Asked, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
    }

    [Theory]
    [InlineData("text/html; charset=klingon")]
    [InlineData("application/json; charset=")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task The_body_is_read_as_UTF_8_whatever_its_type_says(string type) =>
        Assert.Equal("é", (await GetAsync($"{Head}Content-Type: {type}\r\n\r\n\u00c3\u00a9")).Body);

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_body() =>
        Assert.Equal("{}", (await GetAsync($"{Head}\r\n\u00ef\u00bb\u00bf{{}}")).Body);

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345", false)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", false)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", false)]
    public async Task A_broken_connection_is_an_answer(string literally, bool reset)
    {
        var answer = await GetAsync(literally, reset);

        Assert.Equal(0, answer.Status);
        Assert.NotEmpty(answer.Words);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_named()
    {
        using var site = new LiteralSite("HTTP/1.1 400 Bad Request\r\n\r\n");
        using var http = Wire.Open();

        var words = (await http.GetAsync(site.Address.Replace("http:", "https:", StringComparison.Ordinal))).Words;

        Assert.Contains("SSL", words, StringComparison.Ordinal);
        Assert.DoesNotMatch("see inner exception\\.$", words);
    }
}
