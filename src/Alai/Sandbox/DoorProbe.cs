using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alai.Sandbox;

/// <summary>
/// Tries to reach what it is told, and prints what came of it: <c>tcp:PORT</c>, <c>udp:PORT</c> (of this loopback) or
/// <c>unix:PATH</c>. The self-test runs it inside and outside; whether it really reached anything is seen by the daemon.
/// </summary>
internal static class DoorProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Tries each target in turn.</summary>
    /// <returns>Lines such as <c>tcp:9797=word</c>, the word being what was said there; <c>refused</c> where nothing was reached.</returns>
    internal static async Task<IReadOnlyList<string>> RunAsync(IEnumerable<string> targets, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var target in targets)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            try
            {
                lines.Add($"{target}={await TryAsync(target, patience.Token)}");
            }
            catch (Exception refused) when (refused is SocketException or IOException or OperationCanceledException or ArgumentException)
            {
                lines.Add($"{target}=refused");
            }
        }

        return lines;
    }

    private static async Task<string> TryAsync(string target, CancellationToken cancellationToken)
    {
        var (kind, place) = (target.Split(':', 2)[0], target.Split(':', 2)[1]);
        EndPoint end = kind == "unix"
            ? new UnixDomainSocketEndPoint(place)
            : new IPEndPoint(IPAddress.Loopback, int.Parse(place, CultureInfo.InvariantCulture));
        using var socket = kind switch
        {
            "unix" => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified),
            "udp" => new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp),
            _ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp),
        };
        await socket.ConnectAsync(end, cancellationToken);
        if (kind == "udp")
        {
            await socket.SendAsync("probe"u8.ToArray(), cancellationToken);
            return "sent";
        }

        var buffer = new byte[100];
        var count = await socket.ReceiveAsync(buffer, cancellationToken);
        return count == 0 ? "refused" : Encoding.ASCII.GetString(buffer, 0, count).Trim();
    }
}
