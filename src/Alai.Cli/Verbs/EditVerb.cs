using System.CommandLine;
using Alai.Cli.Pages;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary><c>alai task edit</c>: new values for fields.</summary>
internal static class EditVerb
{
    public static Verb Build(CliWorld world)
    {
        var id = Given.Id();
        var title = Given.Word("--title", "TEXT", "One line.");
        var body = Given.Word("--body", "TEXT", "Markdown.");
        var product = Given.Word("--product", "NAME", "The product it changes.");
        var priority = Given.Priority();
        var labels = Given.Several("--label", "WORD", "Replaces all labels; may be repeated.");
        var add = Given.Several("--add-label", "WORD", "A label it shall bear besides its own; may be repeated.");
        var remove = Given.Several("--remove-label", "WORD", "A label it shall not bear; may be repeated.");
        var criteria = Given.Several("--criteria", "TEXT", "Replaces all criteria; may be repeated.");
        var verify = Given.Word("--verify", "COMMAND", "A command that must pass too.");
        var deploy = new Option<bool?>("--deploy") { HelpName = "true|false", Description = "Whether to deploy what landed." };
        var docs = new Option<bool?>("--docs") { HelpName = "true|false", Description = "Whether to document what landed." };
        var owner = Given.Word("--owner", "NAME", "Who answers for it.");
        var due = DueDay.Option("The day it is wanted by:", ", or none");
        var after = After();
        var editor = Given.Flag("--editor", "Edit title, product, priority, labels, criteria and body in your editor (VISUAL, EDITOR).");
        var version = new Option<long?>("--if-version") { HelpName = "NUMBER", Description = "Refuse when somebody changed it since this version." };
        return new Verb("edit", "Change a task.")
        {
            Details = "The safety rules read the new text again, and an approval of the old text is void. With --if-version, and always in the editor, "
                + "what somebody else changed meanwhile is told and nothing is overwritten. Labels of many tasks at once: alai task label.",
            Examples = ["alai task edit 12 --title \"Show prices with three decimals\"", "alai task edit 12 -p blocker", "alai task edit 12 --add-label shop --remove-label later", "alai task edit 12 --editor"],
            Arguments = { id },
            Options = { title, body, product, priority, labels, add, remove, criteria, verify, deploy, docs, owner, due, after, version, editor },
        }.Does(world, (context, parse, cancellationToken) =>
        {
            if (parse.GetValue(editor))
                return EditorFlow.RunAsync(context, parse.GetValue(id), cancellationToken);
            var fields = new EditFields
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
                Due = parse.GetValue(due) is { } day && day != "none" ? DueDay.Read(day, world.Time) : null,
                NoDue = parse.GetValue(due) == "none",
                After = parse.GetValue(after) is { Length: > 0 } ids ? ids : null,
                Version = parse.GetValue(version),
            };
            return fields == new EditFields { Version = fields.Version }
                ? Task.FromResult(context.Fail(new Problem("Nothing to change was given.", Hint: "alai task edit --help"), ExitCode.WrongUsage))
                : context.AskAsync(
                    (client, stop) => client.Tasks.EditAsync(parse.GetValue(id), fields, stop),
                    SaidPage.Write,
                    cancellationToken,
                    change => change.Task.State == "held" ? ExitCode.NeedsPerson : ExitCode.Done);
        });
    }

    private static Option<long[]> After() => new("--after")
    {
        HelpName = "ID",
        Description = "Not before this task is done; replaces the list, may be repeated.",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => Given.ReadId(result, token.Value) ?? 0)],
    };

    private static string[]? NullIfEmpty(string[]? words) => words is { Length: > 0 } ? words : null;
}
