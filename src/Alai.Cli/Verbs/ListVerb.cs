using Alai.Cli.Pages;
using Alai.Client;

namespace Alai.Cli.Verbs;

/// <summary><c>alai task list</c>: a page of tasks.</summary>
internal static class ListVerb
{
    private static readonly string[] States = ["open", "running", "held", "done", "cancelled"];

    public static Verb Build(CliWorld world)
    {
        var states = States.Select(state => Given.Flag("--" + state, $"Only {state} tasks; may be combined.")).ToArray();
        var product = Given.Word("--product", "NAME", "Only this product.");
        var owner = Given.Word("--owner", "NAME", "Only what this person owns or works on.");
        var label = Given.Word("--label", "WORD", "Only tasks with this label.");
        var hold = Given.Word("--hold", "CODE", "Only tasks held for this reason, for example safety_rule.");
        var text = Given.Word("--text", "WORDS", "Only tasks whose title or text contains this, upper or lower case alike; whole words: alai task search.");
        var stages = Given.Flag("--stages", "Stage tasks too.");
        var urgent = Given.Flag("--urgent", "Most urgent first instead of newest first.");
        var due = Given.Flag("--due", "What is wanted by a day, the earliest first.");
        var late = Given.Flag("--late", "Only what is late.");
        var limit = Given.Count("--limit", "Tasks a page, 1 to 500; 50 when left out.", 50, 500);
        var page = Given.Word("--page", "CURSOR", "The next page, as the page before names it.");
        var verb = new Verb("list", "List tasks, newest first.")
        {
            Examples = ["alai task list", "alai task list --open --urgent", "alai task list --held --hold safety_rule", "alai task list --late", "alai task list --json -n 500"],
            Options = { product, owner, label, hold, text, stages, urgent, due, late, limit, page },
        };
        foreach (var state in states)
            verb.Add(state);
        return verb.Does(world, (context, parse, cancellationToken) =>
        {
            var query = new TaskQuery
            {
                States = [.. States.Where((_, i) => parse.GetValue(states[i]))],
                Product = parse.GetValue(product),
                Owner = parse.GetValue(owner),
                Label = parse.GetValue(label),
                Hold = parse.GetValue(hold),
                Text = parse.GetValue(text),
                Stages = parse.GetValue(stages),
                Urgent = parse.GetValue(urgent),
                Due = parse.GetValue(due),
                Late = parse.GetValue(late),
                Limit = parse.GetValue(limit),
                After = parse.GetValue(page),
            };
            return context.AskAsync((client, stop) => client.Tasks.ListAsync(query, stop), TaskTable.Write, cancellationToken);
        });
    }
}
