using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>The daemon's loop: a tick every 30 seconds and at once on a wake-up, never two at a time.</summary>
internal sealed class Orchestrator(Tick tick, Wake wake, FactoryParts parts) : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    // After a start nobody knows what of a long list can run: it is looked through once without dawdling.
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;

    private readonly ILogger logger = parts.Options.Logs.CreateLogger<Orchestrator>();
    private readonly CancellationTokenSource stop = new();
    private Task? loop;

    /// <summary>Starts ticking.</summary>
    public void Start() => loop ??= Task.Run(() => LoopAsync(stop.Token), CancellationToken.None);

    /// <summary>Stops ticking and every run; a run that is stopped gives its task back.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (loop is not null)
            await loop;
        await parts.Landings.StopAllAsync();
        await parts.Runs.StopAllAsync();
        stop.Dispose();
    }

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        logger.SchedulerStarted(parts.Owner, parts.Settings.Orchestrator.Tick.TotalSeconds);
        var noted = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (!noted)
                {
                    await new StoreSwap(parts.Home).NoteAsync(parts.Store, parts.Reader, cancellationToken);

                    // Reading without a daemon leaves no event; a scheduler that starts does.
                    await parts.Store.NoteAsync("started", "daemon", "owner " + parts.Owner, cancellationToken);
                    noted = true;
                }

                await tick.RunAsync(cancellationToken);
                await wake.WaitAsync(Pause(), parts.Time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                logger.TickFailed(exception);
                await wake.WaitAsync(TimeSpan.FromSeconds(5), parts.Time, CancellationToken.None);
            }
        }

        logger.SchedulerStopped();
    }

    // A task that waits for a time wakes the loop at that time, so back-off is not rounded up to the tick.
    private TimeSpan Pause()
    {
        var longest = tick.HasUnseen ? AtOnce : tick.HasMore ? Soon : parts.Settings.Orchestrator.Tick;
        var now = parts.Time.GetUtcNow();
        if (tick.NextWake(now) is not { } next)
            return longest;
        var until = next - now + TimeSpan.FromMilliseconds(5);
        return until < longest ? TimeSpan.FromMilliseconds(Math.Max(5, until.TotalMilliseconds)) : longest;
    }
}
