namespace Alai.Client.Views;

/// <summary>Every product.</summary>
public sealed record ProductListView
{
    /// <summary>The products.</summary>
    public IReadOnlyList<ProductView> Products { get; init; } = [];

    /// <summary>What could not be loaded, with file and line.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
