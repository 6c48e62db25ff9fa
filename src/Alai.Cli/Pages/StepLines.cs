using System.Globalization;
using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Steps of transcripts, a line each; with details when asked for.</summary>
internal static class StepLines
{
    public static void Write(Paper paper, StepView step)
    {
        var head = $"{paper.Local(step.At).ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {step.Stage.ToUpperInvariant()} {step.Run}  ";
        paper.Raw(paper.Inked(head, Ink.Dim) + paper.Inked(CleanText.Line(step.Title), Of(step)));
        if (step.Detail.Length > 0)
            paper.Text(step.Detail, Ink.Dim, indent: 4);
    }

    private static Ink Of(StepView step) => step.Kind switch
    {
        "warning" => Ink.Yellow,
        "check" => step.Title.Contains("FAILED", StringComparison.Ordinal) ? Ink.Red : Ink.Green,
        "phase" => Ink.Bold,
        "prompt" or "note" => Ink.Dim,
        _ => Ink.Plain,
    };
}
