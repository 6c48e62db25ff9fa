namespace Alai.Client.Views;

/// <summary>How many roots are in which state, and what happened in a period.</summary>
public sealed record StatsView
{
    /// <summary>Roots by state.</summary>
    public IReadOnlyDictionary<string, long> States { get; init; } = new Dictionary<string, long>();

    /// <summary>Held tasks by reason.</summary>
    public IReadOnlyDictionary<string, long> Holds { get; init; } = new Dictionary<string, long>();

    /// <summary>Runs ended in the period, by outcome.</summary>
    public IReadOnlyDictionary<string, long> Outcomes { get; init; } = new Dictionary<string, long>();

    /// <summary>Roots done in the period.</summary>
    public long Done { get; init; }

    /// <summary>Spent in the period, in millionths of a US dollar.</summary>
    public long SpentMicroUsd { get; init; }

    /// <summary>When the period began.</summary>
    public DateTimeOffset Since { get; init; }
}
