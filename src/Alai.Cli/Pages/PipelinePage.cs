using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>A root's way through its pipeline, drawn from top to bottom.</summary>
internal static class PipelinePage
{
    public static void Write(Paper paper, PipelineView view)
    {
        var task = view.Task;
        paper.Text($"#{task.Id} {task.Title}", Ink.Bold);
        var rounds = view.Stages.Count == 0 ? 0 : view.Stages.Max(stage => stage.Task.Round) + 1;
        paper.Text($"{(task.Product.Length > 0 ? task.Product + " · " : "")}{view.Plan} pipeline · {Words.Count(rounds, "round", "rounds")} · {Words.State(task)}", Ink.Dim);
        StageStrip.Write(paper, view.Strip);
        paper.Raw();
        Course(paper, view);
        foreach (var follow in view.FollowUps)
            paper.Text($"└ follow-up #{follow.Id} {follow.Title}: {Words.State(follow)}", Words.OfState(follow.State));
        paper.Raw();
        paper.Text(view.Why.Sentence, Words.OfState(task.State));
        if (view.Why.NextStep.Length > 0)
            paper.Advise("→ " + view.Why.NextStep, Ink.Cyan);
    }

    public static void Validation(Paper paper, ProblemsView problems)
    {
        foreach (var problem in problems.Problems)
            paper.Text(problem, Ink.Red);
        if (problems.Problems.Count == 0)
            paper.Text($"{problems.File} is right. {problems.Said}", Ink.Green);
    }

    // A landing files what follows it, so it stands above the first stage that is not older.
    private static void Course(Paper paper, PipelineView view)
    {
        var landings = new Queue<EventView>(view.Landings);
        foreach (var stage in view.Stages)
        {
            while (landings.TryPeek(out var landing) && landing.At <= stage.Task.CreatedAt)
                Landed(paper, landings.Dequeue());
            Stage(paper, stage);
        }

        while (landings.TryDequeue(out var landing))
            Landed(paper, landing);
    }

    private static void Landed(Paper paper, EventView landing) => paper.Text($"● LAND  {landing.Text}", Ink.Green);

    private static void Stage(Paper paper, PipelineStageView stage)
    {
        var task = stage.Task;
        var open = task.State is "open" or "running";
        paper.Text($"{(open ? "○" : "●")} {(task.Stage ?? "").ToUpperInvariant()}, round {task.Round + 1}  #{task.Id}  {Words.State(task)}", Words.OfState(task.State));
        foreach (var run in stage.Runs)
            Run(paper, run);
        if (task.Hold is { } hold)
            paper.Advise("? " + hold.Text, Ink.Yellow, indent: 4);
        paper.Text("│", Ink.Dim);
    }

    private static void Run(Paper paper, RunView run)
    {
        var word = run.Judgement ?? run.Outcome ?? "running";
        var good = run.Outcome == "verified" && run.Judgement is null or "pass";
        paper.Text($"│ run {run.Id}: {Words.Code(word)}, {RunTable.By(run)}, {Paper.Span((run.EndedAt ?? paper.Now) - run.StartedAt)}", good ? Ink.Green : run.Outcome is null ? Ink.Cyan : Ink.Yellow);
        foreach (var check in run.Checks.Where(check => check.Command.Length > 0 || !check.Passed))
            paper.Text($"{(check.Passed ? "✓" : "✗")} {(check.Command.Length > 0 ? check.Command : check.Check)}: {check.Seen}", check.Passed ? Ink.Dim : Ink.Red, indent: 4);
        foreach (var finding in run.Findings)
            paper.Text($"✗ {finding.Severity} {finding.File}: {finding.Text}", Ink.Yellow, indent: 4);
        if (run.Judgement is not null && run.Findings.Count == 0 && run.Summary.Length > 0)
            paper.Text($"\"{run.Summary}\"", Ink.Dim, indent: 4);
        if (run.Judgement is null && run.Outcome is not null and not "verified")
            paper.Text(run.Reason, Ink.Yellow, indent: 4);
    }
}
