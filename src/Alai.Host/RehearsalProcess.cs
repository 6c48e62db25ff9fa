using System.Globalization;
using System.Runtime.InteropServices;
using Alai.Rehearsal;
using Alai.Tasks;

namespace Alai.Host;

/// <summary><c>alaid rehearsal</c>: a scripted model server as a process of its own, for tests and trials. It holds no home.</summary>
internal static class RehearsalProcess
{
    private const string Usage = "alaid rehearsal --script FILE [--port N]    serve a scripted model; prints its address, ends with Ctrl-C or SIGTERM";

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (Read(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, stop));
        try
        {
            await using var server = await RehearsalServer.StartAsync(options, stop.Token);
            await Console.Out.WriteLineAsync(server.Url.ToString().TrimEnd('/'));
            await Task.Delay(Timeout.Infinite, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Asked to end.
        }
        catch (FactoryException broken)
        {
            await Console.Error.WriteLineAsync(broken.Message + Environment.NewLine + broken.Hint);
            return 1;
        }

        return 0;
    }

    private static RehearsalOptions? Read(IReadOnlyList<string> args)
    {
        var options = new RehearsalOptions();
        for (var i = 0; i + 1 < args.Count; i += 2)
        {
            if (args[i] == "--script")
                options = options with { ScriptFile = args[i + 1] };
            else if (args[i] == "--port" && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
                options = options with { Port = port };
            else
                return null;
        }

        return args.Count % 2 == 0 && options.ScriptFile is not null ? options : null;
    }

    private static void End(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
