using Alai.Processes;

namespace Alai.Sandbox;

/// <summary>
/// A command to run in isolation, as data. Paths inside equal paths outside. The toolchains of the machine are readable;
/// the person's home, its secrets, other processes and the network are not there.
/// </summary>
public sealed record SandboxSpec
{
    /// <summary>The program and its arguments; never a shell string.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The one directory the command works on.</summary>
    public required string Workspace { get; init; }

    /// <summary>Whether the workspace is mounted read-only (REVIEW, SECURITY).</summary>
    public bool IsWorkspaceReadOnly { get; init; }

    /// <summary>The working directory; null is the workspace.</summary>
    public string? Directory { get; init; }

    /// <summary>Further directories or files to read, for example a package cache.</summary>
    public IReadOnlyList<string> ReadOnlyRoots { get; init; } = [];

    /// <summary>Further directories to write.</summary>
    public IReadOnlyList<string> WritableRoots { get; init; } = [];

    /// <summary>Paths inside the writable ones that stay read-only; relative ones count from the workspace. Missing ones are skipped.</summary>
    public IReadOnlyList<string> ProtectedPaths { get; init; } = [".git"];

    /// <summary>Variables besides the sandbox's own (PATH, HOME, TMPDIR, LANG, USER and those of the toolchains), which they override.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What it can reach.</summary>
    public SandboxNetwork Network { get; init; } = SandboxNetwork.None;

    /// <summary>What it may use.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>See <see cref="ChildProcessSpec.StandardInput"/>.</summary>
    public string? StandardInput { get; init; }

    /// <summary>See <see cref="ChildProcessSpec.Timeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>See <see cref="ChildProcessSpec.Polite"/>.</summary>
    public PoliteSignal Polite { get; init; } = PoliteSignal.Terminate;

    /// <summary>See <see cref="ChildProcessSpec.Grace"/>.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>See <see cref="ChildProcessSpec.OnLine"/>.</summary>
    public Action<OutputLine>? OnLine { get; init; }

    /// <summary>See <see cref="ChildProcessSpec.OnStarted"/>.</summary>
    public Action<ProcessIdentity>? OnStarted { get; init; }

    /// <summary>See <see cref="ChildProcessSpec.OutputLimit"/>.</summary>
    public int OutputLimit { get; init; } = 64 * 1024;

    /// <summary>See <see cref="ChildProcessSpec.OutputFile"/>.</summary>
    public string? OutputFile { get; init; }
}
