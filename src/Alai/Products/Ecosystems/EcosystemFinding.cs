namespace Alai.Products.Ecosystems;

/// <summary>What one ecosystem found in a folder.</summary>
internal sealed record EcosystemFinding(string Ecosystem)
{
    public IReadOnlyList<string> Setup { get; init; } = [];

    public IReadOnlyList<string> Build { get; init; } = [];

    public IReadOnlyList<string> Test { get; init; } = [];

    /// <summary>Patterns of the manifests and lock files that are really there.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Never empty.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}
