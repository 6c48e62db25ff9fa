using System.CommandLine;
using System.Text.Json;
using Alai.Cli.Drawing;
using Alai.Cli.Pages;
using Alai.Client;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Cli.Verbs;

/// <summary>One verb for one task or for every task a filter chooses: more than ten are shown first and need a yes.</summary>
internal sealed class ManyVerb(CliContext context, string name)
{
    private const int Few = 10;
    private const int Piece = 100;

    /// <summary>Gives a verb its filter and what it does.</summary>
    /// <param name="verb">The verb, with everything but its task.</param>
    /// <param name="world">The world.</param>
    /// <param name="words">What the verb needs, from the words of the command line.</param>
    public static Verb On(Verb verb, CliWorld world, Func<CliContext, ParseResult, VerbWords> words)
    {
        var id = Given.IdOrMany();
        verb.Arguments.Insert(0, id);
        var many = new ManyOptions();
        return many.On(verb).Does(world, (context, parse, cancellationToken) =>
        {
            var doing = new ManyVerb(context, verb.Name);
            var query = many.Read(parse);
            return (query, parse.GetValue(id)) switch
            {
                (null, null) => Task.FromResult(context.Fail(new Problem($"{id.Name} is missing: {id.Description}", Hint: $"alai task {verb.Name} --help"), ExitCode.WrongUsage)),
                (not null, not null) => Task.FromResult(context.Fail(new Problem("A task and a filter were given.", "one of the two"), ExitCode.WrongUsage)),
                (null, not null) when many.IsDry(parse) => Task.FromResult(context.Fail(ManyOptions.DryOne, ExitCode.WrongUsage)),
                (null, { } one) => context.AskAsync((client, stop) => client.Tasks.DoAsync(one, verb.Name, words(context, parse), stop), SaidPage.Write, cancellationToken),
                _ => doing.AskAsync(query, (words(context, parse), many.IsDry(parse), many.IsSure(parse)), cancellationToken),
            };
        });
    }

    /// <summary>Does the verb to every task a filter chooses, or shows which those are.</summary>
    public Task<int> AskAsync(TaskQuery query, (VerbWords Words, bool Dry, bool Sure) asked, CancellationToken cancellationToken) =>
        context.WithFactoryAsync(client => RunAsync(client, query, asked, cancellationToken), cancellationToken);

    private async Task<int> RunAsync(FactoryClient client, TaskQuery query, (VerbWords Words, bool Dry, bool Sure) asked, CancellationToken cancellationToken)
    {
        var meant = new List<TaskView>();
        string? note = null;
        for (string? page = null; ;)
        {
            var reply = await client.Tasks.ListAsync(query with { After = page }, cancellationToken);
            if (reply.Value is not { } found)
                return context.Fail(reply);
            meant.AddRange(found.Tasks);
            note = found.Note;
            if (found.Next is null)
                break;
            page = found.Next;
        }

        if (asked.Dry || meant.Count == 0 || (meant.Count > Few && !asked.Sure))
            return Preview(new TaskListView { Tasks = meant, Note = note }, asked.Dry);
        return await DoAsync(client, meant, asked.Words, cancellationToken);
    }

    private int Preview(TaskListView list, bool isDry)
    {
        var meant = list.Tasks;
        if (context.Json)
            context.World.Out.WriteLine(JsonText.Indent(JsonSerializer.Serialize(list, WireJson.Default.TaskListView)));
        else if (meant.Count == 0)
            context.Paper.Advise(list.Note is { } note ? $"No task matches: {note}" : "No task matches.", Ink.Dim);
        else
            TaskTable.Write(context.Paper, [.. meant.Take(Few)]);
        if (!context.Json && meant.Count > Few)
            context.Paper.Text($"... and {meant.Count - Few} more", Ink.Dim);
        if (isDry || meant.Count == 0)
            return ExitCode.Done;
        return context.Fail(new Problem($"{meant.Count} tasks match; nothing was done.", Hint: $"'{name}' all of them: the same command with --yes"), ExitCode.NeedsPerson);
    }

    private async Task<int> DoAsync(FactoryClient client, List<TaskView> meant, VerbWords words, CancellationToken cancellationToken)
    {
        var changed = new List<long>();
        var refused = new List<RefusedView>();
        var call = "";
        foreach (var piece in meant.Chunk(Piece))
        {
            var reply = await client.Tasks.DoManyAsync(name, new ChangeTasks { Ids = [.. piece.Select(task => task.Id)], Call = call, Words = words }, cancellationToken);
            if (reply.Value is not { } done)
                return context.Fail(reply);
            call = done.Call;
            changed.AddRange(done.Changed);
            refused.AddRange(done.Refused);
        }

        if (context.Json)
        {
            context.World.Out.WriteLine(JsonText.Indent(JsonSerializer.Serialize(new ManyChangedView { Call = call, Changed = changed, Refused = refused }, WireJson.Default.ManyChangedView)));
            return refused.Count == 0 ? ExitCode.Done : ExitCode.Error;
        }

        context.Paper.Text($"{name}: {Words.Count(changed.Count, "task", "tasks")} done, {refused.Count} refused.");
        foreach (var one in refused.Take(Few))
            context.Paper.Text($"#{one.Task}: {one.Reason}", Ink.Yellow, indent: 2);
        if (refused.Count > Few)
            context.Paper.Text($"... and {refused.Count - Few} more", Ink.Dim, indent: 2);
        return refused.Count == 0 ? ExitCode.Done : ExitCode.Error;
    }
}
