using System.Net;
using System.Net.Sockets;

namespace LtiMentoring.Lti.Services;

/// <summary>
/// Decides where this tool connects to. Whoever registers a platform, or answers for one, names addresses that we then call
/// from inside the operator's network; so each must be https and lead to the public internet. A name is resolved once for each
/// connection, and the connection is made to the address that was looked at: an answer of the DNS that changes in between
/// changes nothing. No redirect is followed, and no proxy stands in between, which would resolve the name again.
/// </summary>
/// <param name="tool">
/// The tool's own address. While that is a loopback address, the platforms may be on this machine too, by plain http if the
/// tool itself is: for development, and for a trial.
/// </param>
/// <param name="privateHosts">Hosts on other than public addresses that the operator allows, by name or address.</param>
/// <param name="resolve">Finds the addresses of a name; the system's way when left out.</param>
public sealed class OutboundGuard(Uri tool, IEnumerable<string> privateHosts, Resolve? resolve = null)
{
    readonly HashSet<string> allowed = new(privateHosts.Select(host => new UriBuilder(Uri.UriSchemeHttps, host).Uri.IdnHost), StringComparer.OrdinalIgnoreCase);
    readonly Resolve resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>Makes guarded connections. It keeps no cookies.</summary>
    public SocketsHttpHandler Connections() => new()
    {
        // A redirect followed blindly would carry a token, or our word that a key is the platform's, to a place that nobody registered.
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 32,
        ConnectCallback = ConnectAsync,
    };

    async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var address = context.InitialRequestMessage.RequestUri!;
        var isHere = tool.IsLoopback && address.IsLoopback;
        if (address.Scheme != Uri.UriSchemeHttps && !(isHere && tool.Scheme == Uri.UriSchemeHttp))
            throw new OutboundRefusedException(OutboundRefusal.NotHttps, $"{WebAddress.Origin(address.AbsoluteUri)} is not called: it must begin with https://.");
        var host = address.IdnHost;
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancel);
        // Only what may be called is called, whatever else the name leads to.
        var open = allowed.Contains(host) ? found : [.. found.Where(one => PublicInternet.Has(one) || (isHere && IPAddress.IsLoopback(one)))];
        if (open.Length == 0 && found.Length > 0)
            throw new OutboundRefusedException(OutboundRefusal.NotPublic,
                $"{host} is not called: it is on no address of the public internet. If it should be called all the same, name it in the setting PrivateHosts.");
        return await OpenAsync(open, address.Port, cancel);
    }

    static async Task<Stream> OpenAsync(IPAddress[] addresses, int port, CancellationToken cancel)
    {
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>Finds the addresses of a name.</summary>
public delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancel);
