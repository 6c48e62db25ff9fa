namespace Alai.Products;

/// <summary>One product: where its source is and what may be done with it. Immutable; an edit of its file makes a new one.</summary>
public sealed record Product
{
    /// <summary>Its name: the file's name without ending; lower-case letters, digits, <c>-</c>, <c>_</c>, <c>.</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A folder with a checkout, or a URL git understands.</summary>
    public required string Repository { get; init; }

    /// <summary>The product's folder inside the repository, <c>/</c> between parts; empty for the whole repository.</summary>
    public string Root { get; init; } = "";

    /// <summary>The branch results land on; empty for the one the checkout has out.</summary>
    public string TargetBranch { get; init; } = "";

    /// <summary>How packages are restored.</summary>
    public ProductSetup Setup { get; init; } = new();

    /// <summary>Build and test commands in order, each run by <c>sh -c</c> in the product's folder; empty when none is known.</summary>
    public IReadOnlyList<string> Verify { get; init; } = [];

    /// <summary>Where OPS may deploy, by name.</summary>
    public IReadOnlyList<DeployEnvironment> Deploy { get; init; } = [];

    /// <summary>Patterns (<see cref="Tasks.PathGlob"/>) of what a task may change, from the product's folder.</summary>
    public IReadOnlyList<string> AllowedPaths { get; init; } = ["**"];

    /// <summary>Patterns of documentation, the only paths the DOCS stage may change.</summary>
    public IReadOnlyList<string> DocsPaths { get; init; } = DefaultDocsPaths;

    /// <summary>Patterns of test files beside the known ones: the gate restores the base's.</summary>
    public IReadOnlyList<string> TestPaths { get; init; } = [];

    /// <summary>Patterns of files that define set-up, verification or deploy beside the known ones.</summary>
    public IReadOnlyList<string> ProtectedPaths { get; init; } = [];

    /// <summary>0 open, 1 local models only, 2 people only.</summary>
    public int Sensitivity { get; init; }

    /// <summary>The wiki's book; empty for the product's name.</summary>
    public string Wiki { get; init; } = "";

    /// <summary>Who answers for it, as <c>human:NAME</c>, or null.</summary>
    public string? Owner { get; init; }

    /// <summary><c>ask</c>, <c>auto</c> or <c>never</c> in place of the factory's own policy; null leaves that.</summary>
    public string? Landing { get; init; }

    /// <summary>Documentation paths of a product that names none.</summary>
    public static IReadOnlyList<string> DefaultDocsPaths { get; } =
        ["docs/**", "doc/**", "README.md", "CHANGELOG.md", "**/README.md"];
}
