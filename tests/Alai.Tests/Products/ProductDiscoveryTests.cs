using Alai.Products;

namespace Alai.Tests.Products;

public sealed class ProductDiscoveryTests
{
    [Theory]
    [InlineData("package-lock.json", "npm ci", "npm test")]
    [InlineData("pnpm-lock.yaml", "pnpm install --frozen-lockfile", "pnpm test")]
    [InlineData("yarn.lock", "yarn install --frozen-lockfile", "yarn test")]
    public void Node_is_set_up_by_its_lock_file(string lockFile, string setup, string test)
    {
        var found = Discover(("package.json", """{"scripts":{"test":"node --test","build":"tsc"},"devDependencies":{"typescript":"5"}}"""), (lockFile, ""));
        Assert.Equal([setup], found.Setup.Commands);
        Assert.Equal([ProductSetup.Feeds], found.Setup.Network);
        Assert.Equal([$"{test[..^5]} run build", test], found.Verify);
        Assert.Contains($"**/{lockFile}", found.Setup.Keys);
    }

    [Theory]
    [InlineData("""{"scripts":{"test":"echo \"Error: no test specified\" && exit 1"}}""", "placeholder")]
    [InlineData("""{"scripts":{"test":"vitest --watch"}}""", "never ends")]
    [InlineData("""{"name":"x"}""", "no test script")]
    [InlineData("""{"scripts":""", "not a JSON object")]
    [InlineData("[]", "not a JSON object")]
    public void A_test_script_that_tests_nothing_is_not_used_and_said_so(string manifest, string word)
    {
        var found = Discover(("package.json", manifest));
        Assert.Empty(found.Verify);
        Assert.False(found.HasTests);
        Assert.Contains(found.Words, one => one.Contains(word, StringComparison.Ordinal));
        Assert.Contains(found.Words, one => one.StartsWith("No test command was found", StringComparison.Ordinal));
    }

    [Fact]
    public void Dotnet_tests_run_only_when_a_project_has_a_framework()
    {
        var found = Discover(("My App.sln", ""), ("src/A/A.csproj", "<Project/>"), ("tests/T/T.csproj", "<PackageReference Include=\"xunit.v3\"/>"));
        Assert.Equal(["dotnet restore 'My App.sln'"], found.Setup.Commands);
        Assert.Equal(["dotnet build 'My App.sln'", "dotnet test 'My App.sln' --no-build"], found.Verify);
        Assert.Equal(["dotnet build A.csproj"], Discover(("A.csproj", "<Project/>")).Verify);
    }

    [Fact]
    public void Python_with_pytest_gets_an_environment_of_its_own()
    {
        var found = Discover(("requirements.txt", "pytest\nflask"), ("tests/test_app.py", ""));
        Assert.Equal(["python3 -m venv .venv", ".venv/bin/python -m pip install -r requirements.txt"], found.Setup.Commands);
        Assert.Equal([".venv/bin/python -m pytest -q"], found.Verify);
    }

    [Fact]
    public void Python_without_packages_uses_unittest_and_restores_nothing()
    {
        var found = Discover(("app.py", ""), ("test_app.py", ""), ("tests/test_more.py", ""));
        Assert.Empty(found.Setup.Commands);
        Assert.Empty(found.Setup.Network);
        Assert.Equal(["python3 -m unittest discover", "python3 -m unittest discover -s tests"], found.Verify);
    }

    [Fact]
    public void A_pyproject_is_installed_with_its_test_group_and_pytest()
    {
        var found = Discover(
            ("pyproject.toml", "[project]\nname='x'\n[project.optional-dependencies]\ndev = ['pytest']\n"), ("tests/test_x.py", ""));
        Assert.Equal(
            ["python3 -m venv .venv", ".venv/bin/python -m pip install -e .'[dev]'", ".venv/bin/python -m pip install pytest"], found.Setup.Commands);
    }

    [Fact]
    public void Go_and_Rust_are_built_and_tested()
    {
        Assert.Equal(["go build ./...", "go test ./..."], Discover(("go.mod", "module x"), ("a/a_test.go", "")).Verify);
        Assert.Equal(["go mod download"], Discover(("go.mod", "module x\nrequire y v1")).Setup.Commands);
        Assert.Equal(["cargo build --offline --locked", "cargo test --offline --locked"], Discover(("Cargo.toml", ""), ("Cargo.lock", "")).Verify);
    }

    [Theory]
    [InlineData("Makefile", "build:\n\ttrue\ntest: build\n\ttrue\n", "make test")]
    [InlineData("Makefile", "check:\n\ttrue\n", "make check")]
    [InlineData("test.sh", "#!/bin/bash\ntrue", "bash test.sh")]
    [InlineData("run_tests.sh", "true", "sh run_tests.sh")]
    public void Make_and_scripts_speak_when_no_language_does(string file, string text, string command) =>
        Assert.Equal([command], Discover((file, text)).Verify);

    [Fact]
    public void A_make_variable_called_test_is_no_target() => Assert.Empty(Discover(("Makefile", "test := 1\n")).Verify);

    [Fact]
    public void A_script_beside_tests_of_a_language_is_named_and_not_used()
    {
        var found = Discover(("go.mod", "module x"), ("a_test.go", ""), ("test.sh", "true"));
        Assert.DoesNotContain("sh test.sh", found.Verify);
        Assert.Contains(found.Words, word => word.Contains("test.sh", StringComparison.Ordinal) && word.Contains("Not used", StringComparison.Ordinal));
    }

    [Fact]
    public void A_monorepo_without_a_manifest_at_the_top_hints_at_its_parts()
    {
        var found = Discover(("packages/web/package.json", "{}"), ("services/api/go.mod", ""), ("node_modules/x/package.json", "{}"));
        Assert.Empty(found.Verify);
        Assert.Equal(["packages/web", "services/api"], found.RootHints);
        Assert.Contains(found.Words, word => word.Contains("Give one of them as root", StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_or_missing_folder_says_what_was_looked_for()
    {
        Assert.Contains("package.json", Discover().Words[0], StringComparison.Ordinal);
        Assert.Empty(ProductDiscovery.Discover("/no/such/folder").Verify);
    }

    private static DiscoveredProduct Discover(params (string Name, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, text) in files)
            folder.Write(name, text);
        return ProductDiscovery.Discover(folder.Path);
    }
}
