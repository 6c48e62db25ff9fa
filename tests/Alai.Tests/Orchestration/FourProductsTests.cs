using Alai.Products;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>A real change, made and proved in the real sandbox, in small products of four kinds, found by discovery.</summary>
public sealed class FourProductsTests
{
    [Fact]
    public async Task A_shell_script_is_changed_proved_and_landed()
    {
        const string Title = "Add a farewell script";
        await using var bench = await RunBench.StartAsync([Says.To(Title,
            Says.Read("greet.sh"),
            Says.Write("farewell.sh", ShellProduct.Farewell),
            Says.Write("tests/test_farewell.sh", "set -e\n[ \"$(sh farewell.sh Ada)\" = 'Goodbye Ada' ]\n"),
            Says.Run("sh tests/run.sh"),
            Says.Finish)]);
        await bench.WithAsync(ShellProduct.Describe("greeter"), ShellProduct.Files);
        await bench.OpenAsync();

        var end = await ProvedAsync(bench, Title, "greeter");
        await LandedAsync(bench, end, "sh tests/run.sh && sh farewell.sh Ada", "Goodbye Ada");
    }

    [Fact]
    public async Task A_node_library_is_changed_and_its_own_test_script_proves_it()
    {
        const string Title = "Add a doubling function";
        await using var bench = await RunBench.StartAsync([Says.To(Title,
            Says.Write("lib/double.js", "export const double = number => number * 2;\n"),
            Says.Write("test/double.test.js", "import test from 'node:test';\nimport assert from 'node:assert';\nimport { double } from '../lib/double.js';\ntest('doubles', () => assert.equal(double(21), 42));\n"),
            Says.Run("npm test"),
            Says.Finish)]);
        await AddedAsync(bench, "numbers",
            ("package.json", """{ "name": "numbers", "version": "1.0.0", "type": "module", "scripts": { "test": "node --test test/*.test.js" } }"""),
            ("lib/half.js", "export const half = number => number / 2;\n"),
            ("test/half.test.js", "import test from 'node:test';\nimport assert from 'node:assert';\nimport { half } from '../lib/half.js';\ntest('halves', () => assert.equal(half(42), 21));\n"));

        var end = await ProvedAsync(bench, Title, "numbers");
        Assert.Contains("npm test", end.Last.Reason, StringComparison.Ordinal);
        await LandedAsync(bench, end, "npm test --silent >/dev/null && node -e \"import('./lib/double.js').then(m => console.log(m.double(4)))\"", "8");
    }

    [Fact]
    public async Task A_node_product_uses_the_package_that_set_up_fetched_before_the_network_was_cut()
    {
        const string Title = "Add a shouting function";
        await using var bench = await RunBench.StartAsync([Says.To(Title,
            Says.Write("lib/shout.js", "import ms from 'ms';\nexport const shout = text => `${text.toUpperCase()} ${ms('1m')}`;\n"),
            Says.Write("test/shout.test.js", "import test from 'node:test';\nimport assert from 'node:assert';\nimport { shout } from '../lib/shout.js';\ntest('shouts', () => assert.equal(shout('a'), 'A 60000'));\n"),
            Says.Run("npm test"),
            Says.Finish)]);
        await AddedAsync(bench, "timer",
            ("package.json", """{ "name": "timer", "version": "1.0.0", "type": "module", "scripts": { "test": "node --test test/*.test.js" }, "dependencies": { "ms": "2.1.3" } }"""),
            (".gitignore", "node_modules/\n"),
            ("test/ms.test.js", "import test from 'node:test';\nimport assert from 'node:assert';\nimport ms from 'ms';\ntest('reads', () => assert.equal(ms('1s'), 1000));\n"));

        var end = await ProvedAsync(bench, Title, "timer");
        var files = await bench.ShellAsync(bench.RepositoryOf("timer"), $"git ls-tree -r --name-only {end.Root.Branch}");
        Assert.DoesNotContain("node_modules", files, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_python_package_is_changed_and_unittest_proves_it()
    {
        const string Title = "Add a triangle area";
        await using var bench = await RunBench.StartAsync([Says.To(Title,
            Says.Call("edit_file", new { path = "shapes/area.py", old = "def square(side):", @new = "def triangle(base, height):\n    return base * height / 2\n\n\ndef square(side):" }),
            Says.Write("tests/test_triangle.py", "import unittest\nfrom shapes.area import triangle\n\n\nclass TriangleTest(unittest.TestCase):\n    def test_area(self):\n        self.assertEqual(triangle(4, 3), 6)\n"),
            Says.Run("python3 -m unittest discover -s tests -t ."),
            Says.Finish)]);
        await AddedAsync(bench, "shapes",
            ("shapes/__init__.py", ""),
            ("shapes/area.py", "def square(side):\n    return side * side\n"),
            ("tests/__init__.py", ""),
            ("tests/test_square.py", "import unittest\nfrom shapes.area import square\n\n\nclass SquareTest(unittest.TestCase):\n    def test_area(self):\n        self.assertEqual(square(3), 9)\n"));

        var end = await ProvedAsync(bench, Title, "shapes");
        await LandedAsync(bench, end, "python3 -c 'from shapes.area import triangle; print(triangle(4, 3))'", "6.0");
    }

    [Fact]
    public async Task A_dotnet_library_is_built_and_tested_from_packages_that_set_up_fetched()
    {
        const string Title = "Add a maximum to the ledger";
        await using var bench = await RunBench.StartAsync([Says.To(Title,
            Says.Write("Ledger/Maximum.cs", "namespace Ledger;\n\npublic static class Maximum\n{\n    public static int Of(int[] values) => values.Max();\n}\n"),
            Says.Write("Ledger.Tests/MaximumTests.cs", "using Xunit;\n\nnamespace Ledger.Tests;\n\npublic class MaximumTests\n{\n    [Fact]\n    public void The_largest_is_found() => Assert.Equal(7, Maximum.Of([3, 7, 5]));\n}\n"),
            Says.Call("run", new { command = "dotnet build Ledger.slnx", timeout = 300 }),
            Says.Finish)]);
        await AddedAsync(bench, "ledger", DotnetFiles());

        var end = await ProvedAsync(bench, Title, "ledger");
        Assert.Contains(end.Last.Checks, check => check is { Passed: true } && check.Command.StartsWith("dotnet test", StringComparison.Ordinal) && check.OutputTail.Contains('2', StringComparison.Ordinal));
    }

    private static (string Path, string Text)[] DotnetFiles() =>
    [
        (".gitignore", "bin/\nobj/\n"),
        ("Ledger.slnx", "<Solution>\n  <Project Path=\"Ledger/Ledger.csproj\" />\n  <Project Path=\"Ledger.Tests/Ledger.Tests.csproj\" />\n</Solution>\n"),
        ("Ledger/Ledger.csproj", Project("")),
        ("Ledger/Sum.cs", "namespace Ledger;\n\npublic static class Sum\n{\n    public static int Of(int[] values) => values.Sum();\n}\n"),
        ("Ledger.Tests/Ledger.Tests.csproj", Project("""
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.14.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                <ProjectReference Include="../Ledger/Ledger.csproj" />
              </ItemGroup>
            """)),
        ("Ledger.Tests/SumTests.cs", "using Xunit;\n\nnamespace Ledger.Tests;\n\npublic class SumTests\n{\n    [Fact]\n    public void All_are_added() => Assert.Equal(6, Sum.Of([1, 2, 3]));\n}\n"),
    ];

    private static string Project(string more) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        {more}
        </Project>
        """;

    // As `alai run` registers a folder: nothing is told, everything is discovered.
    private static async Task AddedAsync(RunBench bench, string name, params (string Path, string Text)[] files)
    {
        await bench.WithAsync(new Product { Name = name, Repository = "" }, files);
        File.Delete(Path.Combine(bench.Home, "products", name + ".yaml"));
        await bench.OpenAsync(bench.Settings(wall: 600));
        var answer = bench.Factory.Registration.Add(bench.RepositoryOf(name), null);
        Assert.True(answer.Refusal is null, answer.Refusal);
    }

    private static async Task<Ended> ProvedAsync(RunBench bench, string title, string product)
    {
        var id = await bench.FileAsync(title, product);
        var end = await bench.EndedAsync(id);
        Assert.True(end.First == RunOutcome.Verified && end.Stage.State == TaskState.Done, end.Words + "\n" + bench.Story(id));
        Assert.Equal("S2", end.Last.Figures.Sandbox);
        Assert.Contains(end.Last.Checks, check => check is { Check: "verification", Passed: true, ExitCode: 0 });
        Assert.Equal(HoldCode.NeedsApproval, end.Root.Hold?.Code);
        Assert.Empty(bench.Models.Problems);
        return end;
    }

    private static async Task LandedAsync(RunBench bench, Ended end, string command, string expected)
    {
        var landed = await bench.LandAsync(end.Root.Id);
        Assert.True(landed.State == TaskState.Done, bench.Story(end.Root.Id));
        Assert.Equal(expected, await bench.ShellAsync(bench.RepositoryOf(end.Root.Product), command));
        Assert.Empty(bench.Living());
    }
}
