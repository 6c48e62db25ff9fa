namespace Alai.Client.Views;

/// <summary>The story of one root.</summary>
public sealed record HistoryView
{
    /// <summary>The root.</summary>
    public required TaskView Task { get; init; }

    /// <summary>Its events, oldest first.</summary>
    public IReadOnlyList<EventView> Events { get; init; } = [];
}
