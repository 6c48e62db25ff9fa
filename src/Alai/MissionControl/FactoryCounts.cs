using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>How many roots are in which state, and what happened in a period.</summary>
public sealed record FactoryCounts
{
    /// <summary>Roots by state.</summary>
    public required IReadOnlyDictionary<TaskState, long> ByState { get; init; }

    /// <summary>Held roots and stages by reason.</summary>
    public required IReadOnlyDictionary<HoldCode, long> ByHold { get; init; }

    /// <summary>Roots done in the period.</summary>
    public long Done { get; init; }

    /// <summary>Runs ended in the period, by outcome.</summary>
    public required IReadOnlyDictionary<RunOutcome, long> Runs { get; init; }

    /// <summary>Money spent in the period, in millionths of a US dollar.</summary>
    public long SpentMicroUsd { get; init; }

    /// <summary>Outbox rows not sent yet.</summary>
    public long OutboxWaiting { get; init; }

    /// <summary>When the oldest of them was written, or null.</summary>
    public DateTimeOffset? OutboxOldest { get; init; }
}
