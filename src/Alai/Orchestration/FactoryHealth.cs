using Alai.MissionControl;

namespace Alai.Orchestration;

/// <summary>Is it healthy: from heartbeat rows, never from "the process is alive".</summary>
internal sealed class FactoryHealth(FactoryParts parts, ConfigurationCheck configuration, WorkerLiveness liveness)
{
    private const int Missed = 3;
    private const int Counted = 500;

    private DateTimeOffset? began;

    /// <summary>Whether this process ticks.</summary>
    public bool SchedulerRuns
    {
        get => began is not null;
        set => began = value ? parts.Time.GetUtcNow() : null;
    }

    /// <summary>Whether a run's worker is dead; the next tick would give its work back.</summary>
    public bool IsLost(RunRecord run) => run.EndedAt is null && run.Key.Owner != parts.Owner && liveness.IsDead(run.Key.Owner);

    // Filing and reading need no daemon; work does.
    private string? WithoutDaemon(DateTimeOffset now, bool halted)
    {
        var lost = parts.Reader.OpenRuns().Where(IsLost).Select(run => parts.Reader.Find(run.Key.Task)?.Lineage.Root ?? run.Key.Task).Distinct().ToList();
        if (lost.Count > 0)
            return $"the daemon is gone in the middle of {string.Join(", ", lost)}, and nobody works on {(lost.Count == 1 ? "it" : "them")}. Start it again, and the work is given back: alai up";
        var ready = halted ? 0 : parts.Reader.Ready(now, null, Counted).Count;
        return ready switch
        {
            0 => null,
            1 => "1 task is ready and no daemon runs, so nothing is dispatched. Start one: alai up",
            _ => $"{(ready == Counted ? $"{Counted} or more" : $"{ready}")} tasks are ready and no daemon runs, so nothing is dispatched. Start one: alai up",
        };
    }

    // With nothing configured there is no tier to complain about; work would only pile up.
    private string? NoModel()
    {
        var fleet = parts.Fleet.Current;
        if (!fleet.IsProbed || parts.Fleet.Tiers.Tiers.Any(tier => tier.Works && tier.Setting.Tier < Tasks.Tier.Human))
            return null;
        var hosts = fleet.Hosts.Select(host => host.Up
            ? $"{host.Host.Name} ({host.Host.Url}) serves no model that can work"
            : $"{host.Host.Name} ({host.Host.Url}) is down: {host.Reason}");
        return $"no model is served, so nothing can be built: {string.Join("; ", hosts)}. See alai fleet status.";
    }

    private static DateTimeOffset Later(DateTimeOffset start, DateTimeOffset? tick) => tick > start ? tick.Value : start;

    /// <summary>Reads the state of the factory now.</summary>
    public HealthReport Read()
    {
        var now = parts.Time.GetUtcNow();
        var ticks = parts.Reader.Ticks(Missed);
        var halt = parts.Reader.Halt();
        var problems = new List<string>(configuration.Problems);
        problems.AddRange(parts.Care.All);
        if (parts.Disk.Shortage() is { } shortage)
            problems.Add(shortage + "; nothing new starts");
        if (!SchedulerRuns && WithoutDaemon(now, halt.Halted) is { } idle)
            problems.Add(idle);
        var last = ticks.Count > 0 ? ticks[0] : null;
        var limit = parts.Settings.Orchestrator.Tick * Missed;

        // A scheduler that never came to its first heartbeat is as silent as one that stopped.
        if (began is { } start && now - Later(start, last?.At) is var silence && silence > limit)
            problems.Add($"no heartbeat for {silence.TotalSeconds:0} s; expected one every {parts.Settings.Orchestrator.Tick.TotalSeconds:0} s. See alai logs.");
        if (ticks.Count == Missed && ticks.All(tick => tick.Unclaimed > 0))
            problems.Add($"{last!.Unclaimed} ready tasks went unclaimed for {Missed} ticks with slots free. See alai logs.");
        problems.AddRange(parts.Fleet.Tiers.Problems);
        if (NoModel() is { } missing)
            problems.Add(missing);
        var state = !SchedulerRuns ? "not running" : halt.Halted ? "halted" : problems.Count > 0 ? "needs attention" : "healthy";
        return new HealthReport(state, problems, last, halt, parts.Slots.InUse, parts.Settings.Orchestrator.MaxRuns);
    }
}
