using System.Diagnostics;
using Alai.Client;

namespace Alai.Cli.Reaching;

/// <summary>A daemon that performs this operation and ends: it lives until its standard input closes.</summary>
internal sealed class OnceDaemon : IAsyncDisposable
{
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(10);
    private readonly Process process;

    private OnceDaemon(Process process) => this.process = process;

    /// <summary>Starts one. Neither a daemon nor a problem means that another process took the home.</summary>
    public static async Task<(OnceDaemon? Daemon, Problem? Problem)> StartAsync(CliContext context, IEnumerable<string> more, CancellationToken cancellationToken)
    {
        if (DaemonProgram.Find(context.World) is not { } program)
            return (null, DaemonProgram.Missing(context.World));
        var start = DaemonProgram.Start(program, context, ["once", .. more]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var child = Process.Start(start) ?? throw new IOException("alaid did not start: " + program);
        var words = child.StandardError.ReadToEndAsync(cancellationToken);
        var said = await child.StandardOutput.ReadLineAsync(cancellationToken);
        if (said == "ready")
            return (new OnceDaemon(child), null);
        var problem = said == "taken" ? null : new Problem("alaid could not open the factory." + Reason(await words), Hint: "Run 'alai doctor', or 'alaid up' to see it whole.");
        child.Dispose();
        return (null, problem);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(EndPatience);
        try
        {
            // It drains and frees the home before the next command line comes.
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // It ends by itself; the next operation waits for the home.
        }

        process.Dispose();
    }

    private static string Reason(string words) => words.Trim().Length == 0 ? "" : Environment.NewLine + words.Trim();
}
