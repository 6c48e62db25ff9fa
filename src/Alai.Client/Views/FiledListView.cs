namespace Alai.Client.Views;

/// <summary>What came of filing many.</summary>
public sealed record FiledListView
{
    /// <summary>One a task, in the order they were given.</summary>
    public IReadOnlyList<FiledView> Filed { get; init; } = [];
}
