using System.CommandLine;

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
        SetAction((parse, cancellationToken) => act(CliContext.From(parse, world), parse, cancellationToken));
        return this;
    }
}
