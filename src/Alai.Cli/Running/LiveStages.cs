using Alai.Cli.Drawing;
using Alai.Cli.Pages;
using Alai.Client;
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
    private bool gone;

    /// <summary>What is said once when nobody answers, and again when nobody answers later; null says nothing.</summary>
    public string? WhenGone { get; init; }

    /// <summary>Looks until it is stopped.</summary>
    /// <param name="reach">Gives the daemon, or null while none answers.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task FollowAsync(Func<CancellationToken, Task<FactoryClient?>> reach, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var busy = await LookAsync(reach, cancellationToken);
                await Task.Delay(busy ? Busy : Idle, context.World.Time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The last picture stays.
        }
    }

    // While the daemon starts, ends, or is too busy to answer there is simply no new picture.
    private async Task<bool> LookAsync(Func<CancellationToken, Task<FactoryClient?>> reach, CancellationToken cancellationToken)
    {
        try
        {
            if (await reach(cancellationToken) is not { } client || (await client.Daemon.StatusAsync(cancellationToken)).Value is not { } status)
                return Gone();
            gone = false;
            if (context.World.IsTerminal)
                Draw(status);
            else
                await TellAsync(client, status, cancellationToken);
            await context.World.Out.FlushAsync(cancellationToken);
            return status.Runs.Count > 0;
        }
        catch (HttpRequestException)
        {
            return Gone();
        }
    }

    private bool Gone()
    {
        if (gone || WhenGone is not { } words)
            return false;
        gone = true;
        Erase();
        context.Paper.Raw(context.Paper.Inked(context.World.IsTerminal ? Fitted(words) : words, Ink.Red));
        drawn = context.World.IsTerminal ? 1 : 0;
        return false;
    }

    private void Erase()
    {
        if (drawn > 0)
            context.World.Out.Write($"\e[{drawn}A\r\e[J");
    }

    private void Draw(StatusView status)
    {
        Erase();
        var roots = Roots(status).ToList();
        foreach (var run in roots.Take(Most))
            context.Paper.Raw(Fitted($"#{run.Root} {StageStrip.Text(run.Strip)}  {Paper.Span(status.Now - run.StartedAt)}  {CleanText.Line(run.Title)}"));
        var more = roots.Count > Most ? $" · {roots.Count - Most} more" : "";
        context.Paper.Raw(context.Paper.Inked(Fitted($"{Words.Count(status.Runs.Count, "run", "runs")} under way{more} · {status.InboxTotal} waiting for you · {status.Today.Done} done today{(status.Halt.Halted ? " · HALTED" : "")}"), status.Halt.Halted ? Ink.Yellow : Ink.Dim));
        drawn = Math.Min(roots.Count, Most) + 1;
    }

    private async Task TellAsync(FactoryClient client, StatusView status, CancellationToken cancellationToken)
    {
        foreach (var run in Roots(status))
            Tell(run.Root, StageStrip.Text(run.Strip), run.Title);

        // What moved on between two looks, or has come to rest, is told with where it stands now.
        foreach (var root in told.Keys.Except(status.Runs.Select(run => run.Root)).ToList())
        {
            if ((await client.Pipelines.ShowAsync(root, cancellationToken)).Value is not { } view)
                continue;
            Tell(root, StageStrip.Text(view.Strip), view.Task.Title);
            if (view.Task.State is not ("open" or "running"))
                told.Remove(root);
        }
    }

    private void Tell(long root, string strip, string title)
    {
        if (told.GetValueOrDefault(root) == strip)
            return;
        told[root] = strip;
        context.Paper.Raw($"#{root} {strip}  {CleanText.Line(title)}");
    }

    private static IEnumerable<RunView> Roots(StatusView status) => status.Runs.DistinctBy(run => run.Root);

    // A line that wraps would be two when the block is drawn anew.
    private string Fitted(string line)
    {
        while (line.Length > 0 && DisplayWidth.Of(line) > context.World.Width - 1)
            line = line[..^1];
        return line;
    }
}
