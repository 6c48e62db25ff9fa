using Alai.Processes;

namespace Alai.Sandbox;

/// <summary>No isolation: the command runs as the person. Explicit, S0, recorded on every run that uses it.</summary>
internal sealed class NoSandbox(ChildProcesses processes, SandboxMachine machine) : ISandbox
{
    public string Name => "none";

    public SandboxLevel Ceiling => SandboxLevel.S0;

    public IReadOnlyList<string> Wrap(SandboxSpec spec) => spec.Command;

    public Task<ChildProcessResult> RunAsync(SandboxSpec spec, CancellationToken cancellationToken)
    {
        var home = Directory.CreateDirectory(Path.Combine(machine.StateFolder, "home")).FullName;
        var variables = SandboxEnvironment.Of(spec, machine, home, Path.GetTempPath());

        // Nothing is hidden here, so nothing of the PATH need be left out.
        variables["PATH"] = machine.SearchPath;
        foreach (var (name, value) in spec.Environment)
            variables[name] = value;
        return processes.RunAsync(
            SandboxChild.Of(spec, spec.Command, variables) with { Directory = spec.Directory ?? spec.Workspace, IsWrapper = false },
            cancellationToken);
    }
}
