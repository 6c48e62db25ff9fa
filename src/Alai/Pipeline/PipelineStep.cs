using Alai.Tasks;

namespace Alai.Pipeline;

/// <summary>What comes next. Pure: the same situation gives the same result, down to the idempotency keys.</summary>
public static class PipelineStep
{
    /// <summary>The label of a root filed for findings; such a root files no further one.</summary>
    public const string FollowUpLabel = "follow-up";

    private const int MostFindingsTold = 5;

    /// <summary>What follows a stage whose run was accepted.</summary>
    public static PipelineResult Next(PipelineSituation situation)
    {
        var at = IndexOfFinished(situation);
        if (at < 0)
            return Hold(HoldCode.Config, $"the plan '{situation.Plan.Name}' has no stage {StageWord(situation)}; cancel or reopen the task");
        if (!situation.Plan.Steps[at].Judges)
            return Forward(situation, at, followUp: null);
        if (situation.Judgement is not { } judgement || !IsOfThis(judgement, situation.Artefact))
            return Another(situation);
        return judgement.Word switch
        {
            JudgementWord.Pass => Forward(situation, at, followUp: null),
            JudgementWord.PassWithFindings => Forward(situation, at, FollowUp(situation, judgement)),
            JudgementWord.Reject => Rework(situation, judgement),
            _ => Another(situation),
        };
    }

    /// <summary>What follows a proved landing; <see cref="PipelineSituation.Finished"/> is the stage before it.</summary>
    public static PipelineResult AfterLanding(PipelineSituation situation)
    {
        var landing = situation.Plan.Steps.Index().Where(step => step.Item.Lands && step.Index > IndexOfFinished(situation))
            .Select(step => (int?)step.Index).FirstOrDefault();
        return landing is { } at && IndexOfFinished(situation) >= 0
            ? Forward(situation, at, followUp: null)
            : Hold(HoldCode.Config, $"the plan '{situation.Plan.Name}' has no landing after {StageWord(situation)}; cancel or reopen the task");
    }

    private static PipelineResult Forward(PipelineSituation situation, int from, NewTask? followUp)
    {
        var root = situation.Root;
        var next = situation.Plan.Steps.Skip(from + 1).FirstOrDefault(step => step.Applies(root.Deploy, root.Docs));
        if (next is null)
            return new PipelineResult.RootDone();
        if ((next.Lands || next.Judges) && situation.Artefact is not { Hash.Length: > 0 })
            return Hold(HoldCode.OutcomeUnknown, $"{StageWord(situation)} ended without a result to {next.Word}; retry it or take it over");
        return next.Stage is { } stage
            ? new PipelineResult.NextStage(
                StageTasks.Make(situation, stage, Round(situation), new StageInput { Artefact = situation.Artefact }), followUp)
            : new PipelineResult.Land(situation.Artefact!, followUp);
    }

    private static PipelineResult Rework(PipelineSituation situation, Judgement judgement)
    {
        var used = Math.Max(situation.RoundsUsed, Round(situation));
        if (used >= situation.RoundsAllowed)
        {
            return Hold(
                HoldCode.RoundsExhausted,
                $"{StageWord(situation)} rejects after {used} of {situation.RoundsAllowed} rounds of rework: {Found(judgement)}. See it: alai task diff {situation.Root.Id.Value}. Change the task (alai task edit {situation.Root.Id.Value}), try again (alai task retry {situation.Root.Id.Value}) or take it over (alai inbox take {situation.Root.Id.Value})");
        }

        var input = new StageInput
        {
            Artefact = situation.Artefact, Findings = judgement.Findings, FoundBy = SnakeWord<Stage>.Of(situation.Finished.Lineage.Stage!.Value),
        };
        return new PipelineResult.Rework(StageTasks.Make(situation, Stage.Build, used + 1, input));
    }

    private static string Found(Judgement judgement) => string.Join("; ", judgement.Findings.Take(MostFindingsTold)
        .Select(finding => finding.File.Length > 0 ? $"({finding.Severity}) {finding.File}: {finding.Text}" : $"({finding.Severity}) {finding.Text}")
        .Append(judgement.Findings.Count > MostFindingsTold ? $"and {judgement.Findings.Count - MostFindingsTold} more" : "")
        .Where(line => line.Length > 0));

    private static PipelineResult Another(PipelineSituation situation)
    {
        var failed = situation.CouldNotJudge + 1;
        if (failed >= situation.ReviewersAllowed)
            return Hold(HoldCode.Question, $"{failed} reviewers could not judge at {StageWord(situation)}. Judge it yourself: alai task diff {situation.Root.Id.Value}, then alai inbox approve {situation.Root.Id.Value} or alai inbox reject {situation.Root.Id.Value} \"why\"; or ask the reviewers again: alai task retry {situation.Root.Id.Value}");
        var input = new StageInput { Artefact = situation.Artefact, CouldNotJudge = failed };
        return new PipelineResult.AnotherReviewer(
            StageTasks.Make(situation, situation.Finished.Lineage.Stage!.Value, Round(situation), input));
    }

    private static NewTask? FollowUp(PipelineSituation situation, Judgement judgement) =>
        judgement.Findings.Count == 0 || situation.Root.Labels.Contains(FollowUpLabel)
            ? null
            : StageTasks.FollowUp(situation, judgement);

    /// <summary>A judgement of anything else than what was made counts for nothing.</summary>
    private static bool IsOfThis(Judgement judgement, StageArtefact? artefact) =>
        artefact is { Hash.Length: > 0 } && judgement.ArtefactHash == artefact.Hash;

    private static int IndexOfFinished(PipelineSituation situation)
    {
        var stage = situation.Finished.Lineage.Stage;
        return stage is null ? -1 : situation.Plan.Steps.Index().FirstOrDefault(step => step.Item.Stage == stage, (-1, null!)).Index;
    }

    private static int Round(PipelineSituation situation) => situation.Finished.Lineage.Round;

    private static string StageWord(PipelineSituation situation) => situation.Finished.Lineage.Stage is { } stage
        ? SnakeWord<Stage>.Of(stage).ToUpperInvariant()
        : "the root";

    private static PipelineResult.HoldRoot Hold(HoldCode code, string text) => new(new Hold(code, text));
}
