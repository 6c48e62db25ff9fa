using System.CommandLine;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary>The options of <c>task edit</c>: a new value each.</summary>
internal sealed class EditOptions
{
    private readonly Option<string?> title = Given.Word("--title", "TEXT", "One line.");
    private readonly Option<string?> body = Given.Word("--body", "TEXT", "Markdown.");
    private readonly Option<string?> product = Given.Word("--product", "NAME", "The product it changes.");
    private readonly Option<string?> priority = Given.Priority();
    private readonly Option<string[]> labels = Given.Several("--label", "WORD", "Replaces all labels; may be repeated.");
    private readonly Option<string[]> add = Given.Several("--add-label", "WORD", "A label it shall bear besides its own; may be repeated.");
    private readonly Option<string[]> remove = Given.Several("--remove-label", "WORD", "A label it shall not bear; may be repeated.");
    private readonly Option<string[]> criteria = Given.Several("--criteria", "TEXT", "Replaces all criteria; may be repeated.");
    private readonly Option<string?> verify = Given.Word("--verify", "COMMAND", "A command that must pass too.");
    private readonly Option<bool?> deploy = new("--deploy") { HelpName = "true|false", Description = "Whether to deploy what landed." };
    private readonly Option<bool?> docs = new("--docs") { HelpName = "true|false", Description = "Whether to document what landed." };
    private readonly Option<string?> owner = Given.Word("--owner", "NAME", "Who answers for it.");
    private readonly Option<string?> due = DueDay.Option("The day it is wanted by:", ", or none");
    private readonly Option<long?> version = new("--if-version") { HelpName = "NUMBER", Description = "Refuse when somebody changed it since this version." };
    private readonly Option<long[]> after = new("--after")
    {
        HelpName = "ID",
        Description = "Not before this task is done; replaces the list, may be repeated.",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => Given.ReadId(result, token.Value) ?? 0)],
    };

    /// <summary>All, in the order of the help.</summary>
    public IEnumerable<Option> All => [title, body, product, priority, labels, add, remove, criteria, verify, deploy, docs, owner, due, after, version];

    /// <summary>The new values; what was not given is null.</summary>
    public EditFields Read(ParseResult parse, TimeProvider time) => new()
    {
        Title = parse.GetValue(title),
        Body = parse.GetValue(body),
        Product = parse.GetValue(product),
        Priority = parse.GetValue(priority),
        Labels = NullIfEmpty(parse.GetValue(labels)),
        AddLabels = NullIfEmpty(parse.GetValue(add)),
        RemoveLabels = NullIfEmpty(parse.GetValue(remove)),
        Criteria = NullIfEmpty(parse.GetValue(criteria)),
        Verify = parse.GetValue(verify),
        Deploy = parse.GetValue(deploy),
        Docs = parse.GetValue(docs),
        Owner = parse.GetValue(owner),
        Due = parse.GetValue(due) is { } day && day != "none" ? DueDay.Read(day, time) : null,
        NoDue = parse.GetValue(due) == "none",
        After = parse.GetValue(after) is { Length: > 0 } ids ? ids : null,
        Version = parse.GetValue(version),
    };

    private static string[]? NullIfEmpty(string[]? words) => words is { Length: > 0 } ? words : null;
}
