using System.CommandLine;
using System.Text;

namespace Alai.Cli.Help;

/// <summary>The whole command line as Markdown: <c>alai help --all > docs/cli.md</c>, and a test holds the two together.</summary>
internal static class Reference
{
    public static string Of(RootCommand root)
    {
        var text = new StringBuilder();
        text.Append("# The command line\n\n");
        text.Append("Written by `alai help --all > docs/cli.md`; a test keeps this page and the program the same.\n\n");
        text.Append("Exit codes: 0 done, 1 error, 2 wrong usage, 3 held or needs a person, 4 the daemon is needed and not running.\n");
        text.Append("Every reading verb answers JSON with `--json`: one object on standard output, problems on standard error.\n");
        text.Append("Without a running daemon a verb is performed at once by one that ends with it.\n\n");
        text.Append("## Options every verb knows\n\n");
        Bullets(text, root.Options.Select(option => (Usage.Option(option), option.Description ?? "")));
        foreach (var command in root.Subcommands)
            Section(text, command);
        return text.ToString();
    }

    private static void Section(StringBuilder text, Command command)
    {
        text.Append($"\n## {Usage.Path(command)}\n\n{command.Description}\n");
        if (command is Verb { Details.Length: > 0 } verb)
            text.Append($"\n{verb.Details}\n");
        text.Append($"\n    {Usage.Line(command)}\n");
        if (command.Arguments.Count + command.Options.Count > 0)
            text.Append('\n');
        Bullets(text, command.Arguments.Select(argument => (argument.Name, argument.Description ?? "")));
        Bullets(text, command.Options.Select(option => (Usage.Option(option), option.Description ?? "")));
        if (command is Verb { Examples.Count: > 0 } shown)
            text.Append("\nFor example:\n\n").AppendJoin('\n', shown.Examples.Select(example => "    " + example)).Append('\n');
        foreach (var child in command.Subcommands)
            Section(text, child);
    }

    private static void Bullets(StringBuilder text, IEnumerable<(string Name, string Description)> rows)
    {
        foreach (var (name, description) in rows)
            text.Append($"* `{name}`: {description}\n");
    }
}
