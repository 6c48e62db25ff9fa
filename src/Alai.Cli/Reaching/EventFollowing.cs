using Alai.Client;
using Alai.Client.Views;

namespace Alai.Cli.Reaching;

/// <summary>Follows the event log over cuts: what was written last is the place to go on from.</summary>
internal sealed class EventFollowing(CliContext context, long? task, Action<EventView> write)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private long last;
    private bool toldOfCut;

    /// <param name="first">Writes what is there already, and tells the place to go on from.</param>
    /// <param name="cancellationToken">Ends it; that is its ordinary end.</param>
    public async Task<int> RunAsync(Func<FactoryClient, Task<(long Next, int Exit)>> first, CancellationToken cancellationToken)
    {
        try
        {
            await using (var link = await new DaemonDoor(context).FindAsync(cancellationToken))
            {
                if (link?.Client is not { } client)
                    return context.Fail(link?.Problem ?? new Problem("No daemon runs, so there is nothing to follow.", Hint: "'alai up', or 'alai events' for what was."), ExitCode.NoDaemon);
                (last, var exit) = await first(client);
                if (exit != ExitCode.Done)
                    return exit;
            }

            while (true)
            {
                await FollowAsync(cancellationToken);
                if (!toldOfCut)
                    await context.World.Error.WriteLineAsync("alai: the daemon is away; waiting for it.");
                toldOfCut = true;
                await Task.Delay(Pause, context.World.Time, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Done;
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var link = await new DaemonDoor(context).FindAsync(cancellationToken);
            if (link?.Client is not { } client)
                return;
            await foreach (var happened in client.Events.FollowAsync(last, task, cancellationToken))
            {
                toldOfCut = false;
                write(happened);
                last = happened.Sequence;
            }
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException)
        {
            // Killed, or ending: it is looked for again.
        }
    }
}
