using System.CommandLine;
using Alai.Cli.Pages;
using Alai.Cli.Reaching;
using Alai.Client;

namespace Alai.Cli.Verbs;

/// <summary><c>alai db restore</c>: the drill, the real thing, and its undoing.</summary>
internal static class RestoreVerb
{
    public static Verb Build(CliWorld world)
    {
        var file = new Argument<string?>("FILE") { Description = "A backup, or the word newest.", Arity = ArgumentArity.ZeroOrOne };
        var check = Given.Flag("--check", "Only the drill: unpack and check everything in a folder of its own, and say what would be lost. Works while the factory does.");
        var undo = Given.Flag("--undo", "Take back the store that was replaced last.");
        return new Verb("restore", "Restore a backup, or try whether it could be.")
        {
            Details = "Refused while a daemon holds the home ('alai down'). What is replaced is kept in data/replaced, git work that is missing is unpacked by the next start, settings people edited are left as they are, and dispatch is halted afterwards: what was done since the backup may have been done outside, so look first and then 'alai resume'.",
            Examples = ["alai db restore --check newest", "alai db restore backup-20261123T174500Z-e123.alai", "alai db restore --undo"],
            Arguments = { file },
            Options = { check, undo },
        }.Does(world, (context, parse, cancellationToken) => RunAsync(context, Words(parse.GetValue(file), parse.GetValue(check), parse.GetValue(undo)), cancellationToken));
    }

    private static string[]? Words(string? file, bool check, bool undo) => (file, check, undo) switch
    {
        (null, false, true) => ["--undo"],
        ({ Length: > 0 }, _, false) => [.. check ? (string[])["--check"] : [], file is "newest" ? file : Path.GetFullPath(file)],
        _ => null,
    };

    private static async Task<int> RunAsync(CliContext context, string[]? words, CancellationToken cancellationToken)
    {
        if (words is null)
            return context.Fail(new Problem("Which backup?", "FILE, or newest; or --undo alone", Hint: "alai db backup --list shows them."), ExitCode.WrongUsage);
        var reply = await RestoreProgram.RunAsync(context, words, cancellationToken);
        if (reply.Value is not { } restored)
            return context.Fail(reply.Problem!, ExitCode.Error);
        if (context.Json)
            context.World.Out.WriteLine(JsonText.Indent(reply.Json));
        else
            DbPage.Write(context.Paper, restored);
        return restored.Outcome == "refused" || restored.Findings.Any(finding => !finding.Passed) ? ExitCode.Error : ExitCode.Done;
    }
}
