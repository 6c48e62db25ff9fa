namespace Alai.Products.Ecosystems;

/// <summary>One family of tools: how it shows itself, its commands, and which of its files mean what.</summary>
internal interface IEcosystem
{
    /// <summary>Its name, lower-case.</summary>
    string Name { get; }

    /// <summary>Patterns of test files.</summary>
    IReadOnlyList<string> TestPaths { get; }

    /// <summary>Patterns of files that define how tests are run.</summary>
    IReadOnlyList<string> ProtectedPaths { get; }

    /// <summary>Patterns of manifests and lock files.</summary>
    IReadOnlyList<string> ManifestPaths { get; }

    /// <summary>What it finds in a folder; null when the folder is not its.</summary>
    EcosystemFinding? Look(ProductFolder folder);
}
