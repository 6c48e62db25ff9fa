using Alai.Cli.Drawing;
using Alai.Cli.Pages;
using Alai.Client.Views;

namespace Alai.Cli.Running;

/// <summary>Shows a run as it happens: a line a step; on a terminal a last line with a spinner that tells what is done now.</summary>
internal sealed class RunScreen(CliContext context)
{
    private const string Frames = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private readonly long began = context.World.Time.GetTimestamp();
    private int frame;
    private bool spinning;

    private bool Silent => context.Json;

    public TimeSpan Elapsed => context.World.Time.GetElapsedTime(began);

    /// <summary>Text above the spinner.</summary>
    public void Say(string text, Ink ink = Ink.Plain)
    {
        if (Silent)
            return;
        Wipe();
        context.Paper.Text(text, ink);
    }

    /// <summary>Steps above the spinner.</summary>
    public void Show(IReadOnlyList<StepView> steps)
    {
        if (Silent || steps.Count == 0)
            return;
        Wipe();
        foreach (var step in steps)
            StepLines.Write(context.Paper, step);
    }

    /// <summary>Turns the spinner; nothing when the output is no terminal.</summary>
    public void Spin(TaskPageView page)
    {
        if (Silent || !context.World.IsTerminal)
            return;
        var run = page.Runs.LastOrDefault(one => one.EndedAt is null);
        var what = run is null ? page.Why.Sentence : $"{run.Stage.ToUpperInvariant()} · {run.Phase} · {RunTable.By(run)}";
        var line = $"{Frames[frame++ % Frames.Length]} {Paper.Span(Elapsed)} · {CleanText.Line(what)}";
        Wipe();
        context.World.Out.Write(context.Paper.Inked(line.Length > context.World.Width - 1 ? line[..(context.World.Width - 1)] : line, Ink.Cyan));
        context.World.Out.Flush();
        spinning = true;
    }

    /// <summary>Takes the spinner away.</summary>
    public void Wipe()
    {
        if (!spinning)
            return;
        context.World.Out.Write("\r\e[2K");
        spinning = false;
    }
}
