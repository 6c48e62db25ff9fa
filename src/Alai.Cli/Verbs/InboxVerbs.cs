using Alai.Cli.Pages;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary><c>alai inbox</c>: what waits for people, and their answers.</summary>
internal static class InboxVerbs
{
    public static Verb Build(CliWorld world)
    {
        var group = new Verb("inbox", "What waits for you, and your answers.")
        {
            Details = "Without a verb it lists what waits, most urgent first, with the command that answers each.",
            Examples = ["alai inbox", "alai inbox approve 12", "alai inbox answer 12 \"use the second address\""],
        };
        group.Add(List(world));
        group.Add(Approve(world));
        group.Add(Answer(world, ("reject", "Say no, and why."), "REASON"));
        group.Add(Answer(world, ("answer", "Answer its question."), "ANSWER"));
        group.Add(Take(world));
        return group.Does(world, (context, _, cancellationToken) => ListAsync(context, cancellationToken));
    }

    private static Verb List(CliWorld world) => new Verb("list", "List what waits, most urgent first.")
    {
        Examples = ["alai inbox list --json"],
    }.Does(world, (context, _, cancellationToken) => ListAsync(context, cancellationToken));

    private static Task<int> ListAsync(CliContext context, CancellationToken cancellationToken) =>
        context.AskAsync((client, stop) => client.Tasks.InboxAsync(stop), InboxPage.Write, cancellationToken);

    private static Verb Approve(CliWorld world)
    {
        var id = Given.Id();
        var reason = Given.Text("REASON", "Why; kept in the history.");
        return new Verb("approve", "Say yes to exactly what is held now.")
        {
            Details = "The approval binds to the content as it is: any change voids it.",
            Examples = ["alai inbox approve 12", "alai inbox approve 12 checked with the bank"],
            Arguments = { id, reason },
        }.Does(world, (context, parse, cancellationToken) => context.WithFactoryAsync(
            client => ApproveAsync(context, client, (parse.GetValue(id), parse.Joined(reason)), cancellationToken),
            cancellationToken));
    }

    private static async Task<int> ApproveAsync(CliContext context, FactoryClient client, (long Id, string Reason) given, CancellationToken cancellationToken)
    {
        var entry = await client.Tasks.InboxEntryAsync(given.Id, cancellationToken);
        if (entry.Value is not { } seen)
            return context.Fail(entry);
        if (!context.Json)
            InboxPage.Entry(context.Paper, seen with { Verbs = [] });
        var reply = await client.Tasks.AnswerAsync(given.Id, "approve", new VerbWords { Text = given.Reason, SubjectHash = seen.SubjectHash }, cancellationToken);
        if (reply.Value is not { } change)
            return context.Fail(reply);
        if (context.Json)
            context.World.Out.WriteLine(JsonText.Indent(reply.Json));
        else
            SaidPage.Write(context.Paper, change);
        return ExitCode.Done;
    }

    private static Verb Answer(CliWorld world, (string Name, string Summary) words, string argument)
    {
        var id = Given.Id();
        var text = Given.Text(argument, "In your words.");
        var reason = Given.Word("--reason", "TEXT", "The same as an option.");
        return new Verb(words.Name, words.Summary)
        {
            Examples = [$"alai inbox {words.Name} 12 \"not before the audit\""],
            Arguments = { id, text },
            Options = { reason },
        }.Does(world, (context, parse, cancellationToken) => (parse.GetValue(reason) ?? parse.Joined(text)) is { Length: > 0 } said
            ? AnswerAsync(context, (parse.GetValue(id), words.Name), new VerbWords { Text = said }, cancellationToken)
            : Task.FromResult(context.Fail(new Problem($"'alai inbox {words.Name}' needs your words.", $"alai inbox {words.Name} ID {argument}"), ExitCode.WrongUsage)));
    }

    private static Verb Take(CliWorld world)
    {
        var id = Given.Id();
        return new Verb("take", "Do it yourself.") { Examples = ["alai inbox take 12"], Arguments = { id } }
            .Does(world, (context, parse, cancellationToken) => AnswerAsync(context, (parse.GetValue(id), "take"), new VerbWords(), cancellationToken));
    }

    private static Task<int> AnswerAsync(CliContext context, (long Id, string Verb) what, VerbWords words, CancellationToken cancellationToken) =>
        context.AskAsync((client, stop) => client.Tasks.AnswerAsync(what.Id, what.Verb, words, stop), SaidPage.Write, cancellationToken);
}
