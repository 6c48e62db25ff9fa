using System.Globalization;
using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Entries of HiveMind.</summary>
internal static class HivePage
{
    private const int ShortLines = 3;

    public static void Write(Paper paper, HiveListView list)
    {
        if (list.Entries.Count == 0)
            paper.Text("Nothing found.", Ink.Dim);
        foreach (var entry in list.Entries)
        {
            Head(paper, entry);
            foreach (var line in entry.Text.Split('\n').Where(line => line.Trim().Length > 0).Take(ShortLines))
                paper.Text(line, indent: 4);
        }

        if (list.Entries.Count > 0 && list.Legs.Count > 0)
            paper.Text("searched by " + string.Join(" and ", list.Legs), Ink.Dim);
    }

    public static void Write(Paper paper, HiveEntryView entry)
    {
        Head(paper, entry);
        paper.Text(entry.Text, indent: 4);
        if (entry.ExpiresAt is { } end)
            paper.Text("until " + Day(paper, end), Ink.Dim, indent: 4);
    }

    public static void Write(Paper paper, HivePostedView posted)
    {
        paper.Text(posted.IsNew ? $"Remembered as {posted.Entry.Id}." : $"That was known already, as {posted.Entry.Id}.", Ink.Green);
        Write(paper, posted.Entry);
    }

    public static void Write(Paper paper, HiveStatsView stats)
    {
        paper.Text($"{Words.Count(stats.Entries, "entry", "entries")}, {stats.Retracted} retracted, {stats.Expired} expired");
        paper.Text($"given to agents {Words.Count(stats.Recalls, "time", "times")}; {stats.NeverRecalled} never", Ink.Dim);
        var table = new Table(new Column("", Right: true), new Column("", Stretches: true));
        foreach (var (kind, count) in stats.ByKind)
            table.Add(count.ToString(CultureInfo.InvariantCulture), kind);
        foreach (var (product, count) in stats.ByProduct)
            table.Add(count.ToString(CultureInfo.InvariantCulture), product.Length == 0 ? "shared" : "about " + product);
        if (table.Rows > 0)
            table.Write(paper);
    }

    private static void Head(Paper paper, HiveEntryView entry)
    {
        var about = entry.Product.Length == 0 ? "shared" : entry.Product;
        var from = entry.Task is { } task ? $", from #{task}" : "";
        paper.Text($"{entry.Id} {entry.Kind} · {about} · {Words.Who(entry.By)}{from} · {paper.Ago(entry.LearnedAt)} · trust: {Words.Code(entry.Trust)}", Ink.Bold);
        if (entry.Retracted.Length > 0)
            paper.Text("RETRACTED: " + entry.Retracted, Ink.Yellow, indent: 4);
    }

    private static string Day(Paper paper, DateTimeOffset moment) => paper.Local(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
