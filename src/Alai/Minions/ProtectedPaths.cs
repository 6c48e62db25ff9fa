namespace Alai.Minions;

/// <summary>Files that steer tools, agents and builds: written only when the task says so.</summary>
internal static class ProtectedPaths
{
    private static readonly string[] Globs =
    [
        ".claude/**", ".codex/**", ".cursor/**", ".gemini/**", ".opencode/**", ".mcp.json", "opencode.json", "AGENTS.md", "CLAUDE.md", "GEMINI.md",
        ".github/**", ".gitlab-ci.yml", ".circleci/**", ".travis.yml", "azure-pipelines.yml", "Jenkinsfile", ".woodpecker/**",
        ".gitmodules", ".gitattributes", ".husky/**", ".pre-commit-config.yaml", ".vscode/**", ".idea/**", ".envrc",
        "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "packages.lock.json", "Cargo.lock",
        "poetry.lock", "uv.lock", "Pipfile.lock", "go.sum", "composer.lock", "Gemfile.lock",
    ];

    /// <summary>The rule that protects a path, or null.</summary>
    public static string? Rule(string path) => Globs.FirstOrDefault(glob => Glob.Matches(glob, path));
}
