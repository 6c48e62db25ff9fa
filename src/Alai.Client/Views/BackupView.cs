namespace Alai.Client.Views;

/// <summary>A backup.</summary>
public sealed record BackupView
{
    /// <summary>Its file, absolute.</summary>
    public required string File { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The last event in it.</summary>
    public long Sequence { get; init; }

    /// <summary>Its length.</summary>
    public long Bytes { get; init; }

    /// <summary>The SHA-256 of the whole file; empty in lists.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>What could not be put into it, one line each; empty in lists.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];
}
