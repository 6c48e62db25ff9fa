using Alai.MissionControl;
using Alai.Quality;
using Alai.Tasks;
using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>
/// The straight line of one claimed run: clear, do the stage's work, apply one transition. Whatever happens in between,
/// the run is settled exactly once or left to <see cref="Reconcile"/>.
/// </summary>
internal sealed class RunExecution(FactoryParts parts, IReadOnlyList<IStageWork> works, Conclusion conclusion, Refinement refinement)
{
    private readonly HumanWork people = new(parts);
    private readonly ILogger logger = parts.Options.Logs.CreateLogger<RunExecution>();

    /// <summary>Runs a claim to its end. Never throws.</summary>
    public async Task RunAsync(ClaimedRun claim, CancellationToken cancellationToken)
    {
        try
        {
            using var transcript = new Transcript(
                parts.Home.TranscriptOf(claim.Key.Task.Value, claim.Key.Run.Value), parts.Redactor, parts.Time);
            await using var watch = new RunWatch(parts, claim.Key, cancellationToken);
            await SettleAsync(claim, transcript, watch, cancellationToken);
        }
        catch (Exception exception)
        {
            // Not even settling worked (a full disk, a closed store): the run stays open and its lock tells the truth.
            logger.RunBroke(exception, claim.Key.Task.Value, claim.Key.Run.Value);
        }
    }

    private async Task SettleAsync(ClaimedRun claim, Transcript log, RunWatch watch, CancellationToken cancellationToken)
    {
        try
        {
            var transition = await WorkAsync(claim, log, watch);
            watch.Token.ThrowIfCancellationRequested();
            if (transition is not null)
                await ApplyAsync(claim, transition, log);
        }
        catch (OperationCanceledException) when (watch.Token.IsCancellationRequested)
        {
            log.Step(new RunStep("note", Stopped(watch, cancellationToken)));
            if (watch.Answer == PulseAnswer.Continue)
                await parts.Store.GiveBackAsync(claim.Key, new GiveBack("the daemon stopped"), CancellationToken.None);
            else
                logger.RunStale(claim.Key.Task.Value, claim.Key.Run.Value);
        }
        catch (Exception exception)
        {
            logger.RunBroke(exception, claim.Key.Task.Value, claim.Key.Run.Value);
            log.Step(new RunStep("warning", "the run broke: " + exception.Message, exception.ToString()));
            var end = new RunEnd(RunOutcome.Crashed, exception.Message);
            await ApplyAsync(claim, conclusion.Failed(claim, end, new RunFigures()), log);
        }
    }

    private async Task<Transition?> WorkAsync(ClaimedRun claim, Transcript log, RunWatch watch)
    {
        var root = parts.Reader.Find(claim.Task.Lineage.Root)
            ?? throw new FactoryException($"root {claim.Task.Lineage.Root} of {claim.Task.Id} is not in the store", "run: alai db check");
        log.Step(new RunStep("phase", $"run {claim.Key.Run} of {claim.Task.Id}: {claim.Route.Reason}"));
        if (Clearing.Try(parts, claim.Task, out var ruling) is not { } cleared)
            return conclusion.Held(claim, new Hold(HoldCode.SafetyRule, ruling.Sentence));
        var refined = await refinement.AskAsync(claim, log, watch.Token);
        if (refined?.GiveBack is { } back)
        {
            log.Step(new RunStep("note", "given back: " + back.Reason));
            await parts.Store.GiveBackAsync(claim.Key, back, CancellationToken.None);
            return null;
        }

        if (HumanWork.Takes(claim))
        {
            await people.HandOverAsync(claim, log, CancellationToken.None);
            return null;
        }

        var known = refined is null ? claim : claim with { Task = claim.Task with { Classification = refined.Classification } };
        var work = works.First(candidate => candidate.Takes(known));
        var transition = await work.RunAsync(new StageRun(known, cleared, root, log, watch), watch.Token);
        return refined?.Onto(transition) ?? transition;
    }

    private async Task ApplyAsync(ClaimedRun claim, Transition transition, Transcript log)
    {
        log.Step(new RunStep("phase", $"{SnakeWord<RunOutcome>.Of(transition.Outcome)}: {transition.Reason}"));
        await parts.Options.AtPoint(KillPoints.ApplyBefore(claim.Task.Lineage.Stage));
        var answer = await parts.Store.ApplyAsync(transition with { Record = log.Seal() }, CancellationToken.None);
        await parts.Options.AtPoint(KillPoints.ApplyAfter(claim.Task.Lineage.Stage));
        if (answer.IsStale)
            logger.RunStale(transition.Key.Task.Value, transition.Key.Run.Value);
        else
            logger.RunEnded(transition.Key, SnakeWord<RunOutcome>.Of(transition.Outcome), transition.Reason);
    }

    private static string Stopped(RunWatch watch, CancellationToken cancellationToken) => watch.Answer switch
    {
        PulseAnswer.Stop => "a person stopped the task; the run is discarded",
        PulseAnswer.Stale => "the run was taken away; it is discarded",
        _ => cancellationToken.IsCancellationRequested ? "the daemon is stopping; the task is given back" : "stopped",
    };
}
