namespace Alai.Client.Views;

/// <summary>What a task changed.</summary>
public sealed record DiffView
{
    /// <summary>The task.</summary>
    public long Task { get; init; }

    /// <summary>The branch of the result.</summary>
    public required string Branch { get; init; }

    /// <summary>The commit it began at.</summary>
    public required string From { get; init; }

    /// <summary>The commit it left.</summary>
    public required string Commit { get; init; }

    /// <summary>The files.</summary>
    public IReadOnlyList<DiffFileView> Files { get; init; } = [];

    /// <summary>Lines added in all.</summary>
    public int Added { get; init; }

    /// <summary>Lines deleted in all.</summary>
    public int Deleted { get; init; }

    /// <summary>The unified diff, secrets redacted.</summary>
    public string Diff { get; init; } = "";
}
