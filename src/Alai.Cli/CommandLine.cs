using System.CommandLine;
using Alai.Cli.Help;
using Alai.Cli.Verbs;

namespace Alai.Cli;

/// <summary>Reads the words of a command line and does them.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliWorld world, CancellationToken cancellationToken)
    {
        var tree = VerbTree.Build(world);
        var parse = tree.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (HelpRequest.IsIn(parse))
        {
            HelpPage.Write(world, (Command)parse.CommandResult.Command, parse.GetValue(world.Globals.NoColor));
            return ExitCode.Done;
        }

        // The library's option stands no other beside it, and a home or a colour changes nothing about a version.
        if (VersionRequest.IsIn(parse))
            parse = tree.Parse(["--version"]);
        if (WrongUsage.IsIn(parse))
            return WrongUsage.Tell(world, parse);
        try
        {
            return await parse.InvokeAsync(
                new InvocationConfiguration { Output = world.Out, Error = world.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Error;
        }
        catch (HttpRequestException broken)
        {
            return CliContext.From(parse, world).Fail(new Client.Problem("The daemon went away: " + broken.Message, Hint: "see whether it runs: alai status"), ExitCode.NoDaemon);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return CliContext.From(parse, world).Fail(new Client.Problem(broken.Message), ExitCode.Error);
        }
    }
}
