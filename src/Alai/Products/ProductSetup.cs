namespace Alai.Products;

/// <summary>How packages are restored: on the base commit alone, into a cache keyed by <see cref="Keys"/>.</summary>
public sealed record ProductSetup
{
    /// <summary>The word in <see cref="Network"/> for the package feeds this machine's tools are configured to use.</summary>
    public const string Feeds = "feeds";

    /// <summary>Commands in order, each run by <c>sh -c</c> in the product's folder; empty when nothing is restored.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>Host names set-up may reach, and the word <see cref="Feeds"/>; empty means no network.</summary>
    public IReadOnlyList<string> Network { get; init; } = [];

    /// <summary>Patterns of manifests and lock files: their content keys the cache.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];
}
