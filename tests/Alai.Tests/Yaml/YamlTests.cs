using Alai.Yaml;
using CsCheck;

namespace Alai.Tests.Yaml;

public sealed class YamlTests
{
    private static readonly string[] Words = ["orchestrator", "dashboard", "executors", "landing"];

    private static readonly YamlShape Shape = new("a test file",
    [
        new("fleet", YamlKind.Map, "Machines."),
        new("fleet.hosts", YamlKind.Maps, "Hosts."),
        new("fleet.hosts.name", YamlKind.Text, "A name.") { Required = true },
        new("fleet.hosts.memory_gb", YamlKind.Whole, "Memory.") { Minimum = 1, Maximum = 100 },
        new("landing", YamlKind.Word, "Who lands.") { Words = ["ask", "auto", "never"] },
        new("paths", YamlKind.Texts, "Paths."),
        new("paid", YamlKind.Flag, "Paid."),
        new("price", YamlKind.Number, "Price."),
        new("tiers", YamlKind.Map, "Tiers."),
        new("tiers.*", YamlKind.Map, "A tier.") { Words = ["1", "2"] },
        new("tiers.*.model", YamlKind.Text, "A model."),
    ]);

    [Fact]
    public void An_unknown_key_is_named_with_file_line_and_the_nearest_known_one() =>
        Assert.Equal(
            ["t.yaml:2: unknown key 'hoasts' in fleet; did you mean 'hosts'?"], Problems("fleet:\n  hoasts: []\n"));

    [Fact]
    public void An_unknown_key_near_nothing_lists_the_known_ones() => Assert.Equal(
        ["t.yaml:1: unknown key 'zzzzzz'; expected one of: fleet, landing, paths, paid, price, tiers"], Problems("zzzzzz: 1"));

    [Fact]
    public void All_problems_are_collected_not_the_first_alone() => Assert.Equal(
        [
            "t.yaml:3: expected a whole number from 1 to 100 for 'fleet.hosts[1].memory_gb'; found 'lots'",
            "t.yaml:3: expected the key 'name' in fleet.hosts[1] (A name); it is missing",
            "t.yaml:4: expected a map of keys for item 2 of 'fleet.hosts'; found 'anvil'",
            "t.yaml:5: expected one of ask, auto, never for 'landing'; found 'aks'; did you mean 'ask'?",
            "t.yaml:6: expected a list, for example [a, b], for 'paths'; found 'src'",
            "t.yaml:7: expected true or false for 'paid'; found 'yes'",
            "t.yaml:8: expected a number for 'price'; found '1e400'",
            "t.yaml:9: unknown key '3' in tiers; expected one of: 1, 2",
        ],
        Problems("""
            fleet:
              hosts:
                - { memory_gb: lots }
                - anvil
            landing: aks
            paths: src
            paid: yes
            price: 1e400
            tiers: { 3: { model: x } }
            """));

    [Theory]
    [InlineData("paid: true\npaid: false", "t.yaml:2: key 'paid' is already on line 1; keep one of them")]
    [InlineData("landing: &a ask", "t.yaml:1: anchors (&a) are not allowed; write the value out")]
    [InlineData("landing: !!str ask", "t.yaml:1: tags (tag:yaml.org,2002:str) are not allowed; write the plain value")]
    [InlineData("paid: true\n---\npaid: false", "t.yaml:2: expected one document; a second one starts here")]
    [InlineData("- a\n- b", "t.yaml:1: expected a test file to be a map of keys; found a list")]
    [InlineData("fleet:\n\thosts: []", "t.yaml:2: a tab is used for indentation; YAML wants spaces")]
    [InlineData("paid: \0true", "t.yaml:1: expected text; found a control character. Is this a YAML file?")]
    [InlineData("? [a, b]\n: true", "t.yaml:1: expected a plain key; found a list")]
    public void What_is_not_plain_configuration_is_refused(string text, string problem) => Assert.Contains(problem, Problems(text));

    [Fact]
    public void Aliases_cannot_make_a_small_file_huge()
    {
        var bomb = string.Join('\n', Enumerable.Range(0, 12).Select(i => $"k{i}: &k{i} [{string.Join(',', Enumerable.Repeat(i == 0 ? "lol" : $"*k{i - 1}", 9))}]"));
        var document = YamlDocument.Parse(bomb, "bomb.yaml");
        Assert.Contains(document.Problems, problem => problem.Text.Contains("aliases (*k0) are not allowed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_ten_megabytes_is_refused_unread()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("big.yaml", new string('a', 10 * 1024 * 1024));
        Assert.Equal(
            "big.yaml: expected at most 1048576 bytes of YAML; found 10485760. Is this the right file?",
            Assert.Single(YamlDocument.Load(path, "big.yaml").Problems).ToString());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_problem_and_no_exception()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "b.yaml");
        File.WriteAllBytes(path, [0xC3, 0x28, 0xFF]);
        Assert.Contains("UTF-8", Assert.Single(YamlDocument.Load(path).Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused() => Assert.Contains(
        "nested deeper than 32 levels", Assert.Single(Problems(new string('[', 5000))), StringComparison.Ordinal);

    [Fact]
    public void Any_text_gives_nodes_or_problems_and_never_an_exception() =>
        Gen.String[Gen.Char["ab:-[]{}\"'&*!|>?%@`#\t\n ,\\0~\u0001"], 0, 60].Sample(text =>
        {
            var problems = new List<ConfigProblem>();
            Shape.Check(YamlDocument.Parse(text, "g.yaml"), problems);
            Assert.All(problems, problem => Assert.NotEmpty(problem.Text));
        });

    [Fact]
    public void A_word_with_one_slip_is_recognised() =>
        Gen.Select(Gen.Int[0, 3].Select(i => Words[i]), Gen.Int[0, 20], Gen.Char['a', 'z'])
            .Sample((word, at, letter) =>
            {
                var slip = word.Remove(at % word.Length, 1).Insert(at % word.Length, letter.ToString());
                Assert.Equal(word, Suggest.Nearest(slip, Words));
            });

    [Fact]
    public void Nothing_is_suggested_for_a_word_that_is_near_nothing() =>
        Assert.Null(Suggest.Nearest("qqqqqqqq", ["hosts", "tiers"]));

    [Fact]
    public void An_empty_file_is_an_empty_map() =>
        Assert.Empty(Shape.Check(YamlDocument.Parse("# nothing\n", "t.yaml"), [])!.Entries);

    [Fact]
    public void A_key_without_a_value_means_its_default()
    {
        var problems = new List<ConfigProblem>();
        var map = Shape.Check(YamlDocument.Parse("landing:\npaid: ~\nprice: null", "t.yaml"), problems)!;
        Assert.Empty(problems);
        Assert.Null(map.Text("landing") ?? map.Flag("paid")?.ToString() ?? map.Number("price")?.ToString());
    }

    private static List<string> Problems(string text)
    {
        var problems = new List<ConfigProblem>();
        Shape.Check(YamlDocument.Parse(text, "t.yaml"), problems);
        return [.. problems.Select(problem => problem.ToString())];
    }
}
