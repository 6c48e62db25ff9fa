using Alai.Kills;

namespace Alai.EndToEnd;

/// <summary>Some of the deaths of <c>./bench kills</c>, which dies before and after each statement of stages' ends and of a landing.</summary>
public sealed class KilledAtStatementsTests
{
    [Fact]
    public async Task Killed_before_or_after_any_statement_of_a_stages_end_or_a_landing_nothing_is_lost_or_twice()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        var sweep = new KillSweep(factory.Folder, TheFactory.Alaid, TestContext.Current.CancellationToken);

        // A dead run waits ten seconds before the next: a landing does not.
        var tries = await sweep.RunAsync(lanes: 4, window => window.Name == "landing" ? 5 : 2);

        Assert.Empty(sweep.Undisturbed);
        Assert.All(sweep.Recorded, one => Assert.Contains("before COMMIT#1", one.Steps));
        Assert.Equal(11, tries.Count);
        Assert.All(tries, one => Assert.True(one.Killed, $"{one}"));
        var wrong = tries.Where(one => one.Faults.Count > 0).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
