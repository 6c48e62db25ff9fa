using System.Text.Json;
using Alai.Client;
using Alai.Client.Views;

namespace Alai.Cli.Reaching;

/// <summary>Restoring is done by a program of its own, with no daemon: it must also work on a home that cannot be opened.</summary>
internal static class RestoreProgram
{
    /// <summary>Runs it and gives its answer.</summary>
    public static async Task<Reply<RestoreView>> RunAsync(CliContext context, IEnumerable<string> words, CancellationToken cancellationToken)
    {
        if (DaemonProgram.Find(context.World) is not { } program)
            return new Reply<RestoreView> { Problem = DaemonProgram.Missing(context.World) };
        var start = DaemonProgram.Start(program, context, ["restore", "--actor", context.Actor, .. words]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var child = System.Diagnostics.Process.Start(start) ?? throw new IOException("alaid did not start: " + program);
        child.StandardInput.Close();
        var errors = child.StandardError.ReadToEndAsync(cancellationToken);
        var said = (await child.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
        await child.WaitForExitAsync(cancellationToken);
        return Read(said) ?? new Reply<RestoreView> { Problem = new Problem("alaid did not say what it did.", Found: (await errors).Trim(), Hint: "Run 'alai db check' to see where the home stands.") };
    }

    private static Reply<RestoreView>? Read(string said)
    {
        try
        {
            if (JsonSerializer.Deserialize(said, WireJson.Default.Problem) is { Error.Length: > 0 } problem)
                return new Reply<RestoreView> { Problem = problem, Json = said };
            return new Reply<RestoreView> { Value = JsonSerializer.Deserialize(said, WireJson.Default.RestoreView), Json = said };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
