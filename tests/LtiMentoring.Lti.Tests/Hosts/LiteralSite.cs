using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LtiMentoring.Lti.Tests.Hosts;

/// <summary>A server that sends letter by letter what a test wrote, right or wrong, and then hangs up or lets go.</summary>
sealed class LiteralSite : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);

    /// <param name="answer">What is sent, one byte for each letter.</param>
    /// <param name="reset">Whether the connection is torn down, not closed.</param>
    /// <param name="drip">How long to wait after each byte of the answer.</param>
    public LiteralSite(string answer, bool reset = false, TimeSpan drip = default)
    {
        listener.Start();
        _ = ServeAsync(Encoding.Latin1.GetBytes(answer), reset, drip);
    }

    public string Address => $"http://127.0.0.1:{Port}/";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How often somebody came.</summary>
    public int Connections { get; private set; }

    async Task ServeAsync(byte[] answer, bool reset, TimeSpan drip)
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync();
                Connections++;
                var stream = connection.GetStream();
                _ = await stream.ReadAsync(new byte[64 * 1024]);
                foreach (var part in drip == default ? [answer] : answer.Chunk(1))
                {
                    await stream.WriteAsync(part);
                    await Task.Delay(drip);
                }
                if (reset)
                    connection.LingerState = new LingerOption(true, 0);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The other side gave up, or the test is over.
        }
    }

    public void Dispose() => listener.Dispose();
}
