using System.Text.RegularExpressions;

namespace Alai.Products.Ecosystems;

internal sealed partial class MakeEcosystem : IEcosystem
{
    private static readonly string[] Names = ["GNUmakefile", "makefile", "Makefile"];

    public string Name => "make";

    public IReadOnlyList<string> TestPaths { get; } = [];

    public IReadOnlyList<string> ProtectedPaths { get; } = ["**/Makefile", "**/makefile", "**/GNUmakefile", "**/*.mk", "justfile", "Taskfile.{yml,yaml}"];

    public IReadOnlyList<string> ManifestPaths { get; } = [];

    public EcosystemFinding? Look(ProductFolder folder)
    {
        // The order in which make itself looks for its file.
        var file = Names.FirstOrDefault(folder.Has);
        var target = file is null ? null : TestTarget().Match(folder.Read(file)) is { Success: true } match ? match.Groups["target"].Value : null;
        return target is null ? null : new EcosystemFinding(Name)
        {
            Test = [$"make {target}"],
            Words = [$"Make: {file} has a target '{target}'."],
        };
    }

    [GeneratedRegex(@"^(?<target>test|tests|check)\s*:(?!=)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestTarget();
}
