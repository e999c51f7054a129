using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace LtiMentoring.Journeys.Hosts;

/// <summary>Ends https in front of a server that speaks http, as a district's reverse proxy does.</summary>
sealed class TlsFront : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly X509Certificate2 certificate;

    public TlsFront(X509Certificate2 certificate)
    {
        this.certificate = certificate;
        listener.Start();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Serves what the server at this port says.</summary>
    public void Serve(int port) => _ = AcceptAsync(port);

    async Task AcceptAsync(int port)
    {
        while (!stop.IsCancellationRequested)
        {
            TcpClient browser;
            try
            {
                browser = await listener.AcceptTcpClientAsync(stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
            _ = ForwardAsync(browser, port);
        }
    }

    async Task ForwardAsync(TcpClient browser, int port)
    {
        using (browser)
        using (var server = new TcpClient())
            try
            {
                await using var outside = new SslStream(browser.GetStream());
                await outside.AuthenticateAsServerAsync(certificate);
                await server.ConnectAsync(IPAddress.Loopback, port, stop.Token);
                await using var inside = server.GetStream();
                await Task.WhenAny(outside.CopyToAsync(inside, stop.Token), inside.CopyToAsync(outside, stop.Token));
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // The browser went away: it does so with every connection in the end.
            }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        stop.Dispose();
    }
}
