namespace Alai.Products;

/// <summary>What reading a folder told about building and testing it.</summary>
public sealed record DiscoveredProduct
{
    /// <summary>The ecosystems found, for example <c>node</c>; empty when nothing was recognised.</summary>
    public IReadOnlyList<string> Ecosystems { get; init; } = [];

    /// <summary>How packages are restored.</summary>
    public ProductSetup Setup { get; init; } = new();

    /// <summary>Build and test commands in order; empty when none was found.</summary>
    public IReadOnlyList<string> Verify { get; init; } = [];

    /// <summary>Whether any of <see cref="Verify"/> runs tests rather than building alone.</summary>
    public bool HasTests { get; init; }

    /// <summary>What was found and why, one sentence each, for people.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Folders below that look like products of their own, <c>/</c> between parts: candidates for <c>root</c>.</summary>
    public IReadOnlyList<string> RootHints { get; init; } = [];

    /// <summary>The product these findings make.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="repository">Its folder or URL.</param>
    /// <param name="root">The product's folder inside the repository, or empty.</param>
    public Product ToProduct(string name, string repository, string root = "") => new()
    {
        Name = name, Repository = repository, Root = root, Setup = Setup, Verify = Verify,
    };
}
