using Alai.Yaml;

namespace Alai.Products;

/// <summary>What <c>products/NAME.yaml</c> may hold.</summary>
public static class ProductShape
{
    /// <summary>The shape.</summary>
    public static YamlShape Shape { get; } = new("a product", [.. Source, .. Limits]);

    private static IEnumerable<YamlKey> Source =>
    [
        new("repository", YamlKind.Text, "A folder with a checkout, or a URL git understands.") { Required = true },
        new("root", YamlKind.Text, "The product's folder inside the repository.") { Default = "the whole repository" },
        new("target_branch", YamlKind.Text, "The branch results land on.") { Default = "the one the checkout has out" },
        new("setup", YamlKind.Map, "How packages are restored."),
        new("setup.commands", YamlKind.Texts, "Commands in order.") { Default = "none" },
        new("setup.network", YamlKind.Texts, "Hosts set-up may reach through the daemon, with :PORT where it is not 443 or 80; feeds stands for the package feeds of this machine's tools, open for the whole network.")
        {
            Default = "no network",
        },
        new("setup.keys", YamlKind.Texts, "Patterns of manifests and lock files: their content keys the cache.")
        {
            Default = "the known ones",
        },
        new("verify", YamlKind.Texts, "Build and test commands, in order; without any, no result is accepted by itself.")
        {
            Default = "none",
        },
        new("deploy", YamlKind.Map, "Where OPS may deploy, by name."),
        new("deploy.*", YamlKind.Map, "An environment, for example staging."),
        new("deploy.*.commands", YamlKind.Texts, "Commands that deploy, in order.") { Required = true },
        new("deploy.*.health", YamlKind.Text, "A command that exits 0 when what was deployed is healthy.") { Default = "none" },
        new("deploy.*.rollback", YamlKind.Texts, "Commands that take the deployment back.") { Default = "none" },
        new("deploy.*.approval", YamlKind.Word, "Whether a person approves each deployment.")
        {
            Default = "person", Words = ["person", "free"],
        },
    ];

    private static IEnumerable<YamlKey> Limits =>
    [
        new("allowed_paths", YamlKind.Texts, "Patterns of what a task may change.") { Default = "**" },
        new("docs_paths", YamlKind.Texts, "Patterns of documentation, all that DOCS may change.")
        {
            Default = "docs/**, doc/**, README.md, CHANGELOG.md, **/README.md",
        },
        new("test_paths", YamlKind.Texts, "Patterns of test files beside the known ones; verification restores the base's.")
        {
            Default = "none",
        },
        new("protected_paths", YamlKind.Texts, "Patterns of files that define set-up, verification or deploy beside the known ones.")
        {
            Default = "none",
        },
        new("sensitivity", YamlKind.Whole, "0 open, 1 local models only, 2 people only.")
        {
            Default = "0", Minimum = 0, Maximum = 2,
        },
        new("wiki", YamlKind.Text, "The wiki's book.") { Default = "the product's name" },
        new("owner", YamlKind.Text, "Who answers for it, as human:NAME.") { Default = "none" },
        new("landing", YamlKind.Word, "In place of the factory's own policy.")
        {
            Default = "the factory's", Words = ["ask", "auto", "never"],
        },
    ];
}
