namespace Alai.Client.Views;

/// <summary>What waits for people, most urgent first.</summary>
public sealed record InboxView
{
    /// <summary>The entries.</summary>
    public IReadOnlyList<InboxEntryView> Entries { get; init; } = [];
}
