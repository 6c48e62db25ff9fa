using Alai.Products.Ecosystems;

namespace Alai.Products;

/// <summary>Finds how a folder is set up, built and tested. Reads names and manifests; runs nothing, follows no link.</summary>
public static class ProductDiscovery
{
    /// <summary>Every ecosystem with a package manager; each adds its own commands.</summary>
    internal static IReadOnlyList<IEcosystem> Languages { get; } =
        [new DotnetEcosystem(), new NodeEcosystem(), new PythonEcosystem(), new GoEcosystem(), new RustEcosystem()];

    /// <summary>Ways to test that speak for any language; used when the languages have no test command.</summary>
    internal static IReadOnlyList<IEcosystem> Fallbacks { get; } = [new ScriptEcosystem(), new MakeEcosystem()];

    /// <summary>Looks at a folder.</summary>
    /// <param name="directory">The product's folder.</param>
    public static DiscoveredProduct Discover(string directory)
    {
        var folder = new ProductFolder(directory);
        var found = Languages.Select(language => language.Look(folder)).OfType<EcosystemFinding>().ToList();
        var words = found.SelectMany(finding => finding.Words).ToList();
        var tested = found.Any(finding => finding.Test.Count > 0);
        foreach (var finding in Fallbacks.Select(fallback => fallback.Look(folder)).OfType<EcosystemFinding>())
        {
            if (tested)
            {
                words.Add($"{finding.Words[0]} Not used, because a test command was found already; name it in verify if it is the better one.");
                continue;
            }

            found.Add(finding);
            words.AddRange(finding.Words);
            tested = finding.Test.Count > 0;
        }

        var hints = folder.Nested();
        words.AddRange(Closing(found, tested, hints));
        var setup = Setup(found);
        if (setup.Network.Count > 0)
            words.Add("Network: set-up may reach the package feeds of this machine's tools and nothing else (setup.network: feeds; alai product doctor lists them). Agents and checks reach nothing.");
        return new DiscoveredProduct
        {
            Ecosystems = [.. found.Select(finding => finding.Ecosystem)],
            Setup = setup,
            Verify = [.. found.SelectMany(finding => finding.Build), .. found.SelectMany(finding => finding.Test)],
            HasTests = tested,
            Words = words,
            RootHints = hints,
        };
    }

    private static ProductSetup Setup(List<EcosystemFinding> found)
    {
        string[] commands = [.. found.SelectMany(finding => finding.Setup)];
        return new ProductSetup
        {
            Commands = commands,
            Network = commands.Length > 0 ? [ProductSetup.Feeds] : [],
            Keys = [.. found.SelectMany(finding => finding.Keys).Distinct()],
        };
    }

    private static IEnumerable<string> Closing(List<EcosystemFinding> found, bool tested, IReadOnlyList<string> hints)
    {
        if (found.Count == 0)
        {
            yield return "Nothing here says how it is built or tested: no solution, package.json, pyproject.toml, requirements.txt, "
                + "go.mod, Cargo.toml, Makefile with a test target, ./test or test.sh.";
        }

        if (found.Count == 0 && hints.Count > 0)
            yield return $"Folders below look like products: {string.Join(", ", hints)}. Give one of them as root.";
        if (!tested)
            yield return "No test command was found; name one in verify, else no result is accepted without a person.";
    }
}
