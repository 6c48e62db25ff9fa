namespace Alai.Products.Ecosystems;

internal sealed class GoEcosystem : IEcosystem
{
    public string Name => "go";

    public IReadOnlyList<string> TestPaths { get; } = ["**/*_test.go", "**/testdata/**"];

    public IReadOnlyList<string> ProtectedPaths { get; } = ["go.work", ".golangci.{yml,yaml,toml}"];

    public IReadOnlyList<string> ManifestPaths { get; } = ["**/go.mod", "**/go.sum", "go.work", "go.work.sum"];

    public EcosystemFinding? Look(ProductFolder folder)
    {
        if (!folder.Has("go.mod"))
            return null;
        var needs = folder.Read("go.mod").Contains("require", StringComparison.Ordinal);
        var tests = folder.Find("**/*_test.go").ToArray();
        return new EcosystemFinding(Name)
        {
            Setup = needs ? ["go mod download"] : [],
            Build = ["go build ./..."],
            Test = tests.Length > 0 ? ["go test ./..."] : [],
            Keys = [.. ManifestPaths.Where(pattern => folder.Find(pattern).Any())],
            Words =
            [
                $"Go: go.mod{(needs ? "" : " without requirements, so nothing is restored")}.",
                tests.Length > 0 ? $"Go: {tests.Length} test file(s) such as {tests[0]}." : "Go: no *_test.go files.",
            ],
        };
    }
}
