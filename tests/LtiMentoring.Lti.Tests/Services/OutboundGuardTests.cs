using System.Diagnostics;
using System.Net;
using LtiMentoring.Lti.Services;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Services;

/// <summary>Where the tool lets itself be sent, over real sockets and by a DNS that says what a test wants.</summary>
public sealed class OutboundGuardTests : IDisposable
{
    /// <summary>Of the public internet by its number, given back by those who had it, and routed nowhere.</summary>
    const string Nowhere = "3ffe::1";

    const string Abroad = "https://tool.example.org";
    const string Here = "http://127.0.0.1:5100";

    readonly LiteralSite site = new("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello");
    readonly Queue<string[]> dns = new();
    int resolved;

    async Task<Answer> GetAsync(string tool, string address, params string[] privateHosts)
    {
        using var http = new LtiHttp(new OutboundGuard(new Uri(tool), privateHosts, ResolveAsync), timeLimit: TimeSpan.FromSeconds(1));
        return await http.GetAsync(address);
    }

    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel)
    {
        resolved++;
        return Task.FromResult(dns.Dequeue().Select(IPAddress.Parse).ToArray());
    }

    string Site(string host, string scheme = "https") => $"{scheme}://{host}:{site.Port}/";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.5")]
    [InlineData("100.64.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.20.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("fd00::5")]
    [InlineData("fe80::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("10.0.0.5", "::1", "192.168.1.1")]
    public async Task A_name_that_leads_inside_is_not_called(params string[] addresses)
    {
        dns.Enqueue(addresses);

        var answer = await GetAsync(Abroad, Site("lms.example.org"));

        Assert.Equal((0, OutboundRefusal.NotPublic), (answer.Status, answer.NotCalled));
        Assert.Equal("lms.example.org is not called: it is on no address of the public internet. If it should be called all the same, name it in the setting PrivateHosts.", answer.Words);
        Assert.Equal(0, site.Connections);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("017700000001")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("[fe80::1]")]
    [InlineData("10.0.0.5")]
    public async Task An_address_in_figures_is_looked_at_however_it_is_written(string host)
    {
        var answer = await GetAsync(Abroad, Site(host));

        Assert.Equal((OutboundRefusal.NotPublic, 0, 0), (answer.NotCalled, resolved, site.Connections));
    }

    [Fact]
    public async Task A_DNS_that_changes_its_answer_after_the_check_sends_nobody_inside()
    {
        dns.Enqueue([Nowhere]);
        dns.Enqueue(["127.0.0.1"]);

        var first = await GetAsync(Abroad, Site("lms.example.org"));
        Assert.Equal((0, null, 1), (first.Status, first.NotCalled, resolved));

        var second = await GetAsync(Abroad, Site("lms.example.org"));
        Assert.Equal((OutboundRefusal.NotPublic, 2), (second.NotCalled, resolved));
        Assert.Equal(0, site.Connections);
    }

    [Fact]
    public async Task The_connection_goes_to_the_address_that_was_looked_at()
    {
        // Whoever asked the system again would find no such name.
        dns.Enqueue(["127.0.0.1"]);

        await GetAsync(Abroad, Site("lms.district.invalid"), "lms.district.invalid");

        Assert.Equal((1, 1), (resolved, site.Connections));
    }

    [Fact]
    public async Task Of_a_names_addresses_only_the_public_ones_are_called()
    {
        dns.Enqueue(["127.0.0.1", "::1", Nowhere, "::ffff:127.0.0.1"]);

        var answer = await GetAsync(Abroad, Site("lms.example.org"));

        Assert.Equal((0, null, 0), (answer.Status, answer.NotCalled, site.Connections));
    }

    [Theory]
    [InlineData("lms.district.local", "lms.district.local")]
    [InlineData("LMS.District.local", "lms.district.LOCAL")]
    [InlineData("schüle.example", "xn--schle-mva.example")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("::1", "[0:0:0:0:0:0:0:1]")]
    [InlineData("[::1]", "[::1]")]
    public async Task A_host_that_the_operator_names_is_called_wherever_it_is(string named, string host)
    {
        dns.Enqueue(["127.0.0.1"]);

        var answer = await GetAsync(Abroad, Site(host), "other.district.local", named);

        Assert.Null(answer.NotCalled);
        Assert.Equal(host.Contains(':', StringComparison.Ordinal) ? 0 : 1, site.Connections);
    }

    [Theory]
    [InlineData("lms.district.local", "sub.lms.district.local")]
    [InlineData("lms.district.local", "lms.district.local.example.org")]
    [InlineData("district.local", "lms.district.local")]
    [InlineData("10.0.0.5", "lms.district.local")]
    public async Task A_host_that_only_resembles_it_is_not(string named, string host)
    {
        dns.Enqueue(["10.0.0.5"]);

        Assert.Equal(OutboundRefusal.NotPublic, (await GetAsync(Abroad, Site(host), named)).NotCalled);
    }

    [Theory]
    [InlineData(Abroad, "lms.example.org")]
    [InlineData(Abroad, "127.0.0.1")]
    [InlineData(Abroad, "localhost")]
    [InlineData(Abroad, "lms.district.local")]
    [InlineData("https://localhost:5100", "127.0.0.1")]
    [InlineData(Here, "lms.example.org")]
    [InlineData(Here, "10.0.0.5")]
    [InlineData(Here, "lms.district.local")]
    public async Task Plain_http_is_not_called(string tool, string host)
    {
        var answer = await GetAsync(tool, Site(host, "http"), "lms.district.local");

        Assert.Equal((OutboundRefusal.NotHttps, 0, 0), (answer.NotCalled, resolved, site.Connections));
        Assert.Equal($"http://{host}:{site.Port} is not called: it must begin with https://.", answer.Words);
    }

    [Theory]
    [InlineData(Here, "127.0.0.1", "http", 200)]
    [InlineData("http://localhost:5100", "localhost", "http", 200)]
    [InlineData("http://[::1]:5100", "127.0.0.1", "http", 200)]
    [InlineData("https://localhost:5100", "127.0.0.1", "https", 0)]
    public async Task A_tool_on_this_machine_calls_platforms_on_it(string tool, string host, string scheme, int status)
    {
        dns.Enqueue(["10.0.0.5", "127.0.0.1"]);
        var watch = Stopwatch.StartNew();

        var answer = await GetAsync(tool, Site(host, scheme));

        Assert.Equal((status, null, 1), (answer.Status, answer.NotCalled, site.Connections));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task A_tool_on_this_machine_takes_no_other_name_for_it()
    {
        dns.Enqueue(["127.0.0.1"]);

        Assert.Equal(OutboundRefusal.NotPublic, (await GetAsync(Here, Site("lms.example.org"))).NotCalled);
    }

    [Fact]
    public async Task A_name_without_an_address_is_a_broken_connection_and_no_refusal()
    {
        dns.Enqueue([]);

        var answer = await GetAsync(Abroad, Site("lms.example.org"));

        Assert.Equal((0, null), (answer.Status, answer.NotCalled));
        Assert.Contains("lms.example.org", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_proxy_stands_in_between()
    {
        var (before, proxy) = (HttpClient.DefaultProxy, new CountingProxy());
        HttpClient.DefaultProxy = proxy;
        try
        {
            Assert.Equal("hello", (await GetAsync(Here, Site("127.0.0.1", "http"))).Body);
            Assert.Equal(0, proxy.Asked);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    /// <summary>The machine's proxy, for every address there is.</summary>
    sealed class CountingProxy : IWebProxy
    {
        public int Asked { get; private set; }
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination)
        {
            Asked++;
            return new Uri("http://127.0.0.1:9");
        }

        public bool IsBypassed(Uri host) => false;
    }

    public void Dispose() => site.Dispose();
}
