using Alai.Processes;

namespace Alai.Sandbox;

/// <summary>Runs commands in isolation. What a backend is worth is decided by the self-test, not by its name.</summary>
public interface ISandbox
{
    /// <summary>The backend, for example <c>bubblewrap</c>.</summary>
    string Name { get; }

    /// <summary>The best level the backend can reach.</summary>
    SandboxLevel Ceiling { get; }

    /// <summary>The argument vector that runs the command isolated; what <see cref="RunAsync"/> starts.</summary>
    IReadOnlyList<string> Wrap(SandboxSpec spec);

    /// <summary>Runs a command to the end of its whole tree.</summary>
    /// <returns>How it ended; a sandbox that cannot start is <see cref="ChildProcessEnd.CouldNotStart"/> or its own exit code and words.</returns>
    Task<ChildProcessResult> RunAsync(SandboxSpec spec, CancellationToken cancellationToken);
}
