namespace Alai.Client.Views;

/// <summary>What a restore, or its drill, found and did.</summary>
public sealed record RestoreView
{
    /// <summary>The backup, or the folder that was taken back.</summary>
    public required string File { get; init; }

    /// <summary><c>checked</c>, <c>restored</c>, <c>refused</c> or <c>undone</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>When the backup was made.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The last event in it.</summary>
    public long Sequence { get; init; }

    /// <summary>Tasks in it.</summary>
    public long Tasks { get; init; }

    /// <summary>Tasks in it that are not over.</summary>
    public long Open { get; init; }

    /// <summary>Every check.</summary>
    public IReadOnlyList<StoreFindingView> Findings { get; init; } = [];

    /// <summary>What the present store has and the backup lacks, the range of events first.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];

    /// <summary>Where the replaced store is kept, or empty.</summary>
    public string Replaced { get; init; } = "";

    /// <summary>Files that were missing and came back.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>Files people edit that differ from the backup's and were left alone.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];
}
