using Alai.Processes;

namespace Alai.Sandbox;

/// <summary>Turns a sandboxed command into the child process that wraps it.</summary>
internal static class SandboxChild
{
    internal static ChildProcessSpec Of(SandboxSpec spec, IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment) => new()
    {
        Command = command,
        Directory = spec.Workspace,
        Environment = environment,
        StandardInput = spec.StandardInput,
        Timeout = spec.Timeout,
        Polite = spec.Polite,
        Grace = spec.Grace,
        IsWrapper = true,
        OnLine = spec.OnLine,
        OnStarted = spec.OnStarted,
        OutputLimit = spec.OutputLimit,
        OutputFile = spec.OutputFile,
    };
}
