namespace Alai.MissionControl;

/// <summary>One tick's heartbeat: what was seen, claimed, done, and skipped by reason.</summary>
public sealed record TickRecord
{
    /// <summary>When it began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public double Milliseconds { get; init; }

    /// <summary>Ready tasks looked at.</summary>
    public int Seen { get; init; }

    /// <summary>Tasks claimed.</summary>
    public int Claimed { get; init; }

    /// <summary>Runs ended since the tick before.</summary>
    public int Done { get; init; }

    /// <summary>Ready tasks left with slots free.</summary>
    public int Unclaimed { get; init; }

    /// <summary>Skips by reason.</summary>
    public IReadOnlyDictionary<string, int> Skipped { get; init; } = new Dictionary<string, int>();

    /// <summary>Configuration problems and other alarms, one line each.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];
}
