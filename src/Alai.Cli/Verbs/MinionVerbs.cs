using Alai.Cli.Pages;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary><c>alai minion enqueue</c>: one run without a pipeline.</summary>
internal static class MinionVerbs
{
    public static Verb Build(CliWorld world)
    {
        var group = new Verb("minion", "Single runs of an agent, without a pipeline.");
        group.Add(Enqueue(world));
        return group;
    }

    private static Verb Enqueue(CliWorld world)
    {
        var text = Given.Text("TEXT", "What should be done.", required: true);
        var product = Given.Word("--product", "NAME", "The product it changes; the only one when left out.", "-p");
        var project = Given.Word("--project", "PATH", "A checkout's folder instead of a product's name; registered if needed.");
        var verify = Given.Word("--verify", "COMMAND", "A command that must pass too, besides the product's own.");
        var criteria = Given.Several("--criteria", "TEXT", "When it is good enough; may be repeated.");
        var tier = Given.Tier();
        return new Verb("enqueue", "File a one-shot: one stage, gated like any other, no review.")
        {
            Details = "The daemon runs it when its turn comes; it waits for your yes before anything lands. The safety rules read it like any task.",
            Examples = ["alai minion enqueue \"Sort the menu by price\" --product bento", "alai minion enqueue \"Sort the menu by price\" --project ~/code/bento"],
            Arguments = { text },
            Options = { product, project, verify, criteria, tier },
        }.Does(world, (context, parse, cancellationToken) =>
        {
            var (title, body) = RunText.Split(parse.Joined(text));
            var task = new FileTask
            {
                Title = title,
                Body = body,
                Product = parse.GetValue(product) ?? "",
                Verify = parse.GetValue(verify),
                Criteria = parse.GetValue(criteria) ?? [],
                Tier = parse.GetValue(tier) ?? 0,
                OneShot = true,
                Key = "cli:" + Guid.NewGuid().ToString("N"),
            };
            return context.WithFactoryAsync(client => FileAsync(context, client, (task, parse.GetValue(project)), cancellationToken), cancellationToken);
        });
    }

    private static async Task<int> FileAsync(CliContext context, FactoryClient client, (FileTask Task, string? Project) asked, CancellationToken cancellationToken)
    {
        var task = asked.Task;
        if (asked.Project is { } path)
        {
            var added = await client.Catalogues.AddProductAsync(new AddProduct { Path = Path.GetFullPath(path) }, cancellationToken);
            if (added.Value is not { } product)
                return context.Fail(added);
            task = task with { Product = product.Name };
        }

        var reply = await client.Tasks.FileAsync(task, cancellationToken);
        if (reply.Value is not { } filed)
            return context.Fail(reply);
        if (context.Json)
            context.World.Out.WriteLine(JsonText.Indent(reply.Json));
        else
            SaidPage.Write(context.Paper, filed);
        return filed.Task.State == "held" ? ExitCode.NeedsPerson : ExitCode.Done;
    }
}
