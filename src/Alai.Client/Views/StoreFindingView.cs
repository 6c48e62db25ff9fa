namespace Alai.Client.Views;

/// <summary>One thing that was checked of a store.</summary>
public sealed record StoreFindingView
{
    /// <summary>What was checked.</summary>
    public required string Check { get; init; }

    /// <summary>Whether it held.</summary>
    public bool Passed { get; init; }

    /// <summary>What was seen.</summary>
    public required string Seen { get; init; }
}
