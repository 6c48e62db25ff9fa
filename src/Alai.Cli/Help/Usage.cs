using System.CommandLine;
using System.Text;

namespace Alai.Cli.Help;

/// <summary>The lines both the help pages and the reference are made of.</summary>
internal static class Usage
{
    public static IReadOnlyList<string> FirstSteps { get; } =
    [
        "alai init                              make a home ready",
        "alai product add ~/code/bento          tell it about a repository",
        "alai task add \"Show two decimals\"      file work",
        "alai up                                let the factory work",
        "alai inbox                             answer what it asks",
        "alai help task add                     how a verb is used",
    ];

    /// <summary>The whole name, for example <c>alai task add</c>.</summary>
    public static string Path(Command command) => command is RootCommand
        ? "alai"
        : command.Parents.OfType<Command>().Select(Path).First() + " " + command.Name;

    public static string Line(Command command)
    {
        var line = new StringBuilder(Path(command));
        if (command.Subcommands.Count > 0)
            line.Append(command.Action is null ? " VERB" : " [VERB]");
        foreach (var argument in command.Arguments)
        {
            var name = argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "..." : argument.Name;
            line.Append(argument.Arity.MinimumNumberOfValues == 0 ? $" [{name}]" : " " + name);
        }

        if (command.Options.Count > 0)
            line.Append(" [options]");
        return line.ToString();
    }

    /// <summary>An option with its short form and what it takes, for example <c>-p, --priority WORD</c>.</summary>
    public static string Option(Option option)
    {
        var names = option.Aliases.Order(StringComparer.Ordinal).Append(option.Name).OrderBy(name => name.Length);
        return string.Join(", ", names) + (option.HelpName is { Length: > 0 } value ? " " + value : "");
    }
}
