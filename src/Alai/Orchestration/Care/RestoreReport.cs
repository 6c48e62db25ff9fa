using Alai.MissionControl;

namespace Alai.Orchestration;

/// <summary>What a restore, or its drill, found and did.</summary>
internal sealed record RestoreReport
{
    /// <summary>The bundle, or the folder that was taken back.</summary>
    public required string File { get; init; }

    /// <summary>When the backup was made.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Every check of the restored stores.</summary>
    public IReadOnlyList<StoreFinding> Findings { get; init; } = [];

    /// <summary>The last event in it.</summary>
    public long Sequence { get; init; }

    /// <summary>Tasks in it, and those not over.</summary>
    public (long Roots, long Open) Tasks { get; init; }

    /// <summary>What the present store has and the backup lacks, one line each; the range of events first.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];

    /// <summary>Where the replaced store is kept; null for a drill.</summary>
    public string? Replaced { get; init; }

    /// <summary>Files of the home that were missing and came back.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>Files people edit that differ from the backup's and were left alone.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    public bool IsSound => Findings.All(finding => finding.Passed);
}
