namespace Alai.Client.Views;

/// <summary>What came of one verb for many tasks.</summary>
public sealed record ManyChangedView
{
    /// <summary>The tasks it was done to.</summary>
    public IReadOnlyList<long> Changed { get; init; } = [];

    /// <summary>The mark of the deed: sent along with further tasks, undo takes them back together.</summary>
    public string Call { get; init; } = "";

    /// <summary>The tasks it was not done to, and why.</summary>
    public IReadOnlyList<RefusedView> Refused { get; init; } = [];
}
