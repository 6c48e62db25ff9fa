namespace Alai.Tests.HouseRules;

/// <summary>A wall that cannot be seen to break holds nothing.</summary>
public sealed class RulesCanFailTests
{
    private static SourceFile File(string text, string path = "src/Alai/Safety/X.cs") => new(path, text);

    private static string Long(int lines, string line = "//") => string.Join('\n', Enumerable.Repeat(line, lines));

    [Fact]
    public void An_arrow_up_is_seen() =>
        Assert.Contains("Safety imports Orchestration", Walls.Broken(File("using Alai.Orchestration;").Arrows).Single(), StringComparison.Ordinal);

    [Fact]
    public void An_arrow_the_table_lacks_is_seen_and_one_it_has_is_not()
    {
        Assert.Single(Walls.Broken([new Arrow("Safety", "Fleet", "x")]));
        Assert.Single(Walls.Broken([new Arrow("Tasks", "Yaml", "x")]));
        Assert.Single(Walls.Broken([new Arrow("Cli", "Tasks", "x")]));
        Assert.Empty(Walls.Broken([new Arrow("Safety", "Yaml", "x"), new Arrow("Safety", "Tasks", "x"), new Arrow("Safety", "Safety", "x")]));
    }

    [Fact]
    public void Compiled_uses_are_seen()
    {
        Assert.Contains(CodeArrows.Rooms, arrow => arrow is { From: "Safety", To: "Yaml" });
        Assert.NotEmpty(CodeArrows.Outside("Alai.Yaml", "Companies"));
        Assert.NotEmpty(CodeArrows.Outside("System.Text.RegularExpressions"));
    }

    [Fact]
    public void A_cycle_is_seen() =>
        Assert.Equal(3, Walls.Cycles([new Room("A", 0, ["B"]), new Room("B", 0, ["C"]), new Room("C", 0, ["A"]), new Room("D", 0, ["A"])]).Count);

    [Fact]
    public void Sizes_are_seen()
    {
        Assert.Contains(SourceRules.Sizes([File(Long(401))]), problem => problem.Contains("cap is 400", StringComparison.Ordinal));
        Assert.Contains(SourceRules.Sizes([File(Long(61))]), problem => problem.Contains("median", StringComparison.Ordinal));
        Assert.Contains(SourceRules.Sizes([.. Enumerable.Range(0, 20).Select(i => File(Long(i < 15 ? 10 : 160)))]), problem => problem.Contains("one file in ten", StringComparison.Ordinal));
        Assert.Empty(SourceRules.Sizes([File(Long(60))]));
    }

    [Fact]
    public void Methods_are_measured()
    {
        string Method(int lines) => $"class A {{ void M()\n{{\n{Long(lines, "x();")}\n}} }}";

        Assert.Contains(SourceRules.Methods([File(Method(60))]), problem => problem.Contains("cap is 60", StringComparison.Ordinal));
        Assert.Contains(SourceRules.Methods([File(Method(30))]), problem => problem.Contains("one method in ten", StringComparison.Ordinal));
        Assert.Contains(SourceRules.Methods([File("class A { void M(int a, int b, int c, int d, int e) { } }")]), problem => problem.Contains("takes 5", StringComparison.Ordinal));
        Assert.Contains(SourceRules.Methods([File("class A { void M() { void L(int a, int b, int c, int d, int e) { } } }")]), problem => problem.Contains("L takes 5", StringComparison.Ordinal));
        Assert.Single(SourceRules.Methods([File("interface I { void M(int a, int b, int c, int d, int e); } class A : I { void I.M(int a, int b, int c, int d, int e) { } }")]));
        Assert.Empty(SourceRules.Methods([File("record A(int B, int C, int D, int E, int F);"), File(Method(20))]));
    }

    [Theory]
    [InlineData("/// <summary>x</summary>\npublic class A; /// <summary>x</summary>\npublic class B;", "2 public types")]
    [InlineData("public class A;", "no documentation")]
    [InlineData("#reg" + "ion x\n#endregion", "region")]
    [InlineData("// TO" + "DO: later", "unfinished")]
    public void Shape_is_seen(string text, string expected) =>
        Assert.Contains(SourceRules.Shape(File(text)), problem => problem.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("src/Alai/Utils/A.cs", "class A;", "no room is called Utils")]
    [InlineData("src/Alai/Safety/A.cs", "class Safety;", "room's name")]
    [InlineData("src/Alai/Safety/A.cs", "class TaskManager;", "no noun")]
    [InlineData("src/Alai/Safety/A.cs", "class OrderService;", "no noun")]
    public void Names_are_seen(string path, string text, string expected) =>
        Assert.Contains(SourceRules.Names(File(text, path)), problem => problem.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void Places_and_calls_are_seen()
    {
        Assert.NotEmpty(SourceRules.Machine);
        Assert.Single(SourceRules.Places("x", $"see {SourceRules.Machine[0]}/file"));
        Assert.Single(SourceRules.Places("x", "https://api.nu" + "get.org/v3"));
        Assert.True(File("class A { void M() { store.ApplyAsync(x); } }").Calls("ApplyAsync"));
        Assert.Equal("", File("", "src/Alai/AlaiServices.cs").Room);
        Assert.Equal("Host", File("", "src/Alai.Host/Api/X.cs").Room);
    }

    [Fact]
    public void A_problem_fails_the_test() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => HouseRulesTests.None(["one"]));
}
