using System.Net.Sockets;
using Alai.Client;

namespace Alai.Cli.Reaching;

/// <summary>Finds the daemon of a home, or has one perform this operation alone.</summary>
internal sealed class DaemonDoor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly CliContext context;
    private readonly string socketPath;

    public DaemonDoor(CliContext context)
    {
        this.context = context;
        socketPath = HomeSocket.PathFor(context.Home);
    }

    /// <summary>A link to a running daemon, else to one started for this operation.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="words">More words for one that is started, for example <c>--scheduler</c>.</param>
    public async Task<DaemonLink> OpenAsync(CancellationToken cancellationToken, params string[] words)
    {
        var began = context.World.Time.GetTimestamp();
        while (true)
        {
            if (await FindAsync(cancellationToken) is { } running)
                return running;
            TellOfNewHome();
            var (once, problem) = await OnceDaemon.StartAsync(context, words, cancellationToken);
            if (once is not null)
                return new DaemonLink(NewClient(), once);

            // No problem and no daemon: another process took the home meanwhile, so its socket answers soon.
            if (problem is not null)
                return new DaemonLink(problem, DaemonProgram.Find(context.World) is null ? ExitCode.NoDaemon : ExitCode.Error);
            if (context.World.Time.GetElapsedTime(began) > Patience)
                return new DaemonLink(new Problem($"Another process holds {context.Home} and does not answer.", Hint: "See 'alai status'; the holder is named in data/alaid.json."));
            await Task.Delay(TimeSpan.FromMilliseconds(50), context.World.Time, cancellationToken);
        }
    }

    /// <summary>A link to a running daemon, or null.</summary>
    public async Task<DaemonLink?> FindAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(socketPath))
            return null;
        if (!HomeSocket.IsPrivate(socketPath))
        {
            return new DaemonLink(new Problem(
                "The folder of the daemon's socket is open to other people, so it is not trusted.",
                "a folder with mode 0700",
                Path.GetDirectoryName(socketPath) ?? socketPath,
                $"chmod 700 \"{Path.GetDirectoryName(socketPath)}\""));
        }

        try
        {
            return new DaemonLink(NewClient(await SocketTransport.ConnectAsync(socketPath, cancellationToken)), once: null);
        }
        catch (SocketException)
        {
            // A socket nobody listens on: left by a daemon that was killed.
            return null;
        }
    }

    // A home that was mistyped is else a factory without tasks, which looks like one that lost them.
    private void TellOfNewHome()
    {
        if (!Directory.Exists(context.Home))
            context.World.Error.WriteLine($"There was nothing at {context.Home}: it is made a home now, with the defaults.");
    }

    private FactoryClient NewClient(Socket? connected = null) => new(SocketTransport.Open(socketPath, connected), context.Actor);
}
