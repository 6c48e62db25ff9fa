using System.Globalization;
using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>What a task changed: the files with their counts, and the unified diff.</summary>
internal static class DiffPage
{
    private const int LongestBar = 30;

    public static void Write(Paper paper, DiffView diff)
    {
        foreach (var line in diff.Diff.TrimEnd('\n').Split('\n'))
            paper.Raw(paper.Inked(CleanText.Line(line.Replace("\t", "    ", StringComparison.Ordinal)), Of(line)));
    }

    /// <summary>One line a file, as <c>git diff --stat</c> does.</summary>
    public static void WriteStat(Paper paper, DiffView diff)
    {
        var most = diff.Files.Select(file => (file.Added ?? 0) + (file.Deleted ?? 0)).DefaultIfEmpty(0).Max();
        var table = new Table(new Column(""), new Column("", Right: true), new Column("", Stretches: true));
        foreach (var file in diff.Files)
        {
            table.Add(
                file.OldPath is { } old ? $"{old} → {file.Path}" : file.Path,
                file.Added is null ? "binary" : string.Create(CultureInfo.InvariantCulture, $"+{file.Added} -{file.Deleted}"),
                new Cell(Bar(file, most) + (file.Kind is "modified" ? "" : " " + file.Kind), Ink.Dim));
        }

        table.Write(paper, indent: 2);
        paper.Text(Summary(diff), indent: 2);
    }

    public static string Summary(DiffView diff) =>
        $"{Words.Count(diff.Files.Count, "file", "files")}, +{diff.Added} -{diff.Deleted}, {diff.Branch} from {diff.From[..Math.Min(10, diff.From.Length)]}";

    private static string Bar(DiffFileView file, int most)
    {
        var scale = most > LongestBar ? (double)LongestBar / most : 1;
        return new string('+', (int)Math.Ceiling((file.Added ?? 0) * scale)) + new string('-', (int)Math.Ceiling((file.Deleted ?? 0) * scale));
    }

    private static Ink Of(string line) => line switch
    {
        _ when line.StartsWith("+++", StringComparison.Ordinal) || line.StartsWith("---", StringComparison.Ordinal) => Ink.Bold,
        _ when line.StartsWith("diff ", StringComparison.Ordinal) || line.StartsWith("index ", StringComparison.Ordinal) => Ink.Bold,
        _ when line.StartsWith("@@", StringComparison.Ordinal) => Ink.Cyan,
        ['+', ..] => Ink.Green,
        ['-', ..] => Ink.Red,
        _ => Ink.Plain,
    };
}
