using System.Net;
using System.Net.Sockets;

namespace LtiMentoring.Lti.Services;

/// <summary>
/// Which addresses belong to the public internet (IANA's registries of special-purpose addresses, RFC 6890). Everything else
/// is this machine, the network that it stands in, or nobody.
/// </summary>
public static class PublicInternet
{
    static readonly IPNetwork[] NotPublic4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), // This network (RFC 791); Linux takes it for this machine.
        IPNetwork.Parse("10.0.0.0/8"), // Private (RFC 1918), as are 172.16 and 192.168.
        IPNetwork.Parse("100.64.0.0/10"), // Shared behind a carrier's NAT (RFC 6598); some clouds keep services there.
        IPNetwork.Parse("127.0.0.0/8"), // Loopback (RFC 1122).
        IPNetwork.Parse("169.254.0.0/16"), // Link-local (RFC 3927), with the clouds' metadata services.
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"), // Protocol assignments (RFC 6890).
        IPNetwork.Parse("192.0.2.0/24"), // Documentation (RFC 5737), as are 198.51.100 and 203.0.113.
        IPNetwork.Parse("192.88.99.0/24"), // Relays of 6to4 (RFC 7526).
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"), // Benchmarks (RFC 2544).
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"), // Multicast (RFC 5771).
        IPNetwork.Parse("240.0.0.0/4"), // Reserved (RFC 1112), and broadcast.
    ];

    /// <summary>
    /// Global unicast (RFC 4291, section 2.4). Outside of it lie loopback, link-local, unique-local and multicast addresses,
    /// and those that carry an IPv4 address behind which anything may be: mapped, compatible, and NAT64's.
    /// </summary>
    static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    static readonly IPNetwork[] NotPublic6 =
    [
        IPNetwork.Parse("2001::/23"), // Protocol assignments (RFC 2928), with Teredo, which carries IPv4 addresses.
        IPNetwork.Parse("2001:db8::/32"), // Documentation (RFC 3849), as is 3fff (RFC 9637).
        IPNetwork.Parse("2002::/16"), // 6to4 (RFC 3056), which carries IPv4 addresses.
        IPNetwork.Parse("3fff::/20"),
    ];

    /// <summary>Whether the address may be anybody's on the internet.</summary>
    public static bool Has(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !NotPublic4.Any(range => range.Contains(address)),
        // Mapped ones are asked for beforehand: IPNetwork holds them against ranges of either kind.
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && Global6.Contains(address) && !NotPublic6.Any(range => range.Contains(address)),
        _ => false,
    };
}
