namespace Alai.Products;

/// <summary>How packages are restored: on the base commit alone, into a cache keyed by <see cref="Keys"/>.</summary>
public sealed record ProductSetup
{
    /// <summary>The word in <see cref="Network"/> for the package feeds this machine's tools are configured to use.</summary>
    public const string Feeds = "feeds";

    /// <summary>The word in <see cref="Network"/> for everything this machine reaches; shown and recorded wherever it is used.</summary>
    public const string Open = "open";

    /// <summary>Commands in order, each run by <c>sh -c</c> in the product's folder; empty when nothing is restored.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>Hosts set-up may reach, each with a port where it is not 443 or 80; or the words <see cref="Feeds"/> and <see cref="Open"/>. Empty means no network.</summary>
    public IReadOnlyList<string> Network { get; init; } = [];

    /// <summary>Whether the owner gave set-up the whole network.</summary>
    public bool IsOpen => Network.Contains(Open);

    /// <summary>Whether set-up may reach this machine's package feeds.</summary>
    public bool HasFeeds => Network.Contains(Feeds);

    /// <summary>The hosts that are named.</summary>
    public IReadOnlyList<string> Hosts => [.. Network.Where(word => word is not (Open or Feeds))];

    /// <summary>Patterns of manifests and lock files: their content keys the cache.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];
}
