using Alai.Cli;

namespace Alai.Tests.Cli;

/// <summary>The command line in this process, with strings for a terminal.</summary>
internal sealed record CliRun(int Exit, string Out, string Error)
{
    public static async Task<CliRun> OfAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var world = new CliWorld { Out = output, Error = error, In = TextReader.Null, ProgramFolder = Path.Combine(Path.GetTempPath(), "no-daemon-here") };
        using var patience = new CancellationTokenSource(Patience.Default);
        var exit = await CommandLine.RunAsync(args, world, patience.Token);
        return new CliRun(exit, output.ToString(), error.ToString());
    }
}
