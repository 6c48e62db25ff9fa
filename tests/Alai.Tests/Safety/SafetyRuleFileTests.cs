using Alai.Safety;
using Alai.Tasks;

namespace Alai.Tests.Safety;

public sealed class SafetyRuleFileTests
{
    [Fact]
    public void The_shipped_rules_are_the_six_of_the_house_first() =>
        Assert.Equal(["CEO", "DECISION", "BankID", "Vipps", "Finanstilsynet", "[TENDER]"], SafetyRules.Shipped.Rules.Take(6).Select(rule => rule.Name));

    [Fact]
    public void The_homes_file_replaces_the_shipped_rules()
    {
        var file = Path.Combine(Path.GetTempPath(), $"alai-safety-{Guid.NewGuid():N}.yaml");
        try
        {
            File.WriteAllText(file, "rules:\n  - name: Zeta\n    names: [Zeta]\n");

            var load = SafetyRuleFile.Load(file);

            Assert.Empty(load.Problems);
            Assert.True(load.Rules!.Judge(new TaskText("Call zeta", "", [])).Holds);
            Assert.False(load.Rules.Judge(new TaskText("Ask the CEO", "", [])).Holds);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Without_a_file_the_shipped_rules_hold() =>
        Assert.Same(SafetyRules.Shipped, SafetyRuleFile.Load(Path.Combine(Path.GetTempPath(), "no-such-safety.yaml")).Rules);

    [Theory]
    [InlineData("", "rules")]
    [InlineData("rules: []", "at least one rule")]
    [InlineData("rules:\n  - name: A\n    wrods: [x1]", "safety.yaml:3: unknown key 'wrods'")]
    [InlineData("rules:\n  - name: A", "could never match")]
    [InlineData("rules:\n  - name: A\n    names: [x]", "at least two letters")]
    [InlineData("rules:\n  - name: A\n    names: ['***']", "at least two letters")]
    [InlineData("rules:\n  - names: [Acme]", "'name'")]
    [InlineData("rules:\n  - { name: A, names: [Acme] }\n  - { name: A, names: [Bcme] }", "found 'A' 2 times")]
    [InlineData("rules: [", "safety.yaml")]
    public void A_broken_file_never_means_no_rules(string text, string expected)
    {
        var load = SafetyRuleFile.Parse(text, "safety.yaml");

        Assert.Null(load.Rules);
        Assert.Contains(load.Problems, problem => problem.ToString().Contains(expected, StringComparison.Ordinal));
    }
}
