using Alai.Fleet;
using Alai.Quality;
using Alai.Routing;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Turns the end of a run into the one transition Mission Control writes: outcome, task, root, next stage, outbox.</summary>
internal sealed class Conclusion(FactoryParts parts, EscalationPolicy policy, PipelineFollow follow)
{
    /// <summary>A run that may not go on: the task is held, no attempt is used.</summary>
    public Transition Held(ClaimedRun claim, Hold hold, RunOutcome outcome = RunOutcome.Denied) => new()
    {
        Key = claim.Key,
        Outcome = outcome,
        Reason = hold.Text,
        Move = new TaskMove { To = TaskState.Held, Hold = hold },
    };

    /// <summary>A run that failed or could not be judged by itself: retry, escalate, or a person, by the policy's table.</summary>
    public Transition Failed(ClaimedRun claim, RunEnd end, RunFigures figures, IReadOnlyList<CheckResult>? checks = null)
    {
        var consequence = policy.Decide(claim.Task.Progress, end, Limits(claim));
        var rest = end.Outcome == RunOutcome.Quota && consequence.Move.RunAt is { } reset ? new TierRest(claim.Route.Tier, reset) : null;
        if (rest is not null)
            parts.Quotas.Pause(rest);
        return new Transition
        {
            Key = claim.Key,
            Outcome = end.Outcome,
            Reason = consequence.Reason,
            Move = consequence.Move,
            CountsAttempt = consequence.CountsAttempt,
            CountsEscalation = consequence.CountsEscalation,
            Rest = rest,
            Figures = figures,
            Checks = checks ?? [],
        };
    }

    /// <summary>A run whose result needs a person's yes: the result is kept and shown, the stage waits.</summary>
    public Transition Kept(StageRun run, Hold hold, StageResult result) => new()
    {
        Key = run.Key,
        Outcome = OutcomeOf(result.Checks),
        Reason = hold.Text,
        Move = Carry(new TaskMove { To = TaskState.Held, Hold = hold }, result),
        CountsAttempt = true,
        Figures = result.Figures,
        Checks = result.Checks,
    };

    /// <summary>A run that was proved: the stage is done and the pipeline goes on in the same transaction.</summary>
    public Transition Accepted(StageRun run, StageResult result)
    {
        var next = follow.After(run.Root, run.Task, result.Artefact, result.Judgement);
        return new Transition
        {
            Key = run.Key,
            Outcome = RunOutcome.Verified,
            Reason = result.Reason,
            Move = Carry(new TaskMove { To = TaskState.Done, Outcome = result.Reason, LastFailure = "" }, result),
            CountsAttempt = true,
            Figures = result.Figures,
            Checks = result.Checks,
            Judgement = result.Judgement,
            Root = next.Root,
            Children = next.Children,
            Outbox = next.Outbox,
        };
    }

    // Verified is what the daemon saw pass, whoever must say yes to it: a run that passes only by its own tests is none, and
    // where no command ran nobody knows.
    private static RunOutcome OutcomeOf(IReadOnlyList<CheckResult> checks)
    {
        var commands = checks.Where(check => check is { Check: "verification", Command.Length: > 0 }).ToList();
        if (commands.Count == 0)
            return RunOutcome.Unknown;
        return commands.All(check => check.Passed) ? RunOutcome.Verified : RunOutcome.VerifyFailed;
    }

    private static TaskMove Carry(TaskMove move, StageResult result) => result.Artefact is { } artefact
        ? move with { Branch = artefact.Branch, ArtefactHash = artefact.Hash }
        : move;

    private EscalationLimits Limits(ClaimedRun claim)
    {
        var settings = parts.Settings;
        // Commands do the same on every tier.
        if (claim.Route.Tier == TaskRouter.NoTier)
            return new EscalationLimits { Attempts = settings.Orchestrator.Attempts, Escalations = 0, NoNextTier = "commands do the same on every tier" };
        var next = parts.Fleet.Tiers.Tiers
            .Where(tier => tier.Setting.Tier > claim.Route.Tier && tier.Setting.Tier < Tier.Human && tier.Works)
            .OrderBy(tier => tier.Setting.Tier)
            .FirstOrDefault(tier => Allowed(tier, claim.Task));
        return new EscalationLimits
        {
            Attempts = settings.Orchestrator.Attempts,
            Escalations = settings.Orchestrator.Escalations,
            NextTier = next?.Setting.Tier,
            NoNextTier = $"no tier above {claim.Route.Tier} may be used",
        };
    }

    private bool Allowed(TierState tier, FactoryTask task) =>
        !tier.Setting.Paid || (parts.Settings.Budgets.EscalateIntoPaid && task.Sensitivity == 0);
}
