using System.Globalization;
using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>The report in the terminal: what a person wants to know in the morning, in that order.</summary>
internal static class ReportPage
{
    public static void Write(Paper paper, ReportView report)
    {
        paper.Text(Headline(paper, report), Ink.Bold);
        foreach (var alarm in report.Alarms)
            paper.Text("! " + alarm, Ink.Red);
        Waiting(paper, report.Waiting);
        if (report.Late is { Count: > 0 })
        {
            paper.Heading("Late");
            TaskTable.Write(paper, report.Late, indent: 2);
        }

        Done(paper, report.Done);
        Failed(paper, report.Failed);
        if (report.Cancelled.Count > 0)
        {
            paper.Heading("Cancelled");
            foreach (var task in report.Cancelled)
                paper.Text($"#{task.Id} {task.Title}", Ink.Dim, indent: 2);
        }

        paper.Heading("Cost");
        paper.Text(Cost(report.Cost), indent: 2);
    }

    /// <summary>The period in one sentence.</summary>
    public static string Headline(Paper paper, ReportView report) =>
        $"Since {paper.Local(report.Since).ToString("dddd d MMMM HH:mm", CultureInfo.InvariantCulture)}: {Words.Count(report.Done.Count, "task was", "tasks were")} done, "
        + $"{Words.Count(report.Waiting.Count, "waits", "wait")} for you, {Words.Count(report.Failed.Count, "attempt", "attempts")} did not come through, {report.Open} still open.";

    /// <summary>What it cost, in one sentence.</summary>
    public static string Cost(CostView cost)
    {
        var tokens = cost.Models.Sum(model => model.TokensIn + model.TokensOut);
        return $"{Words.Money(cost.SpentMicroUsd)} for {Words.Count(cost.Rows.Count, "paid call", "paid calls")}; {Words.Count(cost.Models.Sum(model => model.Runs), "run", "runs")}, {tokens.ToString("#,0", CultureInfo.InvariantCulture)} tokens.";
    }

    private static void Waiting(Paper paper, IReadOnlyList<InboxEntryView> waiting)
    {
        paper.Heading("Waits for you");
        if (waiting.Count == 0)
            paper.Text("nothing", Ink.Dim, indent: 2);
        foreach (var entry in waiting)
        {
            paper.Text($"#{entry.Task.Id} {entry.Task.Title}", indent: 2);
            paper.Advise(entry.Ask, Ink.Yellow, indent: 5);
            if (entry.Verbs.Count > 0)
                paper.Advise("→ " + entry.Verbs[0], Ink.Cyan, indent: 5);
        }
    }

    private static void Done(Paper paper, IReadOnlyList<ReportDoneView> done)
    {
        paper.Heading("Done");
        if (done.Count == 0)
            paper.Text("nothing", Ink.Dim, indent: 2);
        foreach (var one in done)
        {
            paper.Text($"#{one.Task.Id} {one.Task.Title}", Ink.Green, indent: 2);
            StageStrip.Write(paper, one.Strip, indent: 5);
            paper.Text(one.Proof.Count == 0 ? "no proof of the factory's own: " + (one.Task.Outcome ?? "a person finished it") : "proved: " + string.Join("; ", one.Proof), Ink.Dim, indent: 5);
            if (one.Landed.Length > 0)
                paper.Text(one.Landed, Ink.Dim, indent: 5);
        }
    }

    private static void Failed(Paper paper, IReadOnlyList<ReportFailureView> failed)
    {
        paper.Heading("Did not come through");
        if (failed.Count == 0)
            paper.Text("nothing", Ink.Dim, indent: 2);
        foreach (var one in failed)
        {
            paper.Text($"#{one.Task} {one.Title}: {one.Stage.ToUpperInvariant()} {Words.Code(one.Outcome)}; now {one.Now}", one.Now == "done" ? Ink.Plain : Ink.Yellow, indent: 2);
            paper.Text(one.Reason, Ink.Dim, indent: 5);
        }
    }
}
