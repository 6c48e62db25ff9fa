using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Alai.Processes;

namespace Alai.Sandbox;

/// <summary>
/// Tries a sandbox that may reach one socket: that one must be reached, another socket, this machine's loopback and a
/// datagram to it must not. What was reached is seen by the listeners, not told by the inside.
/// </summary>
internal sealed class DoorTest(ISandbox sandbox, ChildProcesses processes, SandboxMachine machine)
{
    /// <summary>The check that says that programs can use a door at all.</summary>
    internal const string Reaches = "reach its one door";

    private const int Port = 9797;

    internal async Task<IReadOnlyList<SandboxCheck>> RunAsync(CancellationToken cancellationToken)
    {
        await using var door = Listener.Unix(machine);
        var (inside, outside) = (await TryAsync(door, sandbox, cancellationToken), await TryAsync(null, new NoSandbox(processes, machine), cancellationToken));
        var heard = inside.Words.Contains($"tcp:{Port}={door.Word}", StringComparison.Ordinal);
        return
        [
            new(Reaches, false, "done", heard ? "done" : Said(inside.Words), heard),
            Forbidden("reach another socket", inside.Other, outside.Other),
            Forbidden("reach this machine past its door", inside.Loopback, outside.Loopback),
            Forbidden("send a datagram past its door", inside.Datagram, outside.Datagram),
        ];
    }

    private async Task<Reached> TryAsync(Listener? door, ISandbox within, CancellationToken cancellationToken)
    {
        await using var other = Listener.Unix(machine);
        await using var loopback = Listener.Tcp();
        using var datagram = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        datagram.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var work = new DoorFolder(machine.StateFolder);
        var result = await within.RunAsync(
            new SandboxSpec
            {
                Command =
                [
                    machine.Relay!.Program, "reach", $"unix:{other.Place}", $"tcp:{loopback.Place}",
                    $"udp:{((IPEndPoint)datagram.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture)}", .. door is null ? Array.Empty<string>() : [$"tcp:{Port}"],
                ],
                Workspace = Path.GetDirectoryName(work.Socket)!,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_ROOT"] = machine.Relay.DotnetRoot },
                Network = door is null ? SandboxNetwork.None : SandboxNetwork.Through(door.Place, Port),
                Timeout = TimeSpan.FromSeconds(20),
            },
            cancellationToken);
        return new Reached(other.WasReached, loopback.WasReached, datagram.Poll(0, SelectMode.SelectRead), result.Output);
    }

    private static SandboxCheck Forbidden(string name, bool inside, bool outside) => new(
        name, true, "refused", inside ? "it had an effect" : outside ? "refused" : "refused, but also without the sandbox", !inside);

    private static string Said(string words) => words.Length > 200 ? words[^200..].Trim() : words.Trim();

    private sealed record Reached(bool Other, bool Loopback, bool Datagram, string Words);

    /// <summary>Says its word to whoever connects.</summary>
    private sealed class Listener : IAsyncDisposable
    {
        private readonly Socket socket;
        private readonly DoorFolder? folder;
        private readonly Task serving;
        private int reached;

        private Listener(Socket socket, DoorFolder? folder)
        {
            (this.socket, this.folder) = (socket, folder);
            socket.Listen();
            serving = ServeAsync();
        }

        public string Word { get; } = "door-" + Guid.NewGuid().ToString("N");

        public bool WasReached => Volatile.Read(ref reached) > 0;

        public string Place => folder?.Socket ?? ((IPEndPoint)socket.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture);

        public static Listener Unix(SandboxMachine machine)
        {
            var place = new DoorFolder(machine.StateFolder);
            var open = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            open.Bind(new UnixDomainSocketEndPoint(place.Socket));
            return new Listener(open, place);
        }

        public static Listener Tcp()
        {
            var open = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            open.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            return new Listener(open, null);
        }

        public async ValueTask DisposeAsync()
        {
            socket.Dispose();
            await serving;
            folder?.Dispose();
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var caller = await socket.AcceptAsync();
                    Interlocked.Increment(ref reached);
                    await caller.SendAsync(Encoding.ASCII.GetBytes(Word));
                }
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                // Disposed.
            }
        }
    }
}
