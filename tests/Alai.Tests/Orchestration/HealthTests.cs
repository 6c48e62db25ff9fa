using Alai.MissionControl;

namespace Alai.Tests.Orchestration;

/// <summary>What <c>alai status</c> cries about: silence, and work that nothing explains.</summary>
public sealed class HealthTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_heartbeat_for_three_intervals_is_an_alarm_also_when_the_first_never_came()
    {
        await using var factory = new QuietFactory();
        Assert.DoesNotContain(Problems(factory), IsSilence);
        factory.Factory.Health.SchedulerRuns = true;
        factory.Clock.Advance(TimeSpan.FromSeconds(90));
        Assert.DoesNotContain(Problems(factory), IsSilence);
        factory.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains(Problems(factory), problem => problem.StartsWith("no heartbeat for 91 s; expected one every 30 s.", StringComparison.Ordinal));

        await TickAsync(factory);
        Assert.DoesNotContain(Problems(factory), IsSilence);
        factory.Clock.Advance(TimeSpan.FromSeconds(95));
        Assert.Contains(Problems(factory), problem => problem.StartsWith("no heartbeat for 95 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ready_work_that_nothing_explains_is_an_alarm_after_three_ticks()
    {
        await using var factory = new QuietFactory();
        await TickAsync(factory, unclaimed: 2);
        await TickAsync(factory, unclaimed: 2);
        Assert.DoesNotContain(Problems(factory), IsUnclaimed);
        await TickAsync(factory, unclaimed: 4);
        Assert.Contains(Problems(factory), problem => problem.StartsWith("4 ready tasks went unclaimed for 3 ticks with slots free.", StringComparison.Ordinal));
        await TickAsync(factory);
        Assert.DoesNotContain(Problems(factory), IsUnclaimed);
    }

    private static bool IsSilence(string problem) => problem.StartsWith("no heartbeat", StringComparison.Ordinal);

    private static bool IsUnclaimed(string problem) => problem.Contains("went unclaimed", StringComparison.Ordinal);

    private static IReadOnlyList<string> Problems(QuietFactory factory) => factory.Factory.Health.Read().Problems;

    private static Task TickAsync(QuietFactory factory, int unclaimed = 0) =>
        factory.Store.RecordTickAsync(new TickRecord { At = factory.Clock.GetUtcNow(), Unclaimed = unclaimed }, None);
}
