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
                + "With --file a Markdown file with front matter becomes one task, a file of JSON objects (one a line, or an array of them) one task each with the keys of the options, "
                + "any other file one title a line; '-' reads standard input. Any number is filed, a hundred in a transaction; with --key a repeat files only what is missing: "
                + "a line is known by what it says, so lines may be put in, moved and taken out.",
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
        var read = request.File is null ? new TasksRead([request.Task], null) : await ReadAsync(context, request, request.File, cancellationToken);
        return read.Problem is { } problem
            ? context.Fail(problem, ExitCode.WrongUsage)
            : await context.WithFactoryAsync(client => FileAsync(context, client, read, cancellationToken), cancellationToken);
    }

    private static async Task<TasksRead> ReadAsync(CliContext context, AddRequest request, string file, CancellationToken cancellationToken)
    {
        var bytes = file == "-" ? await InputAsync(context, cancellationToken) : await File.ReadAllBytesAsync(file, cancellationToken);
        var (text, problem) = InputText.Read(bytes, file);
        return problem is null ? TaskFile.Read(text, file, request.Task) : TasksRead.Refused(problem);
    }

    private static async Task<byte[]> InputAsync(CliContext context, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        await context.World.InBytes.CopyToAsync(all, cancellationToken);
        return all.ToArray();
    }

    private static Task<int> FileAsync(CliContext context, FactoryClient client, TasksRead read, CancellationToken cancellationToken)
    {
        // A key of its own makes a repeat after a broken connection harmless.
        IReadOnlyList<FileTask> keyed = [.. read.Tasks.Select(task => task with { Key = task.Key ?? "cli:" + Guid.NewGuid().ToString("N") })];
        return keyed.Count == 1
            ? OneAsync(context, client, (keyed[0], read.Places is [{ } place, ..] ? place : null), cancellationToken)
            : new ManyFiled(context, read.Places).FileAsync(client, keyed, Show, cancellationToken);
    }

    private static async Task<int> OneAsync(CliContext context, FactoryClient client, (FileTask Task, string? Place) one, CancellationToken cancellationToken)
    {
        var reply = await client.Tasks.FileAsync(one.Task, cancellationToken);
        if (reply.Value is not { } filed)
            return context.Fail(one.Place is { } place ? reply.Problem! with { Error = $"{place}: {reply.Problem.Error}" } : reply.Problem!, ExitCode.Of(reply.Status));
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
