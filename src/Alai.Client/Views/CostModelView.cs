namespace Alai.Client.Views;

/// <summary>What one model did and cost.</summary>
public sealed record CostModelView
{
    /// <summary>The model, or the executor where there is none.</summary>
    public required string Model { get; init; }

    /// <summary>Its tier.</summary>
    public int Tier { get; init; }

    /// <summary>Runs that ended.</summary>
    public long Runs { get; init; }

    /// <summary>Of them, proved.</summary>
    public long Verified { get; init; }

    /// <summary>Prompt tokens.</summary>
    public long TokensIn { get; init; }

    /// <summary>Generated tokens.</summary>
    public long TokensOut { get; init; }

    /// <summary>Millionths of a US dollar; 0 for a local model.</summary>
    public long CostMicroUsd { get; init; }
}
