namespace Alai.Quality;

/// <summary>The role of a path, by the conventions of the languages in use.</summary>
internal static class FileRoles
{
    private static readonly string[] TestFolders =
        ["test", "tests", "__tests__", "spec", "specs", "testing", "testdata", "__snapshots__", "__mocks__", "fixtures", "e2e", "cypress"];

    private static readonly string[] TestNames =
    [
        "test_*.py", "*_test.py", "*_test.go", "*.test.*", "*.spec.*", "*_spec.rb", "*_test.rb", "*Test.java", "*Tests.java",
        "*Test.kt", "*Tests.cs", "*Test.cs", "*_test.rs", "*.bats", "*.snap", "test_*.sh", "*_test.sh", "*Test.php", "*_test.c*",
    ];

    private static readonly string[] Definitions =
    [
        "conftest.py", "pytest.ini", ".pytest.ini", "tox.ini", "noxfile.py", ".coveragerc", "sitecustomize.py", "usercustomize.py",
        "jest.config.*", "jest.setup.*", "vitest.config.*", "vitest.workspace.*", "vite.config.*", ".mocharc*", "karma.conf.*", "playwright.config.*",
        "cypress.config.*", "ava.config.*", ".nycrc*", "babel.config.*", ".babelrc*", "*.runsettings", "xunit.runner.json", "testconfig.json", "global.json",
        "phpunit.xml*", ".rspec", "Rakefile", "Makefile", "makefile", "GNUmakefile", "justfile", "Justfile", "Taskfile.y*ml",
        "Directory.Build.props", "Directory.Build.targets", ".npmrc", ".yarnrc*", "bunfig.toml", "nextest.toml", "test", "test.sh", "tests.sh",
        "run-tests*", "run_tests*", "runtests*", "check.sh", "verify.sh", "ci.sh",
    ];

    private static readonly string[] Delivery =
    [
        ".github/**", ".gitlab-ci.yml", ".gitlab/**", "azure-pipelines*.y*ml", "Jenkinsfile", ".circleci/**", ".travis.yml", "bitbucket-pipelines.yml",
        ".drone.yml", ".woodpecker/**", ".woodpecker.yml", "appveyor.yml", ".buildkite/**", "Dockerfile*", "*.Dockerfile", "docker-compose*.y*ml", "compose*.y*ml",
        "deploy/**", "deploy.sh", "deploy", "*.tf", "helm/**", "k8s/**", "Procfile", "fly.toml", "vercel.json", "netlify.toml", "renovate.json", ".husky/**", ".pre-commit-config.yaml",
    ];

    private static readonly string[] Manifests =
    [
        "package.json", "*.csproj", "*.fsproj", "*.vbproj", "Directory.Packages.props", "packages.config", "nuget.config", "NuGet.Config", "NuGet.config",
        "pyproject.toml", "requirements*.txt", "setup.py", "setup.cfg", "Pipfile", "go.mod", "go.work", "Cargo.toml", "Gemfile", "*.gemspec",
        "pom.xml", "build.gradle*", "settings.gradle*", "composer.json", "mix.exs", "pnpm-workspace.yaml",
    ];

    private static readonly string[] LockFiles =
    [
        "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock*", "packages.lock.json", "Cargo.lock", "go.sum", "go.work.sum",
        "poetry.lock", "uv.lock", "Pipfile.lock", "Gemfile.lock", "composer.lock", "mix.lock", "gradle.lockfile",
    ];

    private static readonly string[] AgentFiles =
    [
        ".claude/**", ".codex/**", ".cursor/**", ".gemini/**", ".opencode/**", ".mcp.json", "opencode.json*", "AGENTS.md", "CLAUDE.md", "GEMINI.md", ".aider*",
        ".cursorrules", ".vscode/**", ".idea/**", ".gitattributes", ".gitmodules", ".githooks/**", ".envrc", ".devcontainer/**",
    ];

    /// <summary>The role of a path; the more protected role wins where several apply.</summary>
    public static FileRole Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (NameIs(name, LockFiles))
            return FileRole.LockFile;
        if (PathPattern.MatchesAny(path, AgentFiles) || NameIs(name, AgentFiles))
            return FileRole.AgentSettings;
        if (PathPattern.MatchesAny(path, Delivery) || NameIs(name, Delivery))
            return FileRole.Delivery;
        if (NameIs(name, Definitions))
            return FileRole.TestDefinition;
        if (NameIs(name, Manifests))
            return FileRole.Manifest;
        return IsTest(path, name) ? FileRole.Test : FileRole.Source;
    }

    /// <summary>Whether a path lies in a folder of tests.</summary>
    public static bool IsInTestFolder(string path) => path.Split('/')[..^1].Any(IsTestFolder);

    private static bool IsTest(string path, string name) => IsInTestFolder(path) || NameIs(name, TestNames);

    private static bool IsTestFolder(string folder) =>
        TestFolders.Contains(folder, StringComparer.OrdinalIgnoreCase)
        || folder.EndsWith(".Tests", StringComparison.OrdinalIgnoreCase)
        || folder.EndsWith(".Test", StringComparison.OrdinalIgnoreCase)
        || folder.EndsWith(".Specs", StringComparison.OrdinalIgnoreCase);

    private static bool NameIs(string name, IEnumerable<string> globs) =>
        globs.Any(glob => !glob.Contains('/', StringComparison.Ordinal) && PathPattern.Matches(name, glob));
}
