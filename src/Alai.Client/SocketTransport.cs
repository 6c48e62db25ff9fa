using System.Net.Sockets;

namespace Alai.Client;

/// <summary>HTTP over the daemon's Unix socket.</summary>
public static class SocketTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A client whose every connection goes to the socket; no proxy, no redirects, no cookies.</summary>
    /// <param name="socketPath">The socket's path.</param>
    /// <remarks>A call to a daemon that does not answer ends with a <see cref="DaemonSilentException"/>.</remarks>
    public static HttpClient Open(string socketPath)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = (_, cancellationToken) => ConnectAsync(socketPath, cancellationToken),
        };

        // Streams are followed for hours; each call has its own cancellation.
        return new HttpClient(new SilenceWatch(handler, Patience, TimeProvider.System)) { BaseAddress = new Uri("http://alai/"), Timeout = Timeout.InfiniteTimeSpan };
    }

    private static async ValueTask<Stream> ConnectAsync(string socketPath, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
