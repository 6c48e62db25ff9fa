using System.CommandLine;
using Alai.Cli.Help;

namespace Alai.Cli.Verbs;

/// <summary><c>alai help</c>: of one verb, or the whole reference.</summary>
internal static class HelpVerb
{
    public static Verb Build(CliWorld world, RootCommand root)
    {
        var words = Given.Text("VERB", "The verb, for example 'task add'.");
        var all = Given.Flag("--all", "The whole reference as Markdown; docs/cli.md is this.");
        return new Verb("help", "How a verb is used.")
        {
            Examples = ["alai help task add", "alai help --all"],
            Arguments = { words },
            Options = { all },
        }.Does(world, (context, parse, _) => Task.FromResult(
            parse.GetValue(all) ? WriteAll(context, root) : WriteOne(context, root, parse.GetValue(words) ?? [])));
    }

    private static int WriteAll(CliContext context, RootCommand root)
    {
        context.World.Out.Write(Reference.Of(root));
        return ExitCode.Done;
    }

    private static int WriteOne(CliContext context, RootCommand root, IReadOnlyList<string> words)
    {
        Command command = root;
        foreach (var word in words)
        {
            if (command.Subcommands.FirstOrDefault(child => child.Name == word) is not { } next)
                return context.Fail(WrongUsage.UnknownVerb(command, word), ExitCode.WrongUsage);
            command = next;
        }

        HelpPage.Write(context.World, command, !context.Paper.HasColour);
        return ExitCode.Done;
    }
}
