namespace Alai.EndToEnd;

/// <summary><c>alai run</c> on real projects of four kinds, nothing told but the path: discovery, set-up, sandbox and proof are the program's own.</summary>
public sealed class RunProductsTests
{
    [Fact]
    public Task A_shell_project_is_changed_and_proved() => ProvedAsync(
        "Add a farewell",
        [("bye.sh", "#!/bin/sh\necho bye\n"), ("test.sh", "#!/bin/sh\nfor t in tests/*.sh; do sh \"$t\" || exit 1; done\n"), ("tests/bye.sh", "[ \"$(sh bye.sh)\" = bye ] || exit 1\n")],
        Scripts.Write("later.sh", "#!/bin/sh\necho see you later\n"),
        Scripts.Write("tests/later.sh", "[ \"$(sh later.sh)\" = \"see you later\" ] || exit 1\n"));

    [Fact]
    public Task A_node_project_is_changed_and_proved() => ProvedAsync(
        "Add a tripling function",
        [
            ("package.json", "{ \"name\": \"twice\", \"version\": \"1.0.0\", \"type\": \"module\", \"scripts\": { \"test\": \"node --test\" } }\n"),
            ("double.js", "export const double = (value) => value * 2;\n"),
            ("double.test.js", "import test from 'node:test';\nimport assert from 'node:assert';\nimport { double } from './double.js';\n\ntest('doubles', () => assert.equal(double(4), 8));\n"),
        ],
        Scripts.Write("triple.js", "export const triple = (value) => value * 3;\n"),
        Scripts.Write("triple.test.js", "import test from 'node:test';\nimport assert from 'node:assert';\nimport { triple } from './triple.js';\n\ntest('triples', () => assert.equal(triple(4), 12));\n"));

    [Fact]
    public Task A_python_project_is_changed_and_proved() => ProvedAsync(
        "Add a triangle area",
        [
            ("shapes/__init__.py", ""),
            ("shapes/square.py", "def square(side):\n    return side * side\n"),
            ("tests/__init__.py", ""),
            ("tests/test_square.py", "import unittest\nfrom shapes.square import square\n\n\nclass SquareTest(unittest.TestCase):\n    def test_area(self):\n        self.assertEqual(square(3), 9)\n"),
        ],
        Scripts.Write("shapes/triangle.py", "def triangle(base, height):\n    return base * height / 2\n"),
        Scripts.Write("tests/test_triangle.py", "import unittest\nfrom shapes.triangle import triangle\n\n\nclass TriangleTest(unittest.TestCase):\n    def test_area(self):\n        self.assertEqual(triangle(4, 3), 6)\n"));

    [Fact]
    public Task A_dotnet_project_with_packages_is_changed_and_proved() => ProvedAsync(
        "Add a maximum to the ledger",
        [
            (".gitignore", "bin/\nobj/\n"),
            ("Ledger.slnx", "<Solution>\n  <Project Path=\"Ledger/Ledger.csproj\" />\n  <Project Path=\"Ledger.Tests/Ledger.Tests.csproj\" />\n</Solution>\n"),
            ("Ledger/Ledger.csproj", Library("")),
            ("Ledger/Sum.cs", "namespace Ledger;\n\npublic static class Sum\n{\n    public static int Of(int[] values) => values.Sum();\n}\n"),
            ("Ledger.Tests/Ledger.Tests.csproj", Library("""
                  <ItemGroup>
                    <PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.14.1" />
                    <PackageReference Include="xunit" Version="2.9.3" />
                    <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                    <ProjectReference Include="../Ledger/Ledger.csproj" />
                  </ItemGroup>
                """)),
            ("Ledger.Tests/SumTests.cs", "using Xunit;\n\nnamespace Ledger.Tests;\n\npublic class SumTests\n{\n    [Fact]\n    public void All_are_added() => Assert.Equal(6, Sum.Of([1, 2, 3]));\n}\n"),
        ],
        Scripts.Write("Ledger/Maximum.cs", "namespace Ledger;\n\npublic static class Maximum\n{\n    public static int Of(int[] values) => values.Max();\n}\n"),
        Scripts.Write("Ledger.Tests/MaximumTests.cs", "using Xunit;\n\nnamespace Ledger.Tests;\n\npublic class MaximumTests\n{\n    [Fact]\n    public void The_largest_is_found() => Assert.Equal(7, Maximum.Of([3, 7, 5]));\n}\n"));

    private static async Task ProvedAsync(string text, (string Path, string Text)[] files, params object[] writes)
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Scripts.Agent([.. writes, Scripts.Finish("it is done and tested")]));
        var project = await Project.OfAsync(factory, files);

        var end = (await factory.AlaiAsync("run", text, "--project", project.Folder, "--json")).Expect(0).Json;

        Assert.True(end.GetProperty("verified").GetBoolean(), end.ToString());
        var branch = end.GetProperty("branch").GetString()!;
        Assert.NotEmpty(await project.GitAsync("diff", "--stat", "main", branch));
        Assert.Equal("", await project.GitAsync("status", "--porcelain"));
    }

    private static string Library(string more) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        {more}
        </Project>
        """;
}
