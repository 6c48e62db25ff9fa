namespace Alai.Client.Views;

/// <summary>What HiveMind holds.</summary>
public sealed record HiveStatsView
{
    /// <summary>All that were ever learned.</summary>
    public long Entries { get; init; }

    /// <summary>Of them, retracted.</summary>
    public long Retracted { get; init; }

    /// <summary>Of them, expired.</summary>
    public long Expired { get; init; }

    /// <summary>Those that count, by kind.</summary>
    public IReadOnlyDictionary<string, long> ByKind { get; init; } = new Dictionary<string, long>();

    /// <summary>Those that count, by product; empty is shared.</summary>
    public IReadOnlyDictionary<string, long> ByProduct { get; init; } = new Dictionary<string, long>();

    /// <summary>How often entries were handed to an agent.</summary>
    public long Recalls { get; init; }

    /// <summary>Entries that count and were never handed to an agent.</summary>
    public long NeverRecalled { get; init; }
}
