using System.CommandLine;
using Alai.Cli.Pages;
using Alai.Cli.Reaching;
using Alai.Client;
using Alai.Client.Views;

namespace Alai.Cli.Verbs;

/// <summary><c>alai task log</c>: what the runs of a task did, once or as it happens.</summary>
internal static class TaskLogVerb
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public static Verb Build(CliWorld world)
    {
        var id = Given.Id();
        var run = new Option<long?>("--run") { HelpName = "NUMBER", Description = "Only this run." };
        var follow = Given.Flag("--follow", "Go on as steps come, until the task ends or waits for a person.");
        var full = Given.Flag("--full", "With everything that was recorded: prompts, answers, outputs.");
        return new Verb("log", "What the runs of a task did, step by step.")
        {
            Details = "Of a root it is every run of every stage, of a stage its own.",
            Examples = ["alai task log 12", "alai task log 12 --run 7 --full", "alai task log 12 --follow"],
            Arguments = { id },
            Options = { run, follow, full },
        }.Does(world, (context, parse, cancellationToken) => RunAsync(
            context, new Asked(parse.GetValue(id), parse.GetValue(run), parse.GetValue(follow), parse.GetValue(full)), cancellationToken));
    }

    private static async Task<int> RunAsync(CliContext context, Asked asked, CancellationToken cancellationToken)
    {
        // One that lives only for this operation runs nothing, so no step would ever come.
        await using var running = asked.Follow ? await new DaemonDoor(context).FindAsync(cancellationToken) : null;
        var known = asked with { CanWait = running is not null };
        return await context.WithFactoryAsync(client => ShowAsync(context, client, known, cancellationToken), cancellationToken);
    }

    private static async Task<int> ShowAsync(CliContext context, FactoryClient client, Asked asked, CancellationToken cancellationToken)
    {
        var all = new List<StepView>();
        string? after = null;
        try
        {
            while (true)
            {
                // The state is read first: what a run wrote before it ended is in the transcript then.
                var ended = !asked.Follow || await HasEndedAsync(client, asked.Task, cancellationToken);
                var reply = await client.Tasks.StepsAsync(asked.Task, after, asked.Full, cancellationToken);
                if (reply.Value is not { } piece)
                    return context.Fail(reply);
                Take(context, asked, piece, all);
                after = piece.Next;
                if (piece.More)
                    continue;
                if (ended)
                    break;
                if (!asked.CanWait)
                    return NobodyWorks(context, asked, all, after ?? "");
                await Task.Delay(Pause, context.World.Time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (asked.Follow)
        {
            // Ctrl-C only ends the watching.
        }

        return End(context, asked, all, after ?? "");
    }

    private static int NobodyWorks(CliContext context, Asked asked, List<StepView> all, string next)
    {
        End(context, asked, all, next);
        return context.Fail(new Problem("No daemon runs, so there is nothing to follow.", Hint: $"'alai up', or 'alai task log {asked.Task}' for what was."), ExitCode.NoDaemon);
    }

    private static void Take(CliContext context, Asked asked, StepListView piece, List<StepView> all)
    {
        foreach (var step in piece.Steps.Where(step => asked.Run is null || step.Run == asked.Run))
        {
            all.Add(step);
            if (!context.Json)
                StepLines.Write(context.Paper, step);
        }
    }

    private static int End(CliContext context, Asked asked, List<StepView> all, string next)
    {
        if (context.Json)
            context.World.Out.WriteLine(JsonText.Indent(System.Text.Json.JsonSerializer.Serialize(new StepListView { Steps = all, Next = next }, WireJson.Default.StepListView)));
        else if (all.Count == 0)
            context.Paper.Text(asked.Run is { } run ? $"Run {run} of #{asked.Task} has left no step." : $"No run of #{asked.Task} has begun; see: alai task why {asked.Task}", Drawing.Ink.Dim);
        return ExitCode.Done;
    }

    private static async Task<bool> HasEndedAsync(FactoryClient client, long id, CancellationToken cancellationToken)
    {
        var page = (await client.Tasks.ShowAsync(id, cancellationToken)).Value;
        return page is null || page.Task.State is not ("open" or "running") || page.Stages.Any(stage => stage.State == "held");
    }

    private sealed record Asked(long Task, long? Run, bool Follow, bool Full, bool CanWait = false);
}
