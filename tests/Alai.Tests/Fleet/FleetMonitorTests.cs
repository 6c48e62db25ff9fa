using Alai.Fleet;
using Alai.Rehearsal;

namespace Alai.Tests.Fleet;

public sealed class FleetMonitorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_probe_tells_version_models_and_what_is_loaded()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalScript
        {
            Models = [new RehearsalModel { Name = "qwen3:8b" }, new RehearsalModel { Name = "gpt-oss:120b-cloud", RemoteHost = "ollama.com" }],
            Rules = [new RehearsalRule { Answers = [new RehearsalAnswer { Text = "hi" }] }],
        });
        var host = FleetBench.Host(fake);
        await FleetBench.Client.ChatAsync(host, FleetBench.Request(), Token);
        var snapshot = await FleetBench.Monitor(host).ProbeAsync(Token);
        var state = Assert.Single(snapshot.Hosts);
        Assert.True(state.Up, state.Reason);
        Assert.Equal("0.33.3", state.Version);
        var model = state.Find("qwen3:8b")!;
        Assert.Equal(40960, model.ContextLength);
        Assert.Equal(8.2, model.Billions);
        Assert.Contains("tools", model.Capabilities);
        Assert.True(state.HasLoaded(model));
        Assert.Empty(snapshot.Serving("gpt-oss:120b-cloud", localOnly: true));
        Assert.Single(snapshot.Serving("gpt-oss:120b-cloud", localOnly: false));
    }

    [Fact]
    public async Task A_host_that_vanishes_is_down_with_the_reason_and_comes_back()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalAnswer());
        var monitor = FleetBench.Monitor(FleetBench.Host(fake));
        await monitor.ProbeAsync(Token);
        fake.Vanish();
        var down = (await monitor.ProbeAsync(Token)).Hosts[0];
        Assert.False(down.Up);
        Assert.NotEmpty(down.Reason);
        fake.Return();
        Assert.True((await monitor.ProbeAsync(Token)).Hosts[0].Up);
        monitor.MarkDown("local", "broke off");
        Assert.Equal("broke off", monitor.Current.Hosts[0].Reason);
    }

    [Fact]
    public async Task Tiers_are_derived_from_what_is_served()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalScript
        {
            Models =
            [
                new RehearsalModel { Name = "big:32b", Parameters = "32.8B" },
                new RehearsalModel { Name = "nomic-embed-text:latest", Parameters = "137M", Capabilities = ["embedding"] },
                new RehearsalModel { Name = "small:8b", Parameters = "8.2B" },
            ],
        });
        var monitor = FleetBench.Monitor(FleetBench.Host(fake));
        await monitor.ProbeAsync(Token);
        var tiers = monitor.Tiers;
        Assert.True(tiers.Derived);
        Assert.Equal(["small:8b", "big:32b", ""], tiers.Tiers.Select(tier => tier.Setting.Model));
        Assert.Equal([1, 2, 5], tiers.Tiers.Select(tier => tier.Setting.Tier));
        Assert.False(tiers.SameModel);
        Assert.Equal("big:32b", tiers.Nearest(3, paidAllowed: false)!.Setting.Model);
    }

    [Fact]
    public async Task A_configured_model_nobody_serves_is_a_problem_and_no_climb()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalAnswer());
        var monitor = FleetBench.Monitor(FleetBench.Host(fake));
        await monitor.ProbeAsync(Token);
        monitor.Replace(monitor.Options with
        {
            Tiers = [new TierSetting { Tier = 1, Model = "qwen3:8b" }, new TierSetting { Tier = 2, Model = "gone:32b" }, new TierSetting { Tier = 3, Model = "x:1b", Hosts = ["anvil"] }],
        });
        var tiers = monitor.Tiers;
        Assert.True(tiers.Find(1)!.Works);
        Assert.Equal(2, tiers.Problems.Count);
        Assert.Contains("ollama pull gone:32b", tiers.Problems[0], StringComparison.Ordinal);
        Assert.Contains("anvil", tiers.Problems[1], StringComparison.Ordinal);
        Assert.True(tiers.SameModel);
    }

    [Theory]
    [InlineData("32.8B", 32.8)]
    [InlineData("494.03M", 0.49403)]
    [InlineData("", 0)]
    [InlineData("many", 0)]
    public void Parameter_sizes_are_read(string text, double billions) => Assert.Equal(billions, ProbeJson.Billions(text), 6);

    [Theory]
    [InlineData(8, "qwen3:4b")]
    [InlineData(16, "qwen3:8b")]
    [InlineData(256, "qwen3-coder:30b", "gpt-oss:120b")]
    [InlineData(2, "qwen3:1.7b")]
    public void Advice_fits_the_memory(double gb, params string[] models) => Assert.Equal(models, FleetAdvice.Models(gb));
}
