namespace Alai.Cli;

/// <summary>Everything outside the command line that it touches, so that a test can stand in for a terminal.</summary>
internal sealed record CliWorld
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required TextReader In { get; init; }

    /// <summary>Columns of the terminal; 0 when the output is no terminal and lines may be of any length.</summary>
    public int Width { get; init; }

    /// <summary>Whether a person types into it.</summary>
    public bool HasKeyboard { get; init; }

    /// <summary>Standard input as bytes, for text that must be checked before it is text.</summary>
    public Stream InBytes { get; init; } = Stream.Null;

    public Func<string, string?> Environment { get; init; } = _ => null;

    public string UserName { get; init; } = "owner";

    public string ProgramFolder { get; init; } = AppContext.BaseDirectory;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public GlobalOptions Globals { get; } = new();

    public bool IsTerminal => Width > 0;

    public static CliWorld OfThisProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        In = Console.In,
        InBytes = Console.OpenStandardInput(),
        HasKeyboard = !Console.IsInputRedirected,
        Width = Console.IsOutputRedirected ? 0 : TerminalWidth(),
        Environment = System.Environment.GetEnvironmentVariable,
        UserName = System.Environment.UserName,
    };

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
