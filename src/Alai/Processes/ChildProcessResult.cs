namespace Alai.Processes;

/// <summary>What became of a child process. Cancelling is a value here, not an exception.</summary>
public sealed record ChildProcessResult
{
    /// <summary>How it ended.</summary>
    public required ChildProcessEnd End { get; init; }

    /// <summary>The exit code, or null when it never started. 128 + n stands for death by signal n, as in a shell.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The signal that ended it, read from an exit code above 128; null otherwise.</summary>
    public int? Signal => ExitCode is > 128 and <= 192 ? ExitCode - 128 : null;

    /// <summary>Standard output, UTF-8, bounded: head, a line counting what was left out, tail.</summary>
    public string StandardOutput { get; init; } = "";

    /// <summary>Standard error, bounded the same way.</summary>
    public string StandardError { get; init; } = "";

    /// <summary>Both streams in order of arrival, bounded the same way.</summary>
    public string Output { get; init; } = "";

    /// <summary>Bytes both streams brought in all.</summary>
    public long OutputBytes { get; init; }

    /// <summary>Characters left out of <see cref="Output"/>.</summary>
    public long ElidedCharacters { get; init; }

    /// <summary>Why it could not start, or what else should be known; else empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Wall time in milliseconds.</summary>
    public long Milliseconds { get; init; }

    /// <summary>Processes of its tree that could not be killed, each as <c>pid name</c>; empty when all are gone.</summary>
    public IReadOnlyList<string> Survivors { get; init; } = [];

    /// <summary>The process, or null when it never started.</summary>
    public ProcessIdentity? Identity { get; init; }

    /// <summary>Whether it exited by itself with code 0.</summary>
    public bool Succeeded => End == ChildProcessEnd.Exited && ExitCode == 0;
}
