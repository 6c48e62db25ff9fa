using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>The stages of a task in one line: <c>BUILD ✓ REVIEW ✗ BUILD ✓ ...</c>.</summary>
internal static class StageStrip
{
    /// <summary>The strip as plain text.</summary>
    public static string Text(IReadOnlyList<StageMarkView> marks) => string.Join(' ', marks.Select(mark => Piece(mark)));

    /// <summary>The strip, coloured, broken between stages where the terminal ends.</summary>
    public static void Write(Paper paper, IReadOnlyList<StageMarkView> marks, int indent = 0)
    {
        var line = new List<string>();
        var used = indent;
        foreach (var mark in marks)
        {
            var piece = Piece(mark);
            var width = DisplayWidth.Of(piece) + 2;
            if (paper.Width > 0 && line.Count > 0 && used + width > paper.Width)
            {
                paper.Raw(new string(' ', indent) + string.Join("  ", line));
                line.Clear();
                used = indent;
            }

            line.Add(paper.Inked(piece, InkOf(mark.Word)));
            used += width;
        }

        if (line.Count > 0)
            paper.Raw(new string(' ', indent) + string.Join("  ", line));
    }

    public static string Sign(string word) => word switch
    {
        "passed" => "✓",
        "findings" => "±",
        "rejected" or "failed" => "✗",
        "running" => "▸",
        "held" => "?",
        "waiting" => "…",
        "cancelled" => "-",
        _ => "·",
    };

    public static Ink InkOf(string word) => word switch
    {
        "passed" => Ink.Green,
        "findings" or "held" => Ink.Yellow,
        "rejected" or "failed" => Ink.Red,
        "running" => Ink.Cyan,
        _ => Ink.Dim,
    };

    private static string Piece(StageMarkView mark) => $"{mark.Stage.ToUpperInvariant()} {Sign(mark.Word)}";
}
