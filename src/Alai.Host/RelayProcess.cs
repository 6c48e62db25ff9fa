using System.Globalization;
using System.Net.Sockets;
using Alai.Sandbox;

namespace Alai.Host;

/// <summary>
/// <c>alaid relay PORT SOCKET PARENT</c> and <c>alaid reach TARGET...</c>: what runs inside a sandbox. They know no home and no
/// factory; everything they are told stands in their words.
/// </summary>
internal static class RelayProcess
{
    /// <summary>Serves until the command it stands for has ended; says <c>ready</c> once it takes connections.</summary>
    public static async Task<int> RelayAsync(IReadOnlyList<string> words)
    {
        if (words.Count != 3 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || !int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var parent))
        {
            await Console.Error.WriteLineAsync("alaid relay PORT SOCKET PARENT");
            return 2;
        }

        try
        {
            await SocketRelay.RunAsync(port, words[1], parent, () => Console.Out.WriteLineAsync("ready"));
            return 0;
        }
        catch (SocketException taken)
        {
            await Console.Out.WriteLineAsync($"port {port}: {taken.Message}");
            return 1;
        }
    }

    /// <summary>Tries each target and prints what came of it.</summary>
    public static async Task<int> ReachAsync(IReadOnlyList<string> targets)
    {
        foreach (var line in await DoorProbe.RunAsync(targets, CancellationToken.None))
            await Console.Out.WriteLineAsync(line);
        return 0;
    }
}
