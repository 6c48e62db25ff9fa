using Alai.Processes;

namespace Alai.Sandbox;

/// <summary>Seatbelt on macOS, through <c>sandbox-exec</c>; trusted only after its self-test. Unproven: see docs/platforms.md.</summary>
internal sealed class SeatbeltSandbox(ChildProcesses processes, SandboxMachine machine) : ISandbox
{
    internal const string Program = "/usr/bin/sandbox-exec";

    public string Name => "seatbelt";

    public SandboxLevel Ceiling => SandboxLevel.S2;

    public IReadOnlyList<string> Wrap(SandboxSpec spec) =>
        [Program, "-p", SeatbeltProfile.Text(spec, machine, Scratch(spec)), .. RelayedCommand.Words(spec, machine)];

    public async Task<ChildProcessResult> RunAsync(SandboxSpec spec, CancellationToken cancellationToken)
    {
        var scratch = Directory.CreateDirectory(Scratch(spec)).FullName;
        try
        {
            var variables = SandboxEnvironment.Of(spec, machine, scratch, scratch);
            return await processes.RunAsync(
                SandboxChild.Of(spec, Wrap(spec), variables) with { Directory = spec.Directory ?? spec.Workspace },
                cancellationToken);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    // One a workspace: it stands for HOME and the temporary directory, which are private mounts on Linux.
    private string Scratch(SandboxSpec spec) =>
        Path.Combine(machine.StateFolder, "scratch-" + SeatbeltProfile.Hash(spec.Workspace)[..16]);
}
