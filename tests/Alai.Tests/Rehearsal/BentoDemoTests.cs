using Alai.Orchestration;
using Alai.Rehearsal.Bento;

namespace Alai.Tests.Rehearsal;

public sealed class BentoDemoTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_demo_meets_every_expectation_from_the_store()
    {
        var home = Directory.CreateTempSubdirectory("alai-demo-").FullName;
        var environment = new[] { "PATH", "HOME", "LANG" }.ToDictionary(name => name, name => Environment.GetEnvironmentVariable(name) ?? "");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        await using var stage = await DemoStage.SetAsync(
            new FactoryOptions { Home = home, Random = new Random(7), Environment = environment }, limit.Token);

        var result = await new BentoDemo(stage, line => output.WriteLine($"{line.Kind,-7} {line.Task,-4} {line.Text}")).RunAsync(limit.Token);

        Assert.Empty(result.Missed);
    }
}
