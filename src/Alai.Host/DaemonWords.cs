using Alai.Client;

namespace Alai.Host;

/// <summary>What <c>alaid</c> was told to do.</summary>
/// <param name="Once">Perform operations until standard input closes, instead of staying.</param>
/// <param name="Home">The absolute home.</param>
/// <param name="Detached">Without a terminal: hang-ups are ignored and nothing is written to it.</param>
/// <param name="Scheduler">Whether work is claimed and run.</param>
internal sealed record DaemonWords(bool Once, string Home, bool Detached, bool Scheduler)
{
    /// <summary>Whether runs may go on where no sandbox works; none of them lands by itself.</summary>
    public bool Unsandboxed { get; init; }

    /// <summary>Whether to play the demo and end; people use <c>alai demo</c>.</summary>
    public bool Demo { get; init; }

    public const string Usage = """
        alaid: the daemon of ALAI. People use 'alai'.
          alaid up [--home FOLDER] [--detached] [--unsandboxed]       run the factory until Ctrl-C or SIGTERM
          alaid once [--home FOLDER] [--scheduler] [--unsandboxed]    serve until standard input closes
        """;

    public static DaemonWords? Read(IReadOnlyList<string> args, string? homeFromEnvironment)
    {
        if (args.Count == 0 || args[0] is not ("up" or "once" or "demo"))
            return null;
        var once = args[0] == "once";
        var words = new DaemonWords(once, HomeFolder.Resolve(null, homeFromEnvironment), Detached: false, Scheduler: !once) { Demo = args[0] == "demo" };
        for (var i = 1; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--home" when i + 1 < args.Count:
                    words = words with { Home = HomeFolder.Resolve(args[++i], null) };
                    break;
                case "--detached":
                    words = words with { Detached = true };
                    break;
                case "--scheduler":
                    words = words with { Scheduler = true };
                    break;
                case "--unsandboxed":
                    words = words with { Unsandboxed = true };
                    break;
                default:
                    return null;
            }
        }

        return words;
    }
}
