using System.Diagnostics.CodeAnalysis;

namespace LtiMentoring.Lti;

/// <summary>Addresses that come from outside.</summary>
public static class WebAddress
{
    /// <summary>
    /// Whether a request can be sent there at all: absolute, http or https, no user name in it, and nothing that a header
    /// could not carry.
    /// </summary>
    public static bool IsAbsolute([NotNullWhen(true)] string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && !address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0 && uri.Host.Length > 0;

    /// <summary>
    /// Scheme, host and port of an address, as a browser writes an origin (RFC 6454, section 6.2): in ASCII, without the
    /// scheme's own port.
    /// </summary>
    /// <exception cref="UriFormatException">It is not an absolute address.</exception>
    public static string Origin(string address)
    {
        var uri = new Uri(address);
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        return $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}";
    }

    /// <summary>The same address with one more query parameter. A fragment is dropped; no server ever sees one.</summary>
    public static string With(string address, string name, string value)
    {
        var (path, query) = Parts(address);
        return $"{path}{query}{(query.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}";
    }

    /// <summary>An address up to its question mark, and from there on.</summary>
    internal static (string Path, string Query) Parts(string address)
    {
        var sent = address.Split('#', 2)[0];
        var query = sent.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? (sent, "") : (sent[..query], sent[query..]);
    }
}
