using Alai.Products.Ecosystems;
using Alai.Tasks;

namespace Alai.Products;

/// <summary>
/// Which files of a product are tests, define how it is verified, or key its set-up. The gate restores the base's tests and
/// definitions before it verifies, so a change cannot pass by changing what is asked of it.
/// </summary>
public static class EcosystemPaths
{
    private static readonly string[] CommonProtected =
    [
        ".github/workflows/**", ".github/actions/**", ".gitlab-ci.yml", ".circleci/**", "azure-pipelines*.yml", "Jenkinsfile",
        ".ci/**", ".travis.yml", "bitbucket-pipelines.yml", "**/Dockerfile", "**/*.Dockerfile", "**/docker-compose*.{yml,yaml}",
        "**/compose*.{yml,yaml}", ".pre-commit-config.yaml", ".tool-versions", "mise.toml",
    ];

    private static IEnumerable<IEcosystem> All => ProductDiscovery.Languages.Concat(ProductDiscovery.Fallbacks);

    /// <summary>Patterns of test files: the known ones of every ecosystem and the product's own.</summary>
    public static IReadOnlyList<string> TestPaths(Product product) =>
        [.. All.SelectMany(one => one.TestPaths).Concat(product.TestPaths).Distinct()];

    /// <summary>Patterns of files that define set-up, verification, deploy or CI: the known ones and the product's own.</summary>
    public static IReadOnlyList<string> ProtectedPaths(Product product) =>
        [.. CommonProtected.Concat(All.SelectMany(one => one.ProtectedPaths)).Concat(product.ProtectedPaths).Distinct()];

    /// <summary>Patterns of manifests and lock files that key the set-up cache: the product's own, else the known ones.</summary>
    public static IReadOnlyList<string> SetupKeys(Product product) =>
        product.Setup.Keys.Count > 0 ? product.Setup.Keys : [.. All.SelectMany(one => one.ManifestPaths).Distinct()];

    /// <summary>Whether a path, from the product's folder, is a test file.</summary>
    public static bool IsTest(Product product, string path) => PathGlob.MatchesAny(TestPaths(product), path);

    /// <summary>Whether a path, from the product's folder, defines set-up, verification, deploy or CI.</summary>
    public static bool IsProtected(Product product, string path) => PathGlob.MatchesAny(ProtectedPaths(product), path);

    /// <summary>Whether a path, from the product's folder, keys the set-up cache.</summary>
    public static bool IsSetupKey(Product product, string path) => PathGlob.MatchesAny(SetupKeys(product), path);
}
