using System.Runtime.InteropServices;

namespace Alai.Host;

/// <summary>What ends the daemon: a signal, or for <c>once</c> the end of standard input.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly List<PosixSignalRegistration> registrations = [];
    private readonly CancellationTokenSource stop;

    public StopSignals(DaemonWords words, CancellationTokenSource stop)
    {
        this.stop = stop;
        registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, End));

        // Ctrl-C reaches everything in the terminal: one that serves a command line ends with it, a detached one stays.
        registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, words.Once || words.Detached ? Ignore : End));
        if (words.Detached)
            registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, Ignore));
        if (words.Once)
            _ = ReadToEndAsync();
    }

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
    }

    private static void Ignore(PosixSignalContext signal) => signal.Cancel = true;

    private void End(PosixSignalContext signal)
    {
        // The second one ends the process at once: what is committed is safe, what is not is settled at the next start.
        signal.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }

    private async Task ReadToEndAsync()
    {
        await using var input = Console.OpenStandardInput();
        var buffer = new byte[256];
        try
        {
            while (await input.ReadAsync(buffer, stop.Token) > 0)
            {
                // Only the end matters.
            }
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            // A broken pipe is an end too.
        }

        await stop.CancelAsync();
    }
}
