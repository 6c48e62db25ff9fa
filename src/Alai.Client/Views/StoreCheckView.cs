namespace Alai.Client.Views;

/// <summary>What <c>alai db check</c> found.</summary>
public sealed record StoreCheckView
{
    /// <summary>Whether everything held.</summary>
    public bool Sound { get; init; }

    /// <summary>Every check, in order.</summary>
    public IReadOnlyList<StoreFindingView> Findings { get; init; } = [];

    /// <summary>Why the store is open for reading only, or empty.</summary>
    public string Alarm { get; init; } = "";

    /// <summary>The newest event.</summary>
    public long Sequence { get; init; }

    /// <summary>What was accepted just now, or empty.</summary>
    public string Accepted { get; init; } = "";
}
