namespace Alai.Processes;

/// <summary>A child process to start, as data: an argument vector (never a shell string), an exact environment, bounds.</summary>
public sealed record ChildProcessSpec
{
    /// <summary>The program and its arguments. A name without a slash is looked up in the PATH of <see cref="Environment"/>.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The working directory; it must exist.</summary>
    public required string Directory { get; init; }

    /// <summary>
    /// The whole environment: nothing is inherited. One variable, <see cref="ChildProcesses.MarkerVariable"/>, is added
    /// so that the child's descendants can be recognised.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Text for standard input (UTF-8), or null: standard input is closed at once.</summary>
    public string? StandardInput { get; init; }

    /// <summary>After this wall time the whole tree is killed; null waits for ever.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long a cancelled or timed-out tree may clean up between the polite signal and the kill.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The polite signal.</summary>
    public PoliteSignal Polite { get; init; } = PoliteSignal.Terminate;

    /// <summary>What the daemon's own death does to it, where the platform can tell a child of it.</summary>
    public DaemonsDeath AtDaemonsDeath { get; init; }

    /// <summary>The command is a sandbox around the real one: the polite signal goes to its descendants only.</summary>
    public bool IsWrapper { get; init; }

    /// <summary>
    /// Whether what it leaves in the background lives on when it exits by itself: a deployment starts a service. Never for
    /// agents; a cancelled or timed-out tree is killed in whole.
    /// </summary>
    public bool KeepDescendants { get; init; }

    /// <summary>Called for every line as it arrives, one call at a time; a line over 16,384 characters comes in parts.</summary>
    public Action<OutputLine>? OnLine { get; init; }

    /// <summary>Called once with the started process, for recording what must not outlive the daemon.</summary>
    public Action<ProcessIdentity>? OnStarted { get; init; }

    /// <summary>Characters kept of each stream: the first and the last half; the middle is counted.</summary>
    public int OutputLimit { get; init; } = 64 * 1024;

    /// <summary>Where the whole output goes, both streams in order of arrival, or null.</summary>
    public string? OutputFile { get; init; }

    /// <summary>Bytes written to <see cref="OutputFile"/> at most.</summary>
    public long OutputFileLimit { get; init; } = 256L * 1024 * 1024;
}
