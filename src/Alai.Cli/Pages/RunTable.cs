using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Attempts as a table.</summary>
internal static class RunTable
{
    public static void Write(Paper paper, IReadOnlyList<RunView> runs)
    {
        if (runs.Count == 0)
            return;
        paper.Heading("Runs");
        var table = new Table(
            new Column("", Right: true),
            new Column(""),
            new Column(""),
            new Column("", Worth: 2),
            new Column("", Worth: 1),
            new Column("", Stretches: true));
        foreach (var run in runs)
        {
            table.Add(
                run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                run.Stage,
                new Cell(run.Outcome ?? "running", run.Outcome == "verified" ? Ink.Green : run.Outcome is null ? Ink.Cyan : Ink.Yellow),
                By(run),
                Paper.Span((run.EndedAt ?? paper.Now) - run.StartedAt),
                run.EndedAt is null ? run.Phase : run.Reason);
        }

        table.Write(paper, indent: 2);
    }

    /// <summary>Who does it: the model on its host, else the executor, with the tier.</summary>
    public static string By(RunView run)
    {
        var who = run.Model.Length > 0 ? run.Model : run.Executor;
        return $"tier {run.Tier} {who}".TrimEnd() + (run.Host.Length > 0 ? " on " + run.Host : "");
    }
}
