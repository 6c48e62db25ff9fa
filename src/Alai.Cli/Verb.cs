using System.CommandLine;
using Alai.Cli.Reaching;
using Alai.Client;

namespace Alai.Cli;

/// <summary>One verb of the command line, with words worth reading.</summary>
internal sealed class Verb : Command
{
    public Verb(string name, string summary)
        : base(name, summary)
    {
    }

    /// <summary>What a person should know before using it; a paragraph.</summary>
    public string Details { get; init; } = "";

    /// <summary>Whole command lines.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Gives it what it does.</summary>
    public Verb Does(CliWorld world, Func<CliContext, ParseResult, CancellationToken, Task<int>> act)
    {
        SetAction(async (parse, cancellationToken) =>
        {
            var context = CliContext.From(parse, world);
            try
            {
                return await act(context, parse, cancellationToken);
            }
            catch (DaemonSilentException silent)
            {
                return context.Fail(silent.Tell(DaemonProgram.Running(context.Home)), ExitCode.Error);
            }
        });
        return this;
    }
}
