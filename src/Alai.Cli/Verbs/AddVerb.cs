using Alai.Cli.Filing;
using Alai.Cli.Pages;
using Alai.Client;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Cli.Verbs;

/// <summary><c>alai task add</c>: files one task from words, or any number from a file.</summary>
internal static class AddVerb
{
    public static Verb Build(CliWorld world)
    {
        var title = Given.Text("TITLE", "What should be done, in one line.");
        var options = new AddOptions();
        var verb = new Verb("add", "File a task.")
        {
            Details = "The safety rules read it at once: a task they hold waits for a person in the inbox and starts by no path (exit code 3). "
                + "With --file a Markdown file with front matter becomes one task, a file of JSON objects one task a line with the keys of the options, "
                + "any other file one title a line; '-' reads standard input. Any number is filed, a hundred in a transaction; with --key a repeat files only what is missing.",
            Examples =
            [
                "alai task add \"Show prices with two decimals\" --product bento -p high",
                "alai task add \"Export orders as CSV\" --criteria \"has a header line\" --criteria \"quotes commas\" --docs",
                "alai task add -f wishes.txt",
                "alai task add -f backlog.jsonl --key import-1",
                "echo \"Fix the footer\" | alai task add -f -",
            ],
            Arguments = { title },
        };
        foreach (var option in options.All)
            verb.Add(option);
        return verb.Does(world, (context, parse, cancellationToken) => RunAsync(context, options.Read(parse, parse.Joined(title), world.Time), cancellationToken));
    }

    private static async Task<int> RunAsync(CliContext context, AddRequest request, CancellationToken cancellationToken)
    {
        if (request.File is null && request.Task.Title.Length == 0)
            return context.Fail(new Problem("A task needs a title.", Hint: "alai task add \"what should be done\", or --file FILE"), ExitCode.WrongUsage);
        if (request.File is null)
            return await context.WithFactoryAsync(client => FileAsync(context, client, [request.Task], cancellationToken), cancellationToken);
        var text = request.File == "-"
            ? await context.World.In.ReadToEndAsync(cancellationToken)
            : await File.ReadAllTextAsync(request.File, cancellationToken);
        var (tasks, problem) = TaskFile.Read(text, request.File, request.Task);
        return problem is not null
            ? context.Fail(problem, ExitCode.WrongUsage)
            : await context.WithFactoryAsync(client => FileAsync(context, client, tasks, cancellationToken), cancellationToken);
    }

    private static Task<int> FileAsync(CliContext context, FactoryClient client, IReadOnlyList<FileTask> tasks, CancellationToken cancellationToken)
    {
        // A key of its own makes a repeat after a broken connection harmless.
        IReadOnlyList<FileTask> keyed = [.. tasks.Select(task => task with { Key = task.Key ?? "cli:" + Guid.NewGuid().ToString("N") })];
        return keyed.Count == 1 ? OneAsync(context, client, keyed[0], cancellationToken) : new ManyFiled(context).FileAsync(client, keyed, Show, cancellationToken);
    }

    private static async Task<int> OneAsync(CliContext context, FactoryClient client, FileTask task, CancellationToken cancellationToken)
    {
        var reply = await client.Tasks.FileAsync(task, cancellationToken);
        if (reply.Value is not { } filed)
            return context.Fail(reply);
        Show(context, filed);
        return filed.Task.State == "held" ? ExitCode.NeedsPerson : ExitCode.Done;
    }

    private static void Show(CliContext context, FiledView filed)
    {
        if (context.Json)
            context.World.Out.WriteLine(JsonText.Indent(System.Text.Json.JsonSerializer.Serialize(filed, WireJson.Default.FiledView)));
        else
            SaidPage.Write(context.Paper, filed);
    }
}
