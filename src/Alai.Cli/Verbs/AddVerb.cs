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
                + "With --file a Markdown file with front matter becomes one task, any other file one task a line; '-' reads standard input.",
            Examples =
            [
                "alai task add \"Show prices with two decimals\" --product bento -p high",
                "alai task add \"Export orders as CSV\" --criteria \"has a header line\" --criteria \"quotes commas\" --docs",
                "alai task add -f wishes.txt",
                "echo \"Fix the footer\" | alai task add -f -",
            ],
            Arguments = { title },
        };
        foreach (var option in options.All)
            verb.Add(option);
        return verb.Does(world, (context, parse, cancellationToken) => RunAsync(context, options.Read(parse, parse.Joined(title)), cancellationToken));
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

    private static async Task<int> FileAsync(CliContext context, FactoryClient client, IReadOnlyList<FileTask> tasks, CancellationToken cancellationToken)
    {
        var worst = ExitCode.Done;
        foreach (var task in tasks)
        {
            // A key of its own makes a repeat after a broken connection harmless.
            var reply = await client.Tasks.FileAsync(task with { Key = task.Key ?? "cli:" + Guid.NewGuid().ToString("N") }, cancellationToken);
            if (reply.Value is not { } filed)
                return context.Fail(reply);
            Show(context, filed, reply.Json);
            worst = Math.Max(worst, filed.Task.State == "held" ? ExitCode.NeedsPerson : ExitCode.Done);
        }

        return worst;
    }

    private static void Show(CliContext context, FiledView filed, string json)
    {
        if (context.Json)
            context.World.Out.WriteLine(JsonText.Indent(json));
        else
            SaidPage.Write(context.Paper, filed);
    }
}
