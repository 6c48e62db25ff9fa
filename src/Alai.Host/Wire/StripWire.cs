using Alai.Client.Views;
using Alai.MissionControl;
using Alai.Pipeline;
using Alai.Tasks;

namespace Alai.Host.Wire;

/// <summary>The stages of a root in one line: what was, what is, what is still ahead.</summary>
internal static class StripWire
{
    private const string Land = "land";

    public static IReadOnlyList<StageMarkView> Of(FactoryTask root, IMissionControlReader reader)
    {
        var marks = new List<StageMarkView>();
        var stages = reader.Family(root.Id).Where(task => !task.IsRoot).ToList();
        var hasLanded = false;
        foreach (var stage in stages)
        {
            // OPS and DOCS are filed by a proved landing.
            if (!hasLanded && stage.Lineage.Stage is Stage.Ops or Stage.Docs)
            {
                marks.Add(new StageMarkView { Stage = Land, Word = "passed" });
                hasLanded = true;
            }

            marks.AddRange(Marks(stage, reader.Runs(stage.Id), root.State == TaskState.Held));
        }

        if (stages.Count > 0 && root.State != TaskState.Cancelled)
            marks.AddRange(Rest(root, stages[^1], marks, PlanOf(root, stages[^1], reader)));
        return marks;
    }

    public static PipelinePlan PlanOf(FactoryTask root, FactoryTask stage, IMissionControlReader reader) =>
        stage.Lineage.Stage == Stage.Single ? PipelinePlan.Single
        : reader.Pipeline(root.Id) is { } yaml ? PipelinePlan.Load(yaml).Plan ?? PipelinePlan.Standard : PipelinePlan.Standard;

    private static IEnumerable<StageMarkView> Marks(FactoryTask stage, IReadOnlyList<RunRecord> runs, bool isRootHeld)
    {
        foreach (var run in runs.Where(run => run.Outcome is { } outcome && OutcomeTable.ClassOf(outcome) == OutcomeClass.Work))
            yield return Mark(stage, "failed");
        yield return Mark(stage, stage.State switch
        {
            TaskState.Done => Judged(runs),
            TaskState.Running => "running",
            TaskState.Held => "held",
            TaskState.Cancelled => "cancelled",
            _ when isRootHeld => "held",
            _ => "waiting",
        });
    }

    private static string Judged(IReadOnlyList<RunRecord> runs) => runs.LastOrDefault(run => run.Judgement is not null)?.Judgement?.Word switch
    {
        JudgementWord.Reject => "rejected",
        JudgementWord.PassWithFindings => "findings",
        JudgementWord.CannotJudge => "failed",
        _ => "passed",
    };

    private static IEnumerable<StageMarkView> Rest(FactoryTask root, FactoryTask last, List<StageMarkView> marks, PipelinePlan plan)
    {
        var at = plan.Steps.ToList().FindLastIndex(step => step.Stage == last.Lineage.Stage);
        if (at < 0 || (last.State == TaskState.Done && marks[^1].Word is "rejected" or "failed"))
            yield break;
        var next = last.State == TaskState.Done;
        foreach (var step in plan.Steps.Skip(at + 1).Where(step => step.Applies(root.Deploy, root.Docs)))
        {
            yield return new StageMarkView { Stage = step.Word, Word = root.State == TaskState.Done ? "passed" : !next ? "ahead" : root.State == TaskState.Held ? "held" : "waiting" };
            next = false;
        }
    }

    private static StageMarkView Mark(FactoryTask stage, string word) =>
        new() { Stage = SnakeWord<Stage>.Of(stage.Lineage.Stage!.Value), Round = stage.Lineage.Round, Word = word };
}
