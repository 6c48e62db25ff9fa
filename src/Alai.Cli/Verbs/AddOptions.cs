using System.CommandLine;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary>The options of <c>task add</c>.</summary>
internal sealed class AddOptions
{
    private readonly Option<string?> priority = Given.Priority();
    private readonly Option<string?> product = Given.Word("--product", "NAME", "The product it changes.");
    private readonly Option<long[]> after = new("--after")
    {
        HelpName = "ID",
        Description = "Not before this task is done; may be repeated.",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => Given.ReadId(result, token.Value) ?? 0)],
    };

    private readonly Option<long?> parent = new("--parent")
    {
        HelpName = "ID",
        Description = "The task it came of, no stage of one; a task has at most 24 children, its stages counted, and three generations below it.",
        CustomParser = result => Given.ReadId(result, result.Tokens[0].Value),
    };

    private readonly Option<string[]> labels = Given.Several("--label", "WORD", "A free word; may be repeated.");
    private readonly Option<string?> body = Given.Word("--body", "TEXT", "More words, Markdown.");
    private readonly Option<string[]> criteria = Given.Several("--criteria", "TEXT", "When it is good enough; may be repeated.");
    private readonly Option<string?> verify = Given.Word("--verify", "COMMAND", "A command that must pass too, besides the product's own.");
    private readonly Option<bool> deploy = Given.Flag("--deploy", "Deploy what landed.");
    private readonly Option<bool> docs = Given.Flag("--docs", "Document what landed.");
    private readonly Option<string?> owner = Given.Word("--owner", "NAME", "Who answers for it: a person, 'me', a company, or an agent such as codecraft/lead; human:NAME for somebody new.");
    private readonly Option<string?> due = DueDay.Option("The day it is wanted by:");
    private readonly Option<string?> file = Given.Word("--file", "FILE", "File tasks from a file; '-' is standard input.", "-f");
    private readonly Option<string?> key = Key();

    public IEnumerable<Option> All => [priority, product, after, parent, labels, body, criteria, verify, deploy, docs, owner, due, file, key];

    /// <summary>The options of a task that is filed again and again.</summary>
    public IEnumerable<Option> Recurring => [priority, product, labels, body, criteria, verify, deploy, docs, owner];

    // A script whose variable is empty would file everything again and never know.
    private static Option<string?> Key()
    {
        var option = Given.Word("--key", "KEY", "Filing again with the same key returns the first task; of a file, each line by what it says.");
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                result.AddError("--key is empty; expected a word such as import-1. Leave --key out to file anew each time.");
        });
        return option;
    }

    public AddRequest Read(ParseResult parse, string title, TimeProvider time) => new(
        new FileTask
        {
            Title = title,
            Body = parse.GetValue(body) ?? "",
            Product = parse.GetValue(product) ?? "",
            Priority = parse.GetValue(priority) ?? "medium",
            After = parse.GetValue(after) ?? [],
            Parent = parse.GetValue(parent),
            Labels = parse.GetValue(labels) ?? [],
            Criteria = parse.GetValue(criteria) ?? [],
            Verify = parse.GetValue(verify),
            Deploy = parse.GetValue(deploy),
            Docs = parse.GetValue(docs),
            Owner = parse.GetValue(owner),
            Due = parse.GetValue(due) is { } day ? DueDay.Read(day, time) : null,
            Key = parse.GetValue(key),
        },
        parse.GetValue(file));
}
