using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Products;

/// <summary>Makes a product of a checked map and adds what a shape cannot know.</summary>
internal sealed class ProductReader(List<ConfigProblem> problems)
{
    public Product Read(string name, YamlMap map)
    {
        var setup = map.Map("setup");
        CheckRoot(map);
        CheckSetup(setup);
        return new Product
        {
            Name = name,
            Repository = map.Text("repository") ?? "",
            Root = (map.Text("root") ?? "").Trim('/'),
            TargetBranch = map.Text("target_branch") ?? "",
            Setup = new ProductSetup
            {
                Commands = Commands(setup, "commands"),
                Network = setup?.Texts("network") ?? [],
                Keys = Patterns(setup, "keys") ?? [],
            },
            Verify = Commands(map, "verify"),
            Deploy = [.. map.NamedMaps("deploy").Select(Environment)],
            AllowedPaths = Patterns(map, "allowed_paths") ?? ["**"],
            DocsPaths = Patterns(map, "docs_paths") ?? Product.DefaultDocsPaths,
            TestPaths = Patterns(map, "test_paths") ?? [],
            ProtectedPaths = Patterns(map, "protected_paths") ?? [],
            Sensitivity = map.Whole("sensitivity") ?? 0,
            Wiki = map.Text("wiki") ?? "",
            Owner = Owner(map),
            Landing = map.Text("landing"),
        };
    }

    private DeployEnvironment Environment((string Name, YamlMap Map) entry) => new()
    {
        Name = entry.Name,
        Commands = Commands(entry.Map, "commands"),
        Health = entry.Map.Text("health"),
        Rollback = Commands(entry.Map, "rollback"),
        NeedsPerson = entry.Map.Text("approval") != "free",
    };

    private IReadOnlyList<string> Commands(YamlMap? map, string key)
    {
        var commands = map?.Texts(key) ?? [];
        if (commands.Any(string.IsNullOrWhiteSpace))
            problems.Add(map!.ProblemAt(key, $"expected a command in each item of '{key}'; found an empty one"));
        return commands;
    }

    private IReadOnlyList<string>? Patterns(YamlMap? map, string key)
    {
        var patterns = map?.Texts(key);
        foreach (var problem in patterns?.Select(PathGlob.Problem).OfType<string>() ?? [])
            problems.Add(map!.ProblemAt(key, problem));
        return patterns;
    }

    private string? Owner(YamlMap map)
    {
        var owner = map.Text("owner");
        if (owner is not null && (!owner.StartsWith("human:", StringComparison.Ordinal) || owner.Length == 6))
            problems.Add(map.ProblemAt("owner", $"expected a person as human:NAME; found '{owner}'"));
        return owner;
    }

    private void CheckRoot(YamlMap map)
    {
        if (map.Text("root") is { } root && (root.StartsWith('/') || root.Split('/').Contains("..")))
            problems.Add(map.ProblemAt("root", $"expected a folder inside the repository; found '{root}'"));
    }

    /// <summary>A host name or address, with or without a port.</summary>
    private static bool IsHost(string text)
    {
        var colon = text.LastIndexOf(':');
        var hasPort = colon > 0 && text[(colon + 1)..] is { Length: > 0 and <= 5 } port && port.All(char.IsAsciiDigit);
        return Uri.CheckHostName(hasPort ? text[..colon] : text) != UriHostNameType.Unknown;
    }

    private void CheckSetup(YamlMap? setup)
    {
        foreach (var host in setup?.Texts("network") ?? [])
        {
            if (!IsHost(host))
                problems.Add(setup!.ProblemAt("network", $"expected host names (with :PORT where needed), feeds or open; found '{host}'"));
        }
    }
}
