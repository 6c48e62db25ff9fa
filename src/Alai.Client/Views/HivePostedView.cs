namespace Alai.Client.Views;

/// <summary>What came of posting.</summary>
public sealed record HivePostedView
{
    /// <summary>The entry.</summary>
    public required HiveEntryView Entry { get; init; }

    /// <summary>Whether it was not known before.</summary>
    public bool IsNew { get; init; }
}
