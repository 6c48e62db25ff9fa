namespace Alai.Client.Views;

/// <summary>A piece of the event log, oldest first.</summary>
public sealed record EventListView
{
    /// <summary>The events.</summary>
    public IReadOnlyList<EventView> Events { get; init; } = [];

    /// <summary>The sequence number to go on after.</summary>
    public long Next { get; init; }

    /// <summary>Whether there was more when it was read.</summary>
    public bool More { get; init; }
}
