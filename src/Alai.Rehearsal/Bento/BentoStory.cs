using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Rehearsal.Bento;

/// <summary>Turns events into the lines a person follows; what says nothing to a newcomer is left out.</summary>
internal static class BentoStory
{
    /// <summary>The line of an event, or null when it is not told.</summary>
    public static DemoLine? Line(EventRecord happened, IMissionControlReader reader)
    {
        if (happened.Task is not { } id || reader.Find(id) is not { } task)
            return null;
        var root = task.Lineage.Root.ToString();
        return happened.Kind switch
        {
            "filed" when task.IsRoot => new DemoLine("filed", root, task.Title),
            "landed" => new DemoLine("landed", root, FirstPart(Bare(happened.Text, id))),
            "done" when task.IsRoot => new DemoLine("done", root, task.Title),
            "ended" when happened.Run is { } run && reader.FindRun(run) is { Outcome: { } outcome } ended => Ended(root, ended, outcome),
            "held" => new DemoLine("held", root, task.Hold?.Text ?? Bare(happened.Text, id)),
            _ => null,
        };
    }

    private static DemoLine Ended(string root, RunRecord run, RunOutcome outcome)
    {
        var stage = SnakeWord<Stage>.Of(run.Stage);
        var finding = run.Judgement?.Findings is [var first, ..] ? first.Text : run.Judgement?.Summary ?? "";
        if (outcome != RunOutcome.Verified)
            return new DemoLine("caught", root, run.Reason, stage);
        if (run.Checks.FirstOrDefault(check => !check.Passed) is { } failed)
            return new DemoLine("caught", root, failed.Seen, stage);
        return run.Judgement?.Word switch
        {
            JudgementWord.Reject => new DemoLine("caught", root, "rejected: " + finding, stage),
            JudgementWord.PassWithFindings => new DemoLine("findings", root, "passed, with a finding: " + finding, stage),
            JudgementWord.CannotJudge => new DemoLine("caught", root, "could not judge: " + run.Reason, stage),
            JudgementWord.Pass => new DemoLine("passed", root, "judged " + Short(run.ArtefactHash ?? run.Judgement.ArtefactHash), stage),
            _ => new DemoLine("passed", root, Proof(run), stage),
        };
    }

    private static string Proof(RunRecord run) => run.Checks.LastOrDefault(check => check.Command.Length > 0) is { } check && run.Stage != Stage.Ops
        ? $"proved by `{check.Command}`"
        : run.Reason;

    private static string Short(string hash) => hash.Length > 10 ? hash[..10] : hash;

    private static string FirstPart(string text) => text.Split(';')[0];

    private static string Bare(string text, TaskId id) =>
        text.StartsWith(id + " ", StringComparison.Ordinal) ? text[(id.ToString().Length + 1)..] : text;
}
