using System.Globalization;
using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>What a period cost.</summary>
internal static class CostPage
{
    public static void Write(Paper paper, CostView cost)
    {
        paper.Text($"{Words.Money(cost.SpentMicroUsd)} spent since {Moment(paper, cost.Since)}", Ink.Bold);
        if (cost.Models.Count > 0)
        {
            paper.Raw();
            Models(paper, cost.Models);
        }

        if (cost.Rows.Count == 0)
        {
            paper.Raw();
            paper.Text("No paid call was made.", Ink.Dim);
            return;
        }

        paper.Heading("Paid calls");
        var table = new Table(new Column("when"), new Column("task"), new Column("run"), new Column("cost", Right: true), new Column("", Stretches: true));
        foreach (var row in cost.Rows)
            table.Add(Moment(paper, row.At), $"#{row.Task}", Number(row.Run), Words.Money(row.SettledMicroUsd ?? row.ReservedMicroUsd), row.SettledMicroUsd is null ? "reserved, not settled" : "");
        table.Write(paper, indent: 2);
    }

    private static void Models(Paper paper, IReadOnlyList<CostModelView> models)
    {
        var table = new Table(
            new Column("tier"), new Column("model", Stretches: true), new Column("runs", Right: true), new Column("proved", Worth: 3, Right: true),
            new Column("tokens in", Worth: 2, Right: true), new Column("out", Worth: 1, Right: true), new Column("cost", Right: true));
        foreach (var model in models)
            table.Add(Number(model.Tier), model.Model, Number(model.Runs), Number(model.Verified), Number(model.TokensIn), Number(model.TokensOut), Words.Money(model.CostMicroUsd));
        table.Write(paper);
    }

    private static string Moment(Paper paper, DateTimeOffset at) => paper.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
