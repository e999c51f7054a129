using System.Net;
using LtiMentoring.Lti.Services;

namespace LtiMentoring.Lti.Tests.Services;

public sealed class PublicInternetTests
{
    /// <summary>Each range's first and last address, as IANA's registries give them.</summary>
    [Theory]
    [InlineData("0.0.0.0", "0.255.255.255")]
    [InlineData("10.0.0.0", "10.255.255.255")]
    [InlineData("100.64.0.0", "100.127.255.255")]
    [InlineData("127.0.0.0", "127.255.255.255")]
    [InlineData("169.254.0.0", "169.254.255.255")]
    [InlineData("172.16.0.0", "172.31.255.255")]
    [InlineData("192.0.0.0", "192.0.0.255")]
    [InlineData("192.0.2.0", "192.0.2.255")]
    [InlineData("192.88.99.0", "192.88.99.255")]
    [InlineData("192.168.0.0", "192.168.255.255")]
    [InlineData("198.18.0.0", "198.19.255.255")]
    [InlineData("198.51.100.0", "198.51.100.255")]
    [InlineData("203.0.113.0", "203.0.113.255")]
    [InlineData("224.0.0.0", "239.255.255.255")]
    [InlineData("240.0.0.0", "255.255.255.255")]
    [InlineData("::", "::1")]
    [InlineData("::2", "::ffff")]
    [InlineData("::127.0.0.1", "::8.8.8.8")]
    [InlineData("::ffff:127.0.0.1", "::ffff:8.8.8.8")]
    [InlineData("::ffff:10.0.0.5", "::ffff:192.168.1.1")]
    [InlineData("::ffff:32.0.0.1", "::ffff:63.255.255.255")]
    [InlineData("64:ff9b::7f00:1", "64:ff9b::808:808")]
    [InlineData("64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("100::", "100::ffff")]
    [InlineData("1000::", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("4000::", "fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("fec0::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    public void Has_no_special_addresses(string first, string last) =>
        Assert.All([first, last], address => Assert.False(PublicInternet.Has(IPAddress.Parse(address)), address));

    /// <summary>What lies just before and just behind.</summary>
    [Theory]
    [InlineData("1.0.0.0", "9.255.255.255", "11.0.0.0")]
    [InlineData("100.63.255.255", "100.128.0.0", "126.255.255.255")]
    [InlineData("128.0.0.0", "169.253.255.255", "169.255.0.0")]
    [InlineData("172.15.255.255", "172.32.0.0", "191.255.255.255")]
    [InlineData("192.0.1.0", "192.0.1.255", "192.0.3.0")]
    [InlineData("192.88.98.255", "192.88.100.0", "192.167.255.255")]
    [InlineData("192.169.0.0", "198.17.255.255", "198.20.0.0")]
    [InlineData("198.51.99.255", "198.51.101.0", "203.0.112.255")]
    [InlineData("203.0.114.0", "223.255.255.255", "8.8.8.8")]
    [InlineData("2000::", "2000:ffff::", "2001:200::")]
    [InlineData("2001:db7:ffff::", "2001:db9::", "2001:ffff::")]
    [InlineData("2003::", "2606:4700::1111", "3ffe:ffff::")]
    [InlineData("3fff:1000::", "3fff:ffff::", "2a00::1")]
    public void Has_all_others(params string[] addresses) =>
        Assert.All(addresses, address => Assert.True(PublicInternet.Has(IPAddress.Parse(address)), address));
}
