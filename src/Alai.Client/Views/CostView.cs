namespace Alai.Client.Views;

/// <summary>What a period cost.</summary>
public sealed record CostView
{
    /// <summary>From when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Millionths of a US dollar by the ledger; what is not settled counts as reserved.</summary>
    public long SpentMicroUsd { get; init; }

    /// <summary>By model.</summary>
    public IReadOnlyList<CostModelView> Models { get; init; } = [];

    /// <summary>Every paid call.</summary>
    public IReadOnlyList<CostRowView> Rows { get; init; } = [];
}
