namespace Alai.Products.Ecosystems;

internal sealed class ScriptEcosystem : IEcosystem
{
    private static readonly string[] Names =
        ["test", "test.sh", "run_tests.sh", "run-tests.sh", "tests.sh", "scripts/test", "scripts/test.sh", "tests/run.sh", "test/run.sh"];

    public string Name => "script";

    public IReadOnlyList<string> TestPaths { get; } = ["**/*.bats", "**/test_*.sh", "**/*_test.sh"];

    public IReadOnlyList<string> ProtectedPaths { get; } =
        ["test", "test.sh", "run_tests.sh", "run-tests.sh", "tests.sh", "scripts/{test,test.sh,ci,ci.sh,build,build.sh}", ".ci/**", "ci/**"];

    public IReadOnlyList<string> ManifestPaths { get; } = [];

    public EcosystemFinding? Look(ProductFolder folder)
    {
        if (Names.FirstOrDefault(folder.Has) is not { } script)
            return null;
        var text = folder.Read(script);
        var first = text.Split('\n')[0];
        var command = folder.IsExecutable(script) && first.StartsWith("#!", StringComparison.Ordinal) ? $"./{script}"
            : first.Contains("bash", StringComparison.Ordinal) ? $"bash {script}"
            : $"sh {script}";
        return new EcosystemFinding(Name)
        {
            Test = [command],
            Words = [$"Script: {script} at the top looks like the project's own test run ({command})."],
        };
    }
}
