using Alai.MissionControl;
using Alai.Tasks;
using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>Takes the candidates of a tick, asks why each may not start, claims those that may and starts their runs.</summary>
internal sealed class Dispatcher(FactoryParts parts, DispatchCheck check, RunExecution execution, Wake wake)
{
    private readonly ILogger logger = parts.Options.Logs.CreateLogger<Dispatcher>();
    private readonly ReadyWindow window = new(parts, wake);
    private long ended;

    /// <summary>Runs ended since the start of the process.</summary>
    public long Ended => Interlocked.Read(ref ended);

    /// <summary>Whether ready tasks were left unseen although slots are free.</summary>
    public bool HasMore => window.IsCut && parts.Slots.InUse < parts.Settings.Orchestrator.MaxRuns;

    /// <summary>Whether the whole list was looked at since the start.</summary>
    public bool HasSeenAll => window.IsSeenWhole;

    /// <summary>Whether anything was filed since the last look.</summary>
    public bool HasFiled => wake.HasFiled;

    /// <summary>Claims what was filed a moment ago: a tick does that between its steps, so that nobody waits for them.</summary>
    public async Task RunFiledAsync(Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        if (parts.Slots.InUse >= parts.Settings.Orchestrator.MaxRuns || check.Closed() is not null)
            return;
        var now = parts.Time.GetUtcNow();
        foreach (var filed in window.Filed())
        {
            if (filed.Stage is { } stage && stage.Progress.RunAt <= now && parts.Reader.IsAsFiled(filed.Root, stage))
                await ConsiderWholeAsync(stage, filed.Root, heartbeat, cancellationToken);
            else
                await ConsiderAsync(window.Of(filed, now), heartbeat, cancellationToken);
            if (parts.Slots.InUse >= parts.Settings.Orchestrator.MaxRuns)
                return;
        }
    }

    /// <summary>Claims what is ready while slots remain.</summary>
    public async Task RunAsync(Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        if (check.Closed() is { } closed)
        {
            heartbeat.Skip(closed.Reason);
            window.Restart();
            return;
        }

        if (parts.Slots.InUse >= parts.Settings.Orchestrator.MaxRuns)
            return;
        await ConsiderAsync(window.Candidates(), heartbeat, cancellationToken);
    }

    private async Task ConsiderAsync(IEnumerable<FactoryTask> candidates, Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        foreach (var candidate in candidates)
        {
            await ConsiderAsync(candidate, heartbeat, cancellationToken);
            if (parts.Slots.InUse >= parts.Settings.Orchestrator.MaxRuns)
                return;
        }
    }

    private async Task ConsiderAsync(FactoryTask listed, Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        // The list leaves bodies out; the rail reads them.
        if (parts.Reader.Find(listed.Id) is not { State: TaskState.Open } candidate)
            return;
        await ConsiderWholeAsync(candidate, null, heartbeat, cancellationToken);
    }

    private async Task ConsiderWholeAsync(FactoryTask candidate, FactoryTask? root, Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        heartbeat.Seen++;
        var answer = check.RunOpen(candidate, root);
        var started = false;
        try
        {
            if (answer.Skip is { } skip)
                await PassOverAsync(candidate, skip, heartbeat, cancellationToken);
            else
                started = await ClaimAsync(candidate, answer, heartbeat, cancellationToken);
        }
        finally
        {
            if (!started)
                answer.Dispose();
        }
    }

    // A rule that came after the filing holds the root now, so that the inbox shows it.
    private async Task PassOverAsync(FactoryTask task, Skip skip, Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        heartbeat.Skip(skip.Reason);
        if (skip.Reason != SkipReason.SafetyRule || parts.Reader.Find(task.Lineage.Root) is not { State: TaskState.Open } root)
            return;
        await parts.Store.AdvanceAsync(
            new RootAdvance
            {
                Root = root.Id,
                Version = root.Version,
                Move = new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.SafetyRule, skip.Sentence) },
                EventKind = "held",
                Text = skip.Sentence,
            },
            cancellationToken);
    }

    private async Task<bool> ClaimAsync(
        FactoryTask candidate, DispatchAnswer answer, Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        var route = answer.Route!;
        var claim = await parts.Store.ClaimAsync(
            new ClaimRequest(candidate.Id, candidate.Version, parts.Owner, route), cancellationToken);
        if (claim.Key is not { } key)
        {
            logger.ClaimRefused(candidate.Id.Value, claim.Refusal ?? "");
            if (!IsStillReady(candidate))
                heartbeat.Skip(SkipReason.InPipeline);
            return false;
        }

        heartbeat.Claimed++;
        logger.Claimed(key, route.Tier, route.Reason);
        Start(new ClaimedRun(key, parts.Reader.Find(candidate.Id)!, route, answer.Lease?.Host) { Before = candidate }, answer);
        return true;
    }

    // Mostly somebody was quicker. What is ready as before and was refused nothing explains: it counts as unclaimed.
    private bool IsStillReady(FactoryTask candidate) =>
        parts.Reader.Find(candidate.Id) is { State: TaskState.Open } now && now.Version == candidate.Version
        && parts.Reader.Find(candidate.Lineage.Root) is { State: TaskState.Open, Assignee: null }
        && parts.Reader.Unmet(candidate.Lineage.Root).Count == 0 && check.Closed() is null;

    private void Start(ClaimedRun run, DispatchAnswer answer)
    {
        parts.Slots.Take(run.Key.Run, run.Route.Tier);
        parts.Runs.Start(run.Key.Run, async stop =>
        {
            try
            {
                await execution.RunAsync(run, stop);
            }
            finally
            {
                answer.Dispose();
                parts.Slots.Free(run.Key.Run);
                Interlocked.Increment(ref ended);
                wake.Now();
            }
        });
    }
}
