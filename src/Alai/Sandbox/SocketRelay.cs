using System.Net;
using System.Net.Sockets;
using Alai.Processes;

namespace Alai.Sandbox;

/// <summary>The relay's work: every connection to a port of this loopback goes on to one Unix socket. Runs inside the sandbox.</summary>
internal static class SocketRelay
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Serves until the command it stands for has ended. In a process namespace of its own the kernel ends both; elsewhere the relay
    /// must see it itself.
    /// </summary>
    /// <param name="port">The port to listen on.</param>
    /// <param name="socket">The socket to lead to.</param>
    /// <param name="command">The process it stands for.</param>
    /// <param name="ready">Told once connections are taken.</param>
    internal static async Task RunAsync(int port, string socket, int command, Func<Task> ready)
    {
        // Stopped by hand and not disposed at the end: the task that serves must see it end.
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        await ready();
        var serving = ServeAsync(listener, socket);
        while (NativeMethods.Signal(command, 0) == 0 && !serving.IsCompleted)
            await Task.Delay(Look, CancellationToken.None);
        listener.Stop();
        await serving;
    }

    private static async Task ServeAsync(TcpListener listener, string socket)
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptSocketAsync(CancellationToken.None), socket, CancellationToken.None);
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The command has ended.
        }
    }

    private static async Task CarryAsync(Socket inner, string path, CancellationToken cancellationToken)
    {
        using (inner)
        using (var outer = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            try
            {
                inner.NoDelay = true;
                await outer.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
                await using var first = new NetworkStream(inner);
                await using var second = new NetworkStream(outer);
                await SocketPair.JoinAsync(first, second, cancellationToken);
            }
            catch (SocketException)
            {
                // The daemon has closed the door: so is this connection.
            }
        }
    }
}
