using Alai.Cli.Drawing;
using Alai.Cli.Reaching;
using Alai.Client;
using Alai.Client.Views;

namespace Alai.Cli.Verbs;

/// <summary><c>alai logs</c>: the daemon's log, once or as it grows.</summary>
internal static class LogsVerb
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public static Verb Build(CliWorld world)
    {
        var follow = Given.Flag("--follow", "Go on as lines come, until Ctrl-C.");
        var lines = Given.Count("--lines", "How many lines, 1 to 100000; 50 when left out.", 50, 100_000);
        return new Verb("logs", "The daemon's log, secrets redacted.")
        {
            Examples = ["alai logs", "alai logs -n 500", "alai logs --follow"],
            Options = { follow, lines },
        }.Does(world, (context, parse, cancellationToken) => parse.GetValue(follow)
            ? FollowAsync(context, parse.GetValue(lines), cancellationToken)
            : context.AskAsync((client, stop) => client.Daemon.LogTailAsync(parse.GetValue(lines), stop), Write, cancellationToken));
    }

    private static async Task<int> FollowAsync(CliContext context, int lines, CancellationToken cancellationToken)
    {
        await using var link = await new DaemonDoor(context).FindAsync(cancellationToken);
        if (link?.Client is not { } client)
            return context.Fail(link?.Problem ?? new Problem("No daemon runs, so there is nothing to follow.", Hint: "'alai up', or 'alai logs' for what was."), ExitCode.NoDaemon);
        try
        {
            var reply = await client.Daemon.LogTailAsync(lines, cancellationToken);
            while (reply.Value is { } piece)
            {
                Write(context.Paper, piece);
                await Task.Delay(Pause, context.World.Time, cancellationToken);
                reply = await client.Daemon.LogAfterAsync(piece.Next, cancellationToken);
            }

            return context.Fail(reply);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            return context.Fail(new Problem("The daemon has ended."), ExitCode.NoDaemon);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Done;
        }
    }

    private static void Write(Paper paper, LogView log)
    {
        foreach (var line in log.Lines)
            paper.Raw(CleanText.Line(line));
    }
}
