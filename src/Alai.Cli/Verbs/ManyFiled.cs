using System.Net;
using Alai.Cli.Drawing;
using Alai.Client;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Cli.Verbs;

/// <summary>Files any number of tasks, a hundred in a transaction, and says how far it has come.</summary>
/// <param name="context">Where it is told.</param>
/// <param name="places">Where each task stands in its file, for refusals.</param>
internal sealed class ManyFiled(CliContext context, IReadOnlyList<string> places)
{
    private const int Piece = 100;
    private const int Few = 20;
    private long known;
    private long held;
    private long last;
    private long first;

    public async Task<int> FileAsync(FactoryClient client, IReadOnlyList<FileTask> tasks, Action<CliContext, FiledView> show, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var piece in tasks.Chunk(Piece))
        {
            var reply = await client.Tasks.FileManyAsync(new FileTasks { Tasks = piece }, cancellationToken);
            if (reply.Value is not { } filed)
                return Broken(reply, (done, tasks.Count), Place(reply, piece, done));
            foreach (var one in filed.Filed)
            {
                Count(one);
                if (context.Json || tasks.Count <= Few)
                    show(context, one);
            }

            done += piece.Length;
            await ProgressAsync(done, tasks.Count);
        }

        if (!context.Json && tasks.Count > Few)
        {
            context.Paper.Text($"{tasks.Count - known} tasks filed, #{first} to #{last}" + (known > 0 ? $"; {known} were filed before" : "") + ".", Ink.Bold);
            if (held > 0)
                context.Paper.Text($"{held} of them are held and wait for you: alai inbox", Ink.Yellow);
        }

        return held > 0 ? ExitCode.NeedsPerson : ExitCode.Done;
    }

    private void Count(FiledView one)
    {
        known += one.IsNew ? 0 : 1;
        held += one.Task.State == "held" ? 1 : 0;
        first = first == 0 ? one.Task.Id : Math.Min(first, one.Task.Id);
        last = Math.Max(last, one.Task.Id);
    }

    // A call that is too large was never looked into: the largest of it is the one to make smaller.
    private string? Place(Reply<FiledListView> reply, FileTask[] piece, int done) =>
        reply.Status == HttpStatusCode.RequestEntityTooLarge ? places.ElementAtOrDefault(done + Array.IndexOf(piece, piece.MaxBy(task => task.Body.Length)))
        : reply.Problem?.Entry is { } entry and > 0 ? places.ElementAtOrDefault(done + entry - 1)
        : null;

    private int Broken(Reply<FiledListView> reply, (int Done, int All) come, string? place)
    {
        var problem = reply.Problem!;
        if (place is not null)
            problem = problem with { Error = $"{place}: {problem.Error}" };
        if (come.Done > 0)
            return context.Fail(problem with { Hint = $"The first {come.Done} of {come.All} are filed. Mend it and file the rest; with --key a repeat files only what is missing." }, ExitCode.Of(reply.Status));
        return context.Fail(problem, ExitCode.Of(reply.Status));
    }

    private async Task ProgressAsync(int done, int all)
    {
        if (all > Few * Piece && done % (Piece * 10) == 0)
            await context.World.Error.WriteLineAsync($"{done} of {all} filed");
    }
}
