using Alai.Processes;
using Alai.Sandbox;

namespace Alai.Tests.Quality;

/// <summary>Real commands without isolation: the gate's judgement is under test here, not the sandbox.</summary>
internal sealed class DirectSandbox(ChildProcesses processes) : ISandbox
{
    private int runs;

    public string Name => "direct";

    public SandboxLevel Ceiling => SandboxLevel.S0;

    public int Runs => runs;

    public IReadOnlyList<string> Wrap(SandboxSpec spec) => spec.Command;

    public Task<ChildProcessResult> RunAsync(SandboxSpec spec, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref runs);
        var environment = new Dictionary<string, string>(spec.Environment, StringComparer.Ordinal)
        {
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["HOME"] = spec.Workspace,
        };
        return processes.RunAsync(
            new ChildProcessSpec
            {
                Command = spec.Command,
                Directory = spec.Directory ?? spec.Workspace,
                Environment = environment,
                Timeout = spec.Timeout,
                Grace = TimeSpan.FromMilliseconds(50),
                OutputLimit = spec.OutputLimit,
                OutputFile = spec.OutputFile,
            },
            cancellationToken);
    }
}
