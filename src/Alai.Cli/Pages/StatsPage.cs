using System.Globalization;
using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Counts as a table.</summary>
internal static class StatsPage
{
    public static void Write(Paper paper, StatsView stats)
    {
        var table = new Table(new Column("", Right: true), new Column("", Stretches: true));
        foreach (var (state, count) in stats.States)
            table.Add(Number(count), new Cell(state, Words.OfState(state)));
        foreach (var (hold, count) in stats.Holds.Where(pair => pair.Value > 0))
            table.Add(Number(count), "held: " + Words.Code(hold));
        table.Write(paper);
        paper.Heading($"Since {paper.Local(stats.Since).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}");
        var period = new Table(new Column("", Right: true), new Column("", Stretches: true));
        period.Add(Number(stats.Done), "tasks done");
        foreach (var (outcome, count) in stats.Outcomes.Where(pair => pair.Value > 0))
            period.Add(Number(count), "runs ended " + Words.Code(outcome));
        period.Add(Words.Money(stats.SpentMicroUsd), "spent");
        period.Write(paper);
    }

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
