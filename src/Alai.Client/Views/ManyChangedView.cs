namespace Alai.Client.Views;

/// <summary>What came of one verb for many tasks.</summary>
public sealed record ManyChangedView
{
    /// <summary>The tasks it was done to.</summary>
    public IReadOnlyList<long> Changed { get; init; } = [];

    /// <summary>The tasks it was not done to, and why.</summary>
    public IReadOnlyList<RefusedView> Refused { get; init; } = [];
}
