using System.Text;

namespace Alai.Cli;

/// <summary>Everything outside the command line that it touches, so that a test can stand in for a terminal.</summary>
internal sealed record CliWorld
{
    // Characters.
    private const int Piece = 16_384;

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
        Out = StandardOutput(),
        Error = Console.Error,
        In = Console.In,
        InBytes = Console.OpenStandardInput(),
        HasKeyboard = !Console.IsInputRedirected,
        Width = Console.IsOutputRedirected ? 0 : TerminalWidth(),
        Environment = System.Environment.GetEnvironmentVariable,
        UserName = System.Environment.UserName,
    };

    // The console's own writer hands on pieces of 256 characters, each by a call of the kernel.
    private static TextWriter StandardOutput() => TextWriter.Synchronized(
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Piece) { AutoFlush = true });

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
