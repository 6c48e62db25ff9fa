using Alai.Cli.Drawing;
using Alai.Cli.Pages;
using Alai.Client.Views;

namespace Alai.Cli.Running;

/// <summary>
/// What moves, as it moves: on a terminal a block at the bottom with the stage strip of each task at work, drawn anew in
/// place; else a line whenever a strip changes.
/// </summary>
internal sealed class LiveStages(CliContext context)
{
    private const int Most = 12;
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(3);
    private readonly Dictionary<long, string> told = [];
    private int drawn;

    /// <summary>Looks until it is stopped.</summary>
    /// <param name="ask">Gives the status, or null while nobody answers.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task FollowAsync(Func<CancellationToken, Task<StatusView?>> ask, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var status = await ask(cancellationToken);
                if (status is not null)
                    Show(status);
                await Task.Delay(status?.Runs.Count > 0 ? Busy : Idle, context.World.Time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The last picture stays.
        }
    }

    private void Show(StatusView status)
    {
        if (context.World.IsTerminal)
            Draw(status);
        else
            Tell(status);
        context.World.Out.Flush();
    }

    private void Draw(StatusView status)
    {
        if (drawn > 0)
            context.World.Out.Write($"\e[{drawn}A\r\e[J");
        var roots = Roots(status).ToList();
        foreach (var run in roots.Take(Most))
            context.Paper.Raw(Fitted($"#{run.Root} {StageStrip.Text(run.Strip)}  {Paper.Span(status.Now - run.StartedAt)}  {CleanText.Line(run.Title)}"));
        var more = roots.Count > Most ? $" · {roots.Count - Most} more" : "";
        context.Paper.Raw(context.Paper.Inked(Fitted($"{Words.Count(status.Runs.Count, "run", "runs")} under way{more} · {status.InboxTotal} waiting for you · {status.Today.Done} done today{(status.Halt.Halted ? " · HALTED" : "")}"), status.Halt.Halted ? Ink.Yellow : Ink.Dim));
        drawn = Math.Min(roots.Count, Most) + 1;
    }

    private void Tell(StatusView status)
    {
        foreach (var run in Roots(status))
        {
            var strip = StageStrip.Text(run.Strip);
            if (told.GetValueOrDefault(run.Root) == strip)
                continue;
            told[run.Root] = strip;
            context.Paper.Raw($"#{run.Root} {strip}  {CleanText.Line(run.Title)}");
        }
    }

    private static IEnumerable<RunView> Roots(StatusView status) => status.Runs.DistinctBy(run => run.Root);

    // A line that wraps would be two when the block is drawn anew.
    private string Fitted(string line)
    {
        while (DisplayWidth.Of(line) > context.World.Width - 1)
            line = line[..^1];
        return line;
    }
}
