using System.CommandLine;
using Alai.Cli.Completion;
using Alai.Cli.Drawing;

namespace Alai.Cli.Verbs;

/// <summary><c>alai completion bash|zsh|fish|powershell|words</c>.</summary>
internal static class CompletionVerbs
{
    public static Verb Build(CliWorld world, RootCommand root)
    {
        var group = new Verb("completion", "Let your shell finish verbs, options, task numbers and products.")
        {
            Details = "Prints a script for a shell. It asks this program what may come next, so it never grows old; task numbers and products "
                + "come from a running daemon, and when none answers within half a second they are left out in silence.",
        };
        foreach (var shell in ShellScript.Shells)
        {
            group.Add(new Verb(shell, $"The script for {shell}.") { Details = "Install it: " + ShellScript.Install(shell), Examples = ["alai completion " + shell] }.Does(world, (context, _, _) =>
            {
                context.World.Out.WriteLine(ShellScript.For(shell));
                return Task.FromResult(ExitCode.Done);
            }));
        }

        group.Add(Words(world, root));
        return group;
    }

    private static Verb Words(CliWorld world, RootCommand root)
    {
        var typed = Given.Text("WORD", "What was typed after 'alai', the unfinished word last.");
        var blank = Given.Flag("--blank", "A new word begins; for shells that drop an empty one.");
        return new Verb("words", "What may come next: what the scripts ask. A line each, after a tab what it means.")
        {
            Examples = ["alai completion words -- task li", "alai completion words --blank -- task show"],
            Arguments = { typed },
            Options = { blank },
        }.Does(world, (context, parse, cancellationToken) =>
            WriteAsync(context, new WordsAhead(root, [.. parse.GetValue(typed) ?? [], .. parse.GetValue(blank) ? [""] : Array.Empty<string>()]), cancellationToken));
    }

    private static async Task<int> WriteAsync(CliContext context, WordsAhead ahead, CancellationToken cancellationToken)
    {
        var known = ahead.Asks is { } kind ? await FactoryWords.AskAsync(context, kind, cancellationToken) : [];
        foreach (var candidate in ahead.Candidates().Concat(known.Where(one => one.Word.StartsWith(ahead.Prefix.TrimStart('#'), StringComparison.OrdinalIgnoreCase))))
            context.World.Out.WriteLine(CleanText.Line(candidate.Word) + "\t" + CleanText.Line(candidate.About));
        return ExitCode.Done;
    }
}
