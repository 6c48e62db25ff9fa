namespace Alai.Client.Views;

/// <summary>What was found in HiveMind.</summary>
public sealed record HiveListView
{
    /// <summary>Best first, or newest first when nothing was asked by words.</summary>
    public IReadOnlyList<HiveEntryView> Entries { get; init; } = [];

    /// <summary>Which ways of searching took part.</summary>
    public IReadOnlyList<string> Legs { get; init; } = [];
}
