using System.Diagnostics;
using System.Net.Sockets;

namespace Alai.Client;

/// <summary>HTTP over the daemon's Unix socket.</summary>
public static class SocketTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // The daemon hangs up on who says nothing for long.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>A client whose every connection goes to the socket; no proxy, no redirects, no cookies.</summary>
    /// <param name="socketPath">The socket's path.</param>
    /// <param name="connected">A connection that is open already, taken over for the first call if that comes soon; or null.</param>
    /// <remarks>A call to a daemon that does not answer ends with a <see cref="DaemonSilentException"/>.</remarks>
    public static HttpClient Open(string socketPath, Socket? connected = null)
    {
        var opened = Stopwatch.GetTimestamp();
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = (_, cancellationToken) =>
            {
                var first = Interlocked.Exchange(ref connected, null);
                if (first is not null && Stopwatch.GetElapsedTime(opened) < Fresh)
                    return ValueTask.FromResult<Stream>(new NetworkStream(first, ownsSocket: true));
                first?.Dispose();
                return StreamAsync(socketPath, cancellationToken);
            },
        };

        // Streams are followed for hours; each call has its own cancellation.
        return new HttpClient(new SilenceWatch(handler, Patience, TimeProvider.System)) { BaseAddress = new Uri("http://alai/"), Timeout = Timeout.InfiniteTimeSpan };
    }

    private static async ValueTask<Stream> StreamAsync(string socketPath, CancellationToken cancellationToken) =>
        new NetworkStream(await ConnectAsync(socketPath, cancellationToken), ownsSocket: true);

    /// <summary>A connection to the daemon.</summary>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public static async Task<Socket> ConnectAsync(string socketPath, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
