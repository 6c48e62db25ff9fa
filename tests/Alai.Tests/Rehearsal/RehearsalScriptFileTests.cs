using Alai.Rehearsal;
using Alai.Tasks;
using Alai.Tests.Fleet;

namespace Alai.Tests.Rehearsal;

public sealed class RehearsalScriptFileTests
{
    private const string Yaml = """
        models:
          - { name: "qwen3:8b", parameters: "8.2B" }
        rules:
          - when: { system: careful, turn: 1 }
            answers:
              - { scenario: calls, calls: [ { tool: write_file, args: { path: a.txt, content: "1\n" } } ] }
          - answers: [ { text: "Hi." }, { scenario: slow_drip, delay_ms: 1, text: "there" } ]
        """;

    [Fact]
    public void A_script_is_read_from_yaml_and_survives_writing()
    {
        var script = RehearsalScriptFile.Parse(Yaml, "script.yaml");
        Assert.Equal(Scenario.Calls, script.Rules[0].Answers[0].Scenario);
        Assert.Equal("1\n", script.Rules[0].Answers[0].Calls[0].Args.GetProperty("content").GetString());
        var again = RehearsalScriptFile.Parse(RehearsalScriptFile.Write(script), "script.json");
        Assert.Equal(script.Rules[1].Answers[1].DelayMs, again.Rules[1].Answers[1].DelayMs);
        Assert.Equal(RehearsalScriptFile.Write(script), RehearsalScriptFile.Write(again));
    }

    [Theory]
    [InlineData("models: [ { nmae: x } ]")]
    [InlineData("rules: [ { answers: [ { scenario: dance } ] } ]")]
    [InlineData("rules: [ { when: {} } ]")]
    [InlineData("")]
    public void A_wrong_script_says_so(string text) => Assert.Throws<FactoryException>(() => RehearsalScriptFile.Parse(text, "script.yaml"));

    [Fact]
    public async Task A_careless_request_is_refused_and_remembered()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalAnswer { Text = "x" });
        using var content = new StringContent("""{"model":"qwen3:8b","messages":[{"role":"tool","content":{}}]}""");
        var response = await FleetBench.Http.PostAsync(new Uri(fake.Url, "/api/chat"), content, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(fake.Problems, problem => problem.StartsWith("options.num_ctx", StringComparison.Ordinal));
        Assert.Contains(fake.Problems, problem => problem.Contains("tool_name", StringComparison.Ordinal));
    }
}
