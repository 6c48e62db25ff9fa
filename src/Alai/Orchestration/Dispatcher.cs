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

    // How many runs had ended when slots were last left over: until the next ends, nobody in the line waits for one.
    private long servedAt = -1;

    /// <summary>Runs ended since the start of the process.</summary>
    public long Ended => Interlocked.Read(ref ended);

    /// <summary>Whether ready tasks were left unseen although slots are free.</summary>
    public bool HasMore => window.IsCut && parts.Slots.InUse < parts.Settings.Orchestrator.MaxRuns;

    /// <summary>Whether the whole list was looked at since the start.</summary>
    public bool HasSeenAll => window.IsSeenWhole;

    /// <summary>Whether anything was filed since the last look.</summary>
    public bool HasFiled => wake.HasFiled;

    /// <summary>
    /// Claims what was filed a moment ago: a tick does that between its steps, so that nobody waits for them. Only while a slot is
    /// there for each and nobody in the line waits for one; otherwise they take their place in the line, and stay in sight.
    /// </summary>
    public async Task RunFiledAsync(Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        if (check.Closed() is not null)
            return;
        var filed = window.Filed();
        var goAhead = servedAt == Ended && parts.Slots.InUse + filed.Count <= parts.Settings.Orchestrator.MaxRuns;
        foreach (var found in filed.SelectMany(Stages))
        {
            if (goAhead)
                await ConsiderAsync(found, isNew: true, heartbeat, cancellationToken);
            else
                window.Lacked(found.Stage.Id, isNew: true);
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
        var before = Ended;
        foreach (var found in window.Candidates())
        {
            await ConsiderAsync(found, isNew: false, heartbeat, cancellationToken);
            if (parts.Slots.InUse >= parts.Settings.Orchestrator.MaxRuns)
                return;
        }

        servedAt = before;
    }

    // As a rule it is still what its writer handed over.
    private IReadOnlyList<StageOfRoot> Stages(FreshRoot filed) => filed.Stage is { } stage && stage.Progress.RunAt <= parts.Time.GetUtcNow()
        ? [new StageOfRoot(stage, filed.Root)]
        : window.Of(filed);

    private async Task ConsiderAsync(StageOfRoot found, bool isNew, Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        heartbeat.Seen++;
        window.Looked(found.Stage.Id);
        var answer = check.RunOpen(found.Stage, found.Root);

        // Several are read at once: whatever was changed since is asked about as it is now.
        if (answer.Skip is null && !parts.Reader.IsUnchanged(found))
        {
            answer.Dispose();
            if (parts.Reader.WithRoots([found.Stage.Id]) is not [{ Stage.State: TaskState.Open } now])
                return;
            (found, answer) = (now, check.RunOpen(now.Stage, now.Root));
        }

        var started = false;
        try
        {
            if (answer.Skip is { } skip)
                await PassOverAsync(found.Stage, skip, (heartbeat, isNew), cancellationToken);
            else
                started = await ClaimAsync(found.Stage, answer, heartbeat, cancellationToken);
        }
        finally
        {
            if (!started)
                answer.Dispose();
        }
    }

    // A rule that came after the filing holds the root now, so that the inbox shows it.
    private async Task PassOverAsync(FactoryTask task, Skip skip, (Heartbeat Heartbeat, bool IsNew) during, CancellationToken cancellationToken)
    {
        during.Heartbeat.Skip(skip.Reason);
        if (skip.Reason == SkipReason.NoCapacity)
            window.Lacked(task.Id, during.IsNew);
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
