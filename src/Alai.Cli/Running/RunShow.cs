using System.Text.Json;
using Alai.Cli.Drawing;
using Alai.Cli.Reaching;
using Alai.Client;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Cli.Running;

/// <summary><c>alai run</c> from filing to verdict, also across a daemon that comes or goes meanwhile.</summary>
internal sealed class RunShow
{
    private const int MostBreaks = 10;
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private readonly CliContext context;
    private readonly RunAsked asked;
    private readonly RunScreen screen;
    private readonly RunWatch watch;
    private long? filed;

    public RunShow(CliContext context, RunAsked asked)
    {
        this.context = context;
        this.asked = asked;
        screen = new RunScreen(context);
        watch = new RunWatch(screen, context.World.Time);
    }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(asked.Timeout ?? Timeout.InfiniteTimeSpan, context.World.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        for (var breaks = 0; ; breaks++)
        {
            try
            {
                return await OnceAsync(() => !cancellationToken.IsCancellationRequested, both.Token);
            }
            catch (HttpRequestException) when (breaks < MostBreaks && !both.IsCancellationRequested)
            {
                // The daemon went away: another one is found or hosted, and what was filed is found again by its key.
                await Task.Delay(Pause, context.World.Time, cancellationToken);
            }
            catch (OperationCanceledException) when (both.IsCancellationRequested)
            {
                return Unreached(Why(!cancellationToken.IsCancellationRequested));
            }
        }
    }

    private async Task<int> OnceAsync(Func<bool> timedOut, CancellationToken cancellationToken)
    {
        var door = new RunDoor(context, asked);
        var (link, ready) = await door.OpenAsync(cancellationToken);
        await using var held = link;
        if (ready.Value is not { } readiness)
            return context.Fail(ready);
        if (filed is null && door.Refusal(readiness, link.IsOwn) is { } refusal)
            return context.Fail(refusal, readiness.Halted ? ExitCode.NeedsPerson : ExitCode.Error);
        try
        {
            return await WorkAsync(link.Client!, readiness, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            screen.Wipe();
            return await LeaveAsync(link, timedOut());
        }
    }

    private async Task<int> WorkAsync(FactoryClient client, ReadinessView ready, CancellationToken cancellationToken)
    {
        if (filed is null)
        {
            Introduce(ready);
            var reply = await client.Tasks.FileAsync(TaskFor(ready.Product), cancellationToken);
            if (reply.Value is not { } answer)
                return context.Fail(reply);
            filed = answer.Task.Id;
            screen.Say($"filed     #{answer.Task.Id} {answer.Task.Title}", Ink.Bold);
        }

        var ended = await watch.FollowAsync(client, filed.Value, cancellationToken);
        screen.Wipe();
        if (ended.Value is not { } page)
            return context.Fail(ended);
        var diff = await client.Tasks.DiffAsync(filed.Value, cancellationToken);
        return Tell(new RunEnd(page, diff.Value));
    }

    // What the product runs anyway is not run twice.
    private FileTask TaskFor(ProductView product) => asked.Task with
    {
        Product = product.Name,
        Verify = asked.Task.Verify is { } own && !product.Verify.Contains(own, StringComparer.Ordinal) ? own : null,
    };

    private void Introduce(ReadinessView ready)
    {
        var product = ready.Product;
        screen.Say($"project   {product.Name} at {ready.Base[..Math.Min(10, ready.Base.Length)]}{(ready.Branch.Length > 0 ? " on " + ready.Branch : "")}, sandbox {ready.Sandbox}");
        if (ready.IsNewProduct)
            screen.Say($"registered as {product.File}: {string.Join("; ", product.Notes)}", Ink.Dim);
        if (ready.UncommittedFiles > 0)
            screen.Say($"note      {Pages.Words.Count(ready.UncommittedFiles, "uncommitted file is", "uncommitted files are")} not included", Ink.Yellow);
        var commands = TaskFor(product).Verify is { } own ? [.. product.Verify, own] : product.Verify;
        if (commands.Count > 0)
            screen.Say($"proved by {string.Join("; ", commands)}");
        else
            screen.Say("note      no test command was found: the result can only be held for your eyes. Give one with --verify COMMAND.", Ink.Yellow);
        if (ready.Sandbox == "S0" && !context.Json)
            RunBanner.Write(context.Paper);
        else if (asked.Unsandboxed)
            screen.Say("note      a sandbox works here and is used all the same", Ink.Dim);
    }

    private int Tell(RunEnd end)
    {
        if (context.Json)
            context.World.Out.WriteLine(JsonText.Indent(JsonSerializer.Serialize(end.ToView(screen.Elapsed), WireJson.Default.RunEndView)));
        else
            RunEndPage.Write(context.Paper, end);
        return end.ExitCode;
    }

    private static string Why(bool timedOut) => timedOut ? "the time of --timeout is over" : "interrupted by a person";

    private int Unreached(string why) => context.Fail(
        filed is { } id
            ? new Problem($"No longer watching ({why}) and the daemon does not answer.", Hint: $"see what became of it: alai task show {id}")
            : new Problem($"Nothing was filed: {why} before the factory answered.", Hint: "try again; alai doctor tells what is slow or missing"),
        ExitCode.Error);

    // With a daemon this was only a window; without one the run ends with its window.
    private async Task<int> LeaveAsync(DaemonLink link, bool timedOut)
    {
        var why = Why(timedOut);
        if (filed is not { } id)
            return Unreached(why);
        if (!link.IsOwn)
        {
            return context.Fail(
                new Problem($"No longer watching ({why}); the factory goes on with #{id}.", Hint: $"watch again: alai task log {id} --follow; stop it: alai task cancel {id}"), ExitCode.Error);
        }

        using var patience = new CancellationTokenSource(EndPatience);
        var cancelled = await link.Client!.Tasks.DoAsync(id, "cancel", new VerbWords { Text = why }, patience.Token);
        return context.Fail(
            cancelled.Problem is { } problem ? problem : new Problem($"#{id} was cancelled: {why}.", Hint: $"to go on later: alai task reopen {id}, then alai up"), ExitCode.Error);
    }
}
