using Alai.MissionControl;

namespace Alai.Orchestration;

/// <summary>
/// One tick, in this order: reconcile, check configuration and disk, look at the fleet, start landing what may land, file
/// what schedules name, let rise what waited long, claim what is ready, drain the outbox, write the heartbeat row. No step
/// of it calls a model. What was filed a moment ago waits for no step.
/// </summary>
internal sealed class Tick(
    FactoryParts parts,
    Reconcile reconcile,
    ConfigurationCheck configuration,
    Dispatcher dispatcher,
    Landing landing,
    OutboxDrain outbox,
    Ageing ageing,
    Schedules schedules)
{
    private long endedBefore;

    /// <summary>Whether the next tick should come before its time: ready tasks were left unseen.</summary>
    public bool HasMore => dispatcher.HasMore;

    /// <summary>Whether some of what waits was not looked at once since the start.</summary>
    public bool HasUnseen => HasMore && !dispatcher.HasSeenAll;

    /// <summary>The next moment something must be filed or becomes ready, or null.</summary>
    public DateTimeOffset? NextWake(DateTimeOffset now) =>
        new[] { parts.Reader.NextWake(now), schedules.NextDue() }.Min();

    /// <summary>Runs one tick.</summary>
    public async Task<TickRecord> RunAsync(CancellationToken cancellationToken)
    {
        var started = parts.Time.GetTimestamp();
        var heartbeat = new Heartbeat(parts.Time.GetUtcNow());

        Func<Task>[] steps =
        [
            () => reconcile.RunAsync(cancellationToken),
            () => Configure(heartbeat),
            () => TendDisk(heartbeat),
            () => ProbeIfDueAsync(cancellationToken),
            () => landing.RunAsync(cancellationToken),
            () => schedules.RunAsync(heartbeat, cancellationToken),
            () => ageing.RunAsync(cancellationToken),
            () => dispatcher.RunAsync(heartbeat, cancellationToken),
            () => outbox.RunAsync(cancellationToken),
        ];
        foreach (var step in steps)
        {
            await FiledAsync(heartbeat, cancellationToken);
            await step();
        }

        var ended = dispatcher.Ended;
        var free = parts.Slots.InUse < parts.Settings.Orchestrator.MaxRuns;
        var record = heartbeat.ToRecord(parts.Time.GetElapsedTime(started), (int)(ended - endedBefore), free);
        endedBefore = ended;
        await parts.Store.RecordTickAsync(record, cancellationToken);
        return record;
    }

    // Rules that a person changed before filing are in force for what was filed.
    private async Task FiledAsync(Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        if (!dispatcher.HasFiled)
            return;
        configuration.Run();
        await dispatcher.RunFiledAsync(heartbeat, cancellationToken);
    }

    private Task Configure(Heartbeat heartbeat)
    {
        foreach (var problem in configuration.Run())
            heartbeat.Alarm(problem);
        return Task.CompletedTask;
    }

    private Task TendDisk(Heartbeat heartbeat)
    {
        if (parts.Disk.Tend() is { } shortage)
            heartbeat.Alarm(shortage);
        return Task.CompletedTask;
    }

    private async Task ProbeIfDueAsync(CancellationToken cancellationToken)
    {
        var age = parts.Time.GetUtcNow() - parts.Fleet.Current.At;
        if (age < TimeSpan.Zero || age >= parts.Fleet.Options.ProbeEvery)
            await parts.Fleet.ProbeAsync(cancellationToken);
    }
}
