using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>Each slot of a schedule files once, through the ordinary door, whatever the clock or the daemon does.</summary>
public sealed class SchedulesTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MissedRuns.One, 3, 1)]
    [InlineData(MissedRuns.Skip, 3, 0)]
    [InlineData(MissedRuns.All, 3, 3)]
    [InlineData(MissedRuns.All, 100, 5)]
    public async Task Missed_slots_are_made_up_for_as_the_policy_says(MissedRuns missed, int most, int expected)
    {
        await using var factory = new QuietFactory();
        await AddAsync(factory, "@hourly", missed, most);
        factory.Clock.Advance(TimeSpan.FromHours(5) + TimeSpan.FromMinutes(10));

        await TickAsync(factory);
        await TickAsync(factory);

        Assert.Equal(expected, Filed(factory).Count);
        Assert.Equal(expected, factory.Reader.Fires(1, 100).Count);
        Assert.Equal(QuietFactory.Noon.AddHours(6), factory.Factory.Schedules.NextDue());
        if (missed == MissedRuns.One)
            Assert.Contains("4 missed before it were passed over", factory.Reader.Fires(1, 1)[0].Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_punctual_slot_fires_under_every_policy_and_carries_its_day()
    {
        await using var factory = new QuietFactory();
        await AddAsync(factory, "@hourly", MissedRuns.Skip, title: "Water the plants of {date}");
        factory.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(20));

        await TickAsync(factory);

        var task = Assert.Single(Filed(factory));
        Assert.Equal("Water the plants of 2026-11-23", task.Title);
        Assert.Equal("human:anna", task.Filer);
    }

    [Fact]
    public async Task A_clock_that_goes_back_fires_nothing_twice()
    {
        var clock = new AdjustableClock { Now = QuietFactory.Noon };
        await using var factory = new QuietFactory(time: clock);
        await AddAsync(factory, "@hourly");
        clock.Now += TimeSpan.FromHours(2);
        await TickAsync(factory);
        clock.Now -= TimeSpan.FromHours(24);
        await TickAsync(factory);
        clock.Now += TimeSpan.FromHours(24);
        await TickAsync(factory);

        Assert.Single(Filed(factory));
    }

    [Fact]
    public async Task A_daemon_killed_between_filing_and_noting_files_nothing_twice()
    {
        await using var factory = new QuietFactory();
        await AddAsync(factory, "@hourly");
        factory.Clock.Advance(TimeSpan.FromHours(1));
        var schedule = factory.Reader.Schedules()[0];
        var slot = QuietFactory.Noon.AddHours(1);

        // What the killed one had done: the task with the slot's key, and no row of the slot.
        var key = $"schedule:{schedule.Id}:{schedule.CreatedAt.ToUnixTimeMilliseconds()}:{slot.ToUnixTimeSeconds()}";
        await factory.Factory.Filing.FileAsync(Schedules.Request(schedule) with { Key = key }, None);
        await TickAsync(factory);

        Assert.Equal(Assert.Single(Filed(factory)).Id, factory.Reader.Fires(schedule.Id, 5)[0].Task);
    }

    [Fact]
    public async Task What_it_files_meets_the_safety_rules()
    {
        await using var factory = new QuietFactory();
        await AddAsync(factory, "@hourly", title: "[DECISION] Choose a bank");
        factory.Clock.Advance(TimeSpan.FromHours(1));

        await TickAsync(factory);

        Assert.Equal(HoldCode.SafetyRule, Assert.Single(Filed(factory)).Hold?.Code);
    }

    [Fact]
    public async Task A_schedule_rests_goes_on_from_now_and_goes_away()
    {
        await using var factory = new QuietFactory();
        await AddAsync(factory, "@hourly", MissedRuns.All, 100);
        await factory.Store.ChangeScheduleAsync("plants", ScheduleStep.Pause, "human:anna", None);
        factory.Clock.Advance(TimeSpan.FromHours(5));
        await TickAsync(factory);
        await factory.Store.ChangeScheduleAsync("plants", ScheduleStep.Resume, "human:anna", None);
        await TickAsync(factory);
        Assert.Empty(Filed(factory));
        factory.Clock.Advance(TimeSpan.FromHours(1));
        await TickAsync(factory);
        Assert.Single(Filed(factory));
        await factory.Store.ChangeScheduleAsync("plants", ScheduleStep.Remove, "human:anna", None);
        factory.Clock.Advance(TimeSpan.FromHours(1));
        await TickAsync(factory);

        Assert.Single(Filed(factory));
        Assert.Empty(factory.Reader.Schedules());
        Assert.Null(factory.Factory.Schedules.NextDue());

        // The same name again is another schedule: its slots are its own.
        await AddAsync(factory, "@hourly");
        factory.Clock.Advance(TimeSpan.FromHours(1));
        await TickAsync(factory);
        Assert.Equal(2, Filed(factory).Count);
    }

    [Theory]
    [InlineData("plants", "@hourly", "nothing", "expected a product")]
    [InlineData("Plants!", "@hourly", "", "cannot name a schedule")]
    [InlineData("plants", "61 * * * *", "", "cannot be read")]
    public async Task What_could_never_fire_is_refused_at_once(string name, string cron, string product, string expected)
    {
        await using var factory = new QuietFactory();

        var answer = await factory.Factory.Schedules.AddAsync(Of(name, cron), new FilingRequest { Title = "Water the plants", Actor = "human:anna", Product = product }, None);

        Assert.Null(answer.Schedule);
        Assert.Contains(product.Length > 0 ? product : expected, answer.Refusal, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task AddAsync(QuietFactory factory, string cron, MissedRuns missed = MissedRuns.One, int most = 3, string title = "Water the plants")
    {
        var answer = await factory.Factory.Schedules.AddAsync(
            Of("plants", cron) with { Missed = missed, Most = most }, new FilingRequest { Title = title, Actor = "human:anna", Labels = ["green"] }, None);
        Assert.True(answer.Schedule is not null, answer.Refusal);
    }

    private static Schedule Of(string name, string cron) => new() { Name = name, Cron = cron, Zone = "UTC", Template = "", Actor = "human:anna" };

    private static Task TickAsync(QuietFactory factory) => factory.Factory.Schedules.RunAsync(new Heartbeat(factory.Factory.Parts.Time.GetUtcNow()), None);

    private static IReadOnlyList<FactoryTask> Filed(QuietFactory factory) => factory.Reader.List(new TaskFilter()).Tasks;

    private sealed class AdjustableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
