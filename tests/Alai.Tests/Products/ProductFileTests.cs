using Alai.Products;
using Alai.Yaml;

namespace Alai.Tests.Products;

public sealed class ProductFileTests
{
    private static readonly Product Bento = new()
    {
        Name = "bento",
        Repository = "/home/anna/be nto \"x\"",
        Root = "packages/api",
        TargetBranch = "main",
        Setup = new ProductSetup { Commands = ["npm ci"], Network = ["feeds", "git.example:443"], Keys = ["package-lock.json"] },
        Verify = ["npm run build", "npm test -- --grep 'a: b' # no comment"],
        Deploy =
        [
            new DeployEnvironment { Name = "staging", Commands = ["./ship"], Health = "./healthy", Rollback = ["./back"], NeedsPerson = false },
            new DeployEnvironment { Name = "live", Commands = ["./ship live"] },
        ],
        AllowedPaths = ["src/**"],
        TestPaths = ["spec/**"],
        ProtectedPaths = ["tools/*.sh"],
        Sensitivity = 1,
        Wiki = "Bento",
        Owner = "human:anna",
        Landing = "auto",
    };

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var text = ProductFile.Write(Bento);
        var problems = new List<ConfigProblem>();
        var read = ProductFile.Read("bento", YamlDocument.Parse(text, "bento.yaml"), problems);
        Assert.Empty(problems);
        Assert.Equal(text, ProductFile.Write(read!));
        Assert.Equal(Bento.Repository, read!.Repository);
        Assert.Equal(Bento.Verify, read.Verify);
        Assert.Equal((false, true), (read.Deploy[0].NeedsPerson, read.Deploy[1].NeedsPerson));
    }

    [Fact]
    public void Every_mistake_is_reported_at_once()
    {
        var problems = new List<ConfigProblem>();
        Assert.Null(ProductFile.Read("Bad Name", YamlDocument.Parse("""
            verfy: [x]
            root: ../up
            owner: anna
            sensitivity: 3
            allowed_paths: [/etc]
            setup: { network: ["http://x/"] }
            deploy: { live: { approval: maybe } }
            """, "b.yaml"), problems));
        Assert.Equal(
            [
                "b.yaml: expected a file name of a-z, 0-9, -, _ and .; found 'Bad Name'",
                "b.yaml:1: expected the key 'repository' (A folder with a checkout, or a URL git understands); it is missing",
                "b.yaml:1: unknown key 'verfy'; did you mean 'verify'?",
                "b.yaml:2: expected a folder inside the repository; found '../up'",
                "b.yaml:3: expected a person as human:NAME; found 'anna'",
                "b.yaml:4: expected a whole number from 0 to 2 for 'sensitivity'; found '3'",
                "b.yaml:5: expected a path pattern inside the repository; found '/etc'",
                "b.yaml:6: expected host names (with :PORT where needed), feeds or open; found 'http://x/'",
                "b.yaml:7: expected one of person, free for 'deploy.live.approval'; found 'maybe'",
                "b.yaml:7: expected the key 'commands' in deploy.live (Commands that deploy, in order); it is missing",
            ],
            problems.Select(problem => problem.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_broken_product_leaves_the_others_in_the_catalogue()
    {
        using var folder = new TemporaryFolder();
        folder.Write("products/good.yaml", "repository: /tmp/x");
        folder.Write("products/broken.yaml", "repository: [");
        var load = ProductLoader.Load(Path.Combine(folder.Path, "products"));
        Assert.Equal("good", Assert.Single(load.Catalogue.Products).Name);
        Assert.StartsWith("products/broken.yaml", Assert.Single(load.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal("no product is called 'god'; did you mean 'good'?", load.Catalogue.Unknown("god"));
    }

    [Theory]
    [InlineData("tests/a_test.py", true, false)]
    [InlineData("src/Foo.Tests/BarTests.cs", true, false)]
    [InlineData("web/button.spec.tsx", true, false)]
    [InlineData("pkg/x_test.go", true, false)]
    [InlineData("package.json", false, true)]
    [InlineData("tests/conftest.py", true, true)]
    [InlineData(".github/workflows/ci.yml", false, true)]
    [InlineData("Makefile", false, true)]
    [InlineData("test.sh", false, true)]
    [InlineData("spec/own.rb", true, false)]
    [InlineData("tools/ship.sh", false, true)]
    [InlineData("src/app.py", false, false)]
    public void Tests_and_their_definitions_are_told_from_source(string path, bool test, bool definition) =>
        Assert.Equal((test, definition), (EcosystemPaths.IsTest(Bento, path), EcosystemPaths.IsProtected(Bento, path)));
}
