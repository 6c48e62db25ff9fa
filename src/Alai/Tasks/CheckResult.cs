namespace Alai.Tasks;

/// <summary>One check of the gate, as the daemon saw it.</summary>
public sealed record CheckResult
{
    /// <summary>The check's name, for example <c>verification</c>.</summary>
    public required string Check { get; init; }

    /// <summary>Whether it passed.</summary>
    public required bool Passed { get; init; }

    /// <summary>One line: what was seen.</summary>
    public required string Seen { get; init; }

    /// <summary>The command, or empty.</summary>
    public string Command { get; init; } = "";

    /// <summary>Its exit code, or null.</summary>
    public int? ExitCode { get; init; }

    /// <summary>SHA-256 of its whole output, or empty.</summary>
    public string OutputDigest { get; init; } = "";

    /// <summary>The end of its output, redacted.</summary>
    public string OutputTail { get; init; } = "";

    /// <summary>The tree that was checked, or empty.</summary>
    public string TreeHash { get; init; } = "";

    /// <summary>How long it took, in milliseconds.</summary>
    public long Milliseconds { get; init; }
}
