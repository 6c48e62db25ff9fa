using Alai.Companies;
using Alai.Tasks;
using CsCheck;

namespace Alai.Tests.Companies;

public sealed class TemplateTests
{
    [Fact]
    public void Slots_are_filled_and_values_are_never_filled_again() => Assert.Equal(
        "a {{title}} b", Template.Fill("a {{ body }} b", new Dictionary<string, string> { ["body"] = "{{title}}", ["title"] = "no" }));

    [Theory]
    [InlineData("{{titel}}", "did you mean 'title'?")]
    [InlineData("x {{title", "a slot opens at character 3")]
    [InlineData("{{}}", "a slot opens at character 1")]
    [InlineData("{{a b}}", "a slot opens at character 1")]
    public void An_undefined_or_broken_slot_fails(string text, string message)
    {
        var broken = Assert.Throws<FactoryException>(() => Template.Fill(text, new Dictionary<string, string> { ["title"] = "t" }));
        Assert.Contains(message, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_slots_stays_as_it_is() =>
        Gen.String.Where(text => !text.Contains("{{", StringComparison.Ordinal))
            .Sample(text => Assert.Equal(text, Template.Fill(text, new Dictionary<string, string>())));

    [Fact]
    public void Conditions_hold_exactly_when_each_part_does()
    {
        var facts = new StepFacts
        {
            Files = ["src/a.cs"],
            Changed = ["docs/x.md"],
            Values = new Dictionary<string, string> { ["verify"] = "make test", ["health"] = "" },
            Steps = new Dictionary<string, bool> { ["deploy"] = true, ["health"] = false },
        };
        Assert.True(new StepCondition().Holds(facts));
        Assert.True(new StepCondition("src/**", "**/*.md", "verify", "health", "deploy").Holds(facts));
        Assert.All(
            [
                new StepCondition(File: "*.go"), new StepCondition(Changed: "src/**"), new StepCondition(Set: "health"),
                new StepCondition(Set: "none"), new StepCondition(Failed: "deploy"), new StepCondition(Passed: "health"),
                new StepCondition(Failed: "never"), new StepCondition(Passed: "never"),
            ],
            (StepCondition condition) => Assert.False(condition.Holds(facts)));
    }

    [Fact]
    public void What_is_missing_for_success_is_said_in_words()
    {
        var after = new StepFacts { Files = ["a"], Changed = [] };
        Assert.Null(new StepExpectation().Missing(0, "", after));
        Assert.Equal("expected exit code 0; found 2", new StepExpectation().Missing(2, "", after));
        Assert.Null(new StepExpectation(Fails: true).Missing(1, "", after));
        Assert.Equal("expected the command to fail; it exited with 0", new StepExpectation(Fails: true).Missing(0, "", after));
        Assert.Contains("there is none", new StepExpectation(Changed: "**").Missing(null, "", after), StringComparison.Ordinal);
        Assert.Contains("to hold 'ok'", new StepExpectation(Output: "ok").Missing(0, "no", after), StringComparison.Ordinal);
        Assert.Null(new StepExpectation(File: "a").Missing(null, "", after));
    }
}
