using System.Diagnostics.CodeAnalysis;

namespace LtiMentoring.Lti;

/// <summary>Addresses that come from outside.</summary>
public static class WebAddress
{
    /// <summary>Whether a request can be sent there at all: absolute, http or https, no user name in it.</summary>
    public static bool IsAbsolute([NotNullWhen(true)] string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0 && uri.Host.Length > 0;

    /// <summary>Scheme, host and port of an address, as a browser writes an origin.</summary>
    public static string Origin(string address) => new Uri(address).GetLeftPart(UriPartial.Authority);
}
