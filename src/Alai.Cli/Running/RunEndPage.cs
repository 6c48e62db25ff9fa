using Alai.Cli.Drawing;
using Alai.Cli.Pages;
using Alai.Client.Views;

namespace Alai.Cli.Running;

/// <summary>How a run ended: verdict, proof, what changed, and the command that lands it.</summary>
internal static class RunEndPage
{
    public static void Write(Paper paper, RunEnd end)
    {
        paper.Raw();
        if (end.Unsandboxed)
            RunBanner.Write(paper);
        Verdict(paper, end);
        Proof(paper, end.Proof);
        if (end.Diff is { } diff)
        {
            paper.Heading("Changed");
            DiffPage.WriteStat(paper, diff);
        }

        Next(paper, end);
    }

    private static void Verdict(Paper paper, RunEnd end)
    {
        var task = end.Page.Task;
        var (word, ink) = end switch
        {
            { Verified: true } => ("PROVED", Ink.Green),
            { Hold: not null } => ("HELD", Ink.Yellow),
            { Page.Task.State: "done" } => ("DONE", Ink.Green),
            _ => (task.State.ToUpperInvariant(), Ink.Red),
        };
        paper.Raw($"{paper.Inked(word, ink)}  {paper.Inked($"#{task.Id} {CleanText.Line(task.Title)}", Ink.Bold)}");
        paper.Advise(end.Hold?.Text ?? task.Outcome ?? end.Page.Why.Sentence, indent: 2);
    }

    private static void Proof(Paper paper, IReadOnlyList<CheckView> proof)
    {
        if (proof.Count == 0)
            return;
        paper.Heading("Proof (run by the factory)");
        foreach (var check in proof)
        {
            var what = check.Command.Length > 0 ? $"{check.Command}: exit code {check.ExitCode}" : check.Seen;
            paper.Raw($"  {paper.Inked(check.Passed ? "passed" : "FAILED", check.Passed ? Ink.Green : Ink.Red)} {CleanText.Line(check.Check)}: {CleanText.Line(what)}");
        }
    }

    private static void Next(Paper paper, RunEnd end)
    {
        paper.Raw();
        var id = end.Page.Task.Id;
        if (end.Branch is { } branch)
            paper.Text($"branch: {branch}");
        if (end.Page.WaitsForLanding)
            paper.Advise($"→ land it: alai inbox approve {id}   (or by hand: git merge {end.Branch})", Ink.Cyan);
        else if (end.Page.Why.NextStep.Length > 0 && end.Page.Task.State != "done")
            paper.Advise("→ " + end.Page.Why.NextStep, Ink.Cyan);
        paper.Advise($"→ look: alai task diff {id}, alai task log {id} --full", Ink.Dim);
    }
}
