using Alai.Client.Views;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Host.Wire;

/// <summary>The state of the factory in the words of the wire.</summary>
internal static class StatusWire
{
    private const int InboxShown = 10;
    private const int InboxCounted = 500;
    private const int LateShown = 5;
    private const int AssignedShown = 500;

    public static StatusView Of(Daemon daemon)
    {
        var factory = daemon.Factory;
        var reader = factory.Reader;
        var now = daemon.Time.GetUtcNow();
        var health = factory.Health.Read();
        var late = Late(reader, now);
        var midnight = Midnight(factory.Settings.Zone, now);
        return new StatusView
        {
            Home = daemon.Home,
            Version = Daemon.Version,
            Mode = daemon.Mode,
            Pid = Environment.ProcessId,
            StartedAt = daemon.StartedAt,
            Now = now,
            Healthy = health.Problems.Count == 0,
            Alarms = health.Problems,
            Halt = Of(health.Halt),
            LastTick = health.LastTick?.At,
            TickSeconds = factory.Settings.Orchestrator.Tick.TotalSeconds,
            Skipped = daemon.Mode == "up" ? health.LastTick?.Skipped.ToDictionary(pair => pair.Key, pair => (long)pair.Value) ?? [] : [],
            Later = reader.CountLater(now, InboxCounted),
            NextAt = reader.NextWake(now),
            Runs = [.. reader.OpenRuns().Select(run => Running(factory, run))],
            Assigned = [.. reader.Assigned(AssignedShown).Select(task => TaskWire.Of(task))],
            Inbox = [.. reader.Inbox(InboxShown).Select(task => InboxWire.Of(task, factory))],
            InboxTotal = reader.CountInbox(InboxCounted),
            Late = [.. late.Take(LateShown).Select(task => TaskWire.Of(task))],
            LateTotal = late.Count,
            Today = Of(reader.Counts(midnight), midnight),
        };
    }

    /// <summary>What was wanted before now and is not done, the longest late first.</summary>
    public static IReadOnlyList<FactoryTask> Late(IMissionControlReader reader, DateTimeOffset now) =>
        reader.List(new TaskFilter { ByDue = true, DueBefore = now, Limit = InboxCounted }).Tasks;

    public static HaltView Of(HaltState halt) => new() { Halted = halt.Halted, By = halt.By, Reason = halt.Reason, At = halt.At };

    public static StatsView Of(FactoryCounts counts, DateTimeOffset since) => new()
    {
        States = Enum.GetValues<TaskState>().ToDictionary(SnakeWord<TaskState>.Of, state => counts.ByState.GetValueOrDefault(state)),
        Holds = counts.ByHold.ToDictionary(pair => SnakeWord<HoldCode>.Of(pair.Key), pair => pair.Value),
        Outcomes = counts.Runs.ToDictionary(pair => SnakeWord<RunOutcome>.Of(pair.Key), pair => pair.Value),
        Done = counts.Done,
        SpentMicroUsd = counts.SpentMicroUsd,
        Since = since,
    };

    /// <summary>The last midnight of a time zone.</summary>
    public static DateTimeOffset Midnight(TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        return new DateTimeOffset(local.Date, zone.GetUtcOffset(local.Date));
    }

    private static RunView Running(Factory factory, RunRecord run)
    {
        var reader = factory.Reader;
        var root = RootOf(reader, run);
        var view = RunWire.Of(run, root) with { Strip = root is null ? [] : StripWire.Of(root, reader) };
        return !factory.Health.SchedulerRuns && factory.Health.IsLost(run) ? view with { Phase = "its worker is gone" } : view;
    }

    private static FactoryTask? RootOf(IMissionControlReader reader, RunRecord run) =>
        reader.Find(run.Key.Task) is { } stage ? reader.Find(stage.Lineage.Root) : null;
}
