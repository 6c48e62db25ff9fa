using Alai.Pipeline;
using Alai.Settings;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Asks the pipeline what comes next and writes it as moves and tasks. Used by the transition of a run and, after a
/// restart, by the tick: the idempotency keys of the tasks make both one.
/// </summary>
internal sealed class PipelineFollow(FactoryParts parts, RootEnding ending)
{
    private const string Passed = "Passed every stage";

    /// <summary>Whether a root is proved and waits for nothing but a person's word on landing.</summary>
    public static bool WaitsForLandingOnly(FactoryTask root) =>
        root is { IsRoot: true, ArtefactHash: not null, Hold.Code: HoldCode.NeedsApproval, Progress.WaitReason: Landing.Asks };

    /// <summary>What follows an accepted stage.</summary>
    public Following After(FactoryTask root, FactoryTask stage, StageArtefact? artefact, Judgement? judgement) =>
        stage.Lineage.Stage == Stage.Single && artefact is { Hash.Length: > 0 }
            ? Write(root, artefact, new PipelineResult.Land(artefact, null)) // A one-shot that changed files: nobody judges it, and it lands like any other.
            : Write(root, artefact, PipelineStep.Next(Situation(root, stage, artefact, judgement)));

    /// <summary>The reviewers are asked again, as if none had been asked of this result.</summary>
    public Following AskedAgain(FactoryTask root, FactoryTask stage, StageArtefact? artefact) =>
        Write(root, artefact, PipelineStep.Next(Situation(root, stage, artefact, null) with { CouldNotJudge = -1 }));

    /// <summary>What follows a proved landing.</summary>
    public Following AfterLanding(FactoryTask root, FactoryTask stage, StageArtefact artefact) =>
        stage.Lineage.Stage == Stage.Single ? ending.Done(root) : Write(root, null, PipelineStep.AfterLanding(Situation(root, stage, artefact, null)));

    /// <summary>What follows when a person changed the result after it was judged: it is reviewed again, as it is now.</summary>
    public Following AfterPersonsCommits(FactoryTask root, FactoryTask stage, StageInput theirs)
    {
        var artefact = theirs.Artefact!;
        var situation = Situation(root, stage, artefact, null);
        if (stage.Lineage.Stage == Stage.Docs || situation.Plan.Steps.FirstOrDefault(step => step.Judges)?.Stage is not { } review)
            return Write(root, artefact, new PipelineResult.Land(artefact, null));
        var task = StageTasks.Make(situation, review, stage.Lineage.Round, theirs);
        return new Following(new TaskMove { To = TaskState.Open, LastFailure = "" }, [task], [], "a person's commits are reviewed first");
    }

    private PipelineSituation Situation(FactoryTask root, FactoryTask stage, StageArtefact? artefact, Judgement? judgement)
    {
        var input = StageInput.Parse(parts.Reader.Input(stage.Id));
        return new PipelineSituation
        {
            Plan = PlanOf(root, stage),
            Root = root,
            Finished = stage,
            Judgement = judgement,
            Artefact = artefact ?? input.Artefact,
            RoundsUsed = RoundsUsed(root),
            RoundsAllowed = parts.Settings.Orchestrator.Rounds,
            CouldNotJudge = input.CouldNotJudge,
        };
    }

    // A retry or reopen files a first stage anew, and with it come fresh rounds.
    private int RoundsUsed(FactoryTask root)
    {
        var stages = parts.Reader.Family(root.Id).Where(task => !task.IsRoot).ToList();
        var first = stages.FindLastIndex(task => task.Lineage is { Round: 0, Stage: Stage.Build });
        return stages.Skip(Math.Max(0, first)).Select(task => task.Lineage.Round).DefaultIfEmpty(0).Max();
    }

    private PipelinePlan PlanOf(FactoryTask root, FactoryTask stage)
    {
        if (stage.Lineage.Stage == Stage.Single)
            return PipelinePlan.Single;
        var text = parts.Reader.Pipeline(root.Id);
        return text is null ? PipelinePlan.Standard : PipelinePlan.Load(text).Plan ?? PipelinePlan.Standard;
    }

    private Following Write(FactoryTask root, StageArtefact? artefact, PipelineResult result) => result switch
    {
        PipelineResult.NextStage next => new Following(null, Railed([next.Task, next.FollowUp]), [], $"on to {Word(next.Task)}"),
        PipelineResult.Rework rework => new Following(null, Railed([rework.Task]), [], $"back to BUILD, round {rework.Task.Round + 1}"),
        PipelineResult.AnotherReviewer other => new Following(null, Railed([other.Task]), [], $"another reviewer for {Word(other.Task)}"),
        PipelineResult.Land land => new Following(LandingMove(root, land.Artefact), Railed([land.FollowUp]), [], "passed; landing is next"),
        PipelineResult.HoldRoot held => new Following(HoldMove(held.Hold, artefact), [], [], held.Hold.Text),
        PipelineResult.RootDone => ending.Done(root),
        _ => throw new InvalidOperationException($"a pipeline result outside the closed set: {result.GetType().Name}"),
    };

    // What was made so far goes with the hold: a person decides by looking at it.
    private static TaskMove HoldMove(Hold hold, StageArtefact? artefact) =>
        new() { To = TaskState.Held, Hold = hold, Branch = artefact?.Branch, ArtefactHash = artefact?.Hash };

    private static string Word(NewTask task) => SnakeWord<Stage>.Of(task.Stage!.Value).ToUpperInvariant();

    // Children meet the rail again: a finding may carry words that the root did not.
    private NewTask[] Railed(IEnumerable<NewTask?> tasks) => [.. tasks.OfType<NewTask>().Select(Railed)];

    private NewTask Railed(NewTask task)
    {
        var ruling = parts.Now.Rules.Judge(new TaskText(task.Title, task.Body, task.Labels));
        if (!ruling.Holds || task.Stage is not null)
            return task;
        return task with
        {
            Sensitivity = 2,
            Hold = new Hold(HoldCode.SafetyRule, $"Held before it could start: {ruling.Sentence}. Such work needs a person."),
        };
    }

    private TaskMove LandingMove(FactoryTask root, StageArtefact artefact)
    {
        var policy = LandingPolicyOf(root);
        var move = new TaskMove { To = TaskState.Open, Branch = artefact.Branch, ArtefactHash = artefact.Hash, WaitReason = Landing.Waits };
        if (policy == LandingPolicy.Auto && !RanUnsandboxed(root))
            return move;
        var branch = artefact.Branch;
        var text = policy switch
        {
            LandingPolicy.Never => $"{Passed}; landing is switched off (landing: never). Merge it yourself: git merge {branch}",
            LandingPolicy.Auto => $"{Passed}, but a run of it had no sandbox: a person decides about landing {branch}.",
            _ => $"{Passed}; waits for your yes to land {branch}.",
        };
        return move with { To = TaskState.Held, Hold = new Hold(HoldCode.NeedsApproval, text), WaitReason = Landing.Asks };
    }

    private LandingPolicy LandingPolicyOf(FactoryTask root)
    {
        var product = parts.Now.Products.Find(root.Product);
        return SnakeWord<LandingPolicy>.TryParse(product?.Landing, out var own) ? own : parts.Settings.Landing;
    }

    // Promise: what ran without a sandbox never lands by itself. Only the rehearsal's own product is exempt.
    private bool RanUnsandboxed(FactoryTask root) =>
        !parts.Options.AllowUnsandboxedLanding
        && parts.Reader.Family(root.Id).SelectMany(task => parts.Reader.Runs(task.Id)).Any(run => run.Figures.Sandbox == "S0");
}
