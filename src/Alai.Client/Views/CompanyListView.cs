namespace Alai.Client.Views;

/// <summary>Every company.</summary>
public sealed record CompanyListView
{
    /// <summary>The companies.</summary>
    public IReadOnlyList<CompanyView> Companies { get; init; } = [];

    /// <summary>What could not be loaded, with file and line.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
