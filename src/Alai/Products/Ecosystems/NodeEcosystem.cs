using System.Text.Json;

namespace Alai.Products.Ecosystems;

internal sealed class NodeEcosystem : IEcosystem
{
    private static readonly string[] Dependencies = ["dependencies", "devDependencies", "optionalDependencies"];

    public string Name => "node";

    public IReadOnlyList<string> TestPaths { get; } =
    [
        "**/*.{test,spec}.{js,jsx,ts,tsx,mjs,cjs,mts,cts}", "**/__tests__/**", "**/__snapshots__/**", "**/__mocks__/**",
        "**/tests/**", "**/test/**", "**/e2e/**", "**/cypress/**",
    ];

    public IReadOnlyList<string> ProtectedPaths { get; } =
    [
        "**/package.json", "**/.npmrc", "**/.yarnrc", "**/.yarnrc.yml", "**/pnpm-workspace.yaml", "**/.mocharc*",
        "**/{jest,vitest,vite,playwright,cypress,karma,ava,babel}.config.*", "**/vitest.workspace.*", "**/{jest,vitest,test}.setup.*",
        "**/tsconfig*.json",
    ];

    public IReadOnlyList<string> ManifestPaths { get; } =
    [
        "**/package.json", "**/package-lock.json", "**/npm-shrinkwrap.json", "**/pnpm-lock.yaml", "**/pnpm-workspace.yaml",
        "**/yarn.lock", "**/.npmrc", "**/.yarnrc.yml",
    ];

    public EcosystemFinding? Look(ProductFolder folder)
    {
        if (!folder.Has("package.json"))
            return null;
        try
        {
            using var manifest = JsonDocument.Parse(folder.Read("package.json"));
            if (manifest.RootElement.ValueKind == JsonValueKind.Object)
                return Look(folder, manifest.RootElement);
        }
        catch (JsonException)
        {
            // Said below, like every other package.json that says nothing.
        }

        return new EcosystemFinding(Name) { Words = ["Node: package.json is not a JSON object, so nothing could be read from it."] };
    }

    private EcosystemFinding Look(ProductFolder folder, JsonElement manifest)
    {
        var installer = Installer(folder, manifest);
        var (test, testWords) = TestCommand(installer, Script(manifest, "test"));
        var hasBuild = Script(manifest, "build").Length > 0;
        var needsSetup = Dependencies.Any(key =>
            manifest.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Object && list.EnumerateObject().Any())
            || manifest.TryGetProperty("workspaces", out _);
        return new EcosystemFinding(Name)
        {
            Setup = needsSetup ? [installer.Install] : [],
            Build = hasBuild ? [$"{installer.Command} run build"] : [],
            Test = test is null ? [] : [test],
            Keys = [.. ManifestPaths.Where(pattern => folder.Find(pattern).Any())],
            Words =
            [
                $"Node: package.json, {installer.Why}{(needsSetup ? "" : "; it has no dependencies, so nothing is restored")}.",
                hasBuild ? "Node: it has a build script." : "Node: it has no build script.",
                testWords,
                .. manifest.TryGetProperty("workspaces", out _) ? ["Node: it has workspaces; give one of them as root to work on it alone."] : Array.Empty<string>(),
            ],
        };
    }

    private static NodeInstaller Installer(ProductFolder folder, JsonElement manifest)
    {
        var named = manifest.TryGetProperty("packageManager", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (folder.Has("pnpm-lock.yaml") || named.StartsWith("pnpm@", StringComparison.Ordinal))
            return new NodeInstaller("pnpm", "pnpm install --frozen-lockfile", "pnpm by its lock file or packageManager");
        if (folder.Has("yarn.lock") || named.StartsWith("yarn@", StringComparison.Ordinal))
        {
            return folder.Has(".yarnrc.yml")
                ? new NodeInstaller("yarn", "yarn install --immutable", "yarn (2 or later) by yarn.lock and .yarnrc.yml")
                : new NodeInstaller("yarn", "yarn install --frozen-lockfile", "yarn by yarn.lock or packageManager");
        }

        return folder.Has("package-lock.json") || folder.Has("npm-shrinkwrap.json")
            ? new NodeInstaller("npm", "npm ci", "npm by package-lock.json")
            : new NodeInstaller("npm", "npm install --no-audit --no-fund", "npm, no lock file");
    }

    private static (string? Command, string Words) TestCommand(NodeInstaller installer, string script)
    {
        if (script.Length == 0)
            return (null, "Node: it has no test script.");

        // What `npm init` writes: it exits with 1 and tests nothing.
        if (script.Contains("no test specified", StringComparison.OrdinalIgnoreCase))
            return (null, "Node: its test script is npm's placeholder, which tests nothing.");
        return script.Contains("--watch", StringComparison.Ordinal) && !script.Contains("--watch=false", StringComparison.Ordinal)
            ? (null, $"Node: its test script watches and never ends ({script}); name one that ends in verify.")
            : ($"{installer.Command} test", $"Node: its test script is: {script}");
    }

    private static string Script(JsonElement manifest, string name) =>
        manifest.TryGetProperty("scripts", out var scripts) && scripts.ValueKind == JsonValueKind.Object
        && scripts.TryGetProperty(name, out var script) && script.ValueKind == JsonValueKind.String
            ? script.GetString()!.Trim()
            : "";

    private sealed record NodeInstaller(string Command, string Install, string Why);
}
