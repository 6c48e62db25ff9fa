using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>One screen: is it healthy, what runs, what waits, what was done.</summary>
internal static class StatusPage
{
    // The daemon counts so far and no farther, so that the screen costs the same with a hundred thousand tasks.
    private const int AssignedShown = 10;
    private const int Counted = 500;

    public static void Write(Paper paper, StatusView status)
    {
        Health(paper, status);
        Running(paper, status);
        NotStarted(paper, status);
        Later(paper, status);
        Waiting(paper, status);
        Late(paper, status);
        Today(paper, status.Today);
    }

    private static void Health(Paper paper, StatusView status)
    {
        var daemon = status.Mode == "up"
            ? $"up for {Paper.Span(status.Now - status.StartedAt)}, pid {status.Pid}"
            : "no daemon is running: filing and reading work, nothing is dispatched ('alai up')";
        paper.Text($"ALAI {status.Version} · {(status.Healthy ? "healthy" : "NOT HEALTHY")}", status.Healthy ? Ink.Green : Ink.Red);
        paper.Advise($"{status.Home} · {daemon}", Ink.Dim);
        if (status.Halt.Halted)
            paper.Advise($"HALTED by {Words.Who(status.Halt.By)}{Because(status.Halt.Reason)}. Go on with 'alai resume'.", Ink.Yellow);
        foreach (var alarm in status.Alarms)
            paper.Advise("! " + alarm, Ink.Red);
        if (status.Mode == "up" && status.LastTick is { } tick)
            paper.Text($"last heartbeat {paper.Ago(tick)}, one every {status.TickSeconds:0} s", Ink.Dim);
    }

    private static void Running(Paper paper, StatusView status)
    {
        paper.Heading("Running");
        if (status.Runs.Count + status.Assigned.Count == 0)
            paper.Text("nothing", Ink.Dim, indent: 2);
        var table = new Table(new Column("", Right: true), new Column(""), new Column("", Stretches: true), new Column("", Worth: 3), new Column("", Worth: 2), new Column("", Worth: 1));
        foreach (var run in status.Runs)
            table.Add($"#{run.Root}", new Cell(run.Stage.ToUpperInvariant(), Ink.Cyan), run.Title, RunTable.By(run), Paper.Span(paper.Now - run.StartedAt), new Cell(run.Phase, Ink.Dim));
        foreach (var task in status.Assigned.Take(AssignedShown))
            table.Add($"#{task.Id}", new Cell("PERSON", Ink.Blue), task.Title, Words.Who(task.Assignee), "", "");
        if (table.Rows > 0)
            table.Write(paper, indent: 2);
        if (status.Assigned.Count > AssignedShown)
            paper.Advise($"{Total(status.Assigned.Count)} are in the hands of people (alai task active)", Ink.Dim, indent: 2);
        foreach (var run in status.Runs.Where(run => run.Strip.Count > 1).DistinctBy(run => run.Root))
        {
            paper.Text($"#{run.Root}", Ink.Dim, indent: 2);
            StageStrip.Write(paper, run.Strip, indent: 4);
        }
    }

    // A daemon from before an upgrade does not speak of it.
    private static void NotStarted(Paper paper, StatusView status)
    {
        if (status.Skipped is { Count: > 0 } skipped)
            paper.Advise($"not started at the last look: {string.Join(", ", skipped.OrderByDescending(pair => pair.Value).Select(pair => $"{Total(pair.Value)} {Words.Code(pair.Key)}"))} (alai task why ID)", Ink.Dim, indent: 2);
    }

    private static void Later(Paper paper, StatusView status)
    {
        if (status.Later > 0 && status.NextAt is { } next)
            paper.Advise($"{Total(status.Later)} {(status.Later == 1 ? "waits" : "wait")} for a later time, the next in {Paper.Span(next - status.Now)} (alai task why ID)", Ink.Dim, indent: 2);
    }

    private static string Total(long counted) => counted >= Counted ? $"{Counted} or more" : $"{counted}";

    private static void Waiting(Paper paper, StatusView status)
    {
        paper.Heading($"Waiting for you ({Total(status.InboxTotal)})");
        if (status.Inbox.Count == 0)
            paper.Text("nothing", Ink.Dim, indent: 2);
        var table = new Table(new Column("", Right: true), new Column(""), new Column("", Stretches: true), new Column("", Worth: 1));
        foreach (var entry in status.Inbox)
            table.Add($"#{entry.Task.Id}", new Cell(Words.Code(entry.Task.Hold?.Code ?? entry.Task.State), Ink.Yellow), entry.Task.Title, new Cell(paper.Ago(entry.Task.UpdatedAt), Ink.Dim));
        if (table.Rows > 0)
            table.Write(paper, indent: 2);
        if (status.Inbox.Count > 0)
            paper.Advise("→ alai inbox", Ink.Cyan, indent: 2);
    }

    private static void Late(Paper paper, StatusView status)
    {
        // A daemon from before an upgrade does not speak of it.
        if (status.Late is not { Count: > 0 })
            return;
        paper.Heading($"Late ({Total(status.LateTotal)})");
        var table = new Table(new Column("", Right: true), new Column("", Stretches: true), new Column("", Worth: 1));
        foreach (var task in status.Late)
            table.Add($"#{task.Id}", task.Title, DueText.Cell(paper, task));
        table.Write(paper, indent: 2);
        if (status.LateTotal > status.Late.Count)
            paper.Advise("→ alai task list --late", Ink.Cyan, indent: 2);
    }

    private static void Today(Paper paper, StatsView today)
    {
        paper.Heading("Today");
        var runs = today.Outcomes.Values.Sum();
        var outcomes = string.Join(", ", today.Outcomes.Where(pair => pair.Value > 0).Select(pair => $"{pair.Value} {Words.Code(pair.Key)}"));
        paper.Text($"{today.Done} done · {Words.Count(runs, "run", "runs")}{(outcomes.Length > 0 ? $" ({outcomes})" : "")} · {Words.Money(today.SpentMicroUsd)} spent", indent: 2);
        paper.Text(string.Join(", ", today.States.Select(pair => $"{pair.Value} {pair.Key}")), Ink.Dim, indent: 2);
    }

    private static string Because(string reason) => reason.Length > 0 ? ": " + reason : "";
}
