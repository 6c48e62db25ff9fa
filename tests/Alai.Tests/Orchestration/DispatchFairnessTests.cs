using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>However much waits that cannot run, what can run is found, and no tick looks at everything.</summary>
public sealed class DispatchFairnessTests
{
    private const int Waiting = 1200;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_filed_now_is_claimed_past_a_thousand_that_cannot_run()
    {
        await using var factory = await CrowdedAsync();
        factory.Factory.StartScheduler();

        var filed = await factory.Factory.Filing.FileAsync(
            new FilingRequest { Title = "Call the landlord", Actor = "human:anna", OneShot = true, Tier = Tier.Human, Priority = Priority.Low }, None);

        await HeldForPersonAsync(factory, filed.Task!.Id);
        Assert.All(factory.Reader.Ticks(20), tick => Assert.InRange(tick.Seen, 0, 600));
    }

    [Fact]
    public async Task What_waits_behind_a_thousand_that_cannot_run_is_reached_by_later_ticks()
    {
        await using var factory = await CrowdedAsync();
        var (root, _) = await factory.FileAsync(QuietFactory.Errand() with { Priority = Priority.Low });

        factory.Factory.StartScheduler();

        await QuietFactory.UntilAsync(
            () =>
            {
                // The next tick comes by itself before the ordinary thirty seconds.
                factory.Clock.Advance(TimeSpan.FromSeconds(1));
                return factory.Reader.Find(root.Id)!.State == TaskState.Held || IsHumanTier(factory, root.Id);
            },
            "the errand behind them was claimed");
    }

    [Fact]
    public async Task After_a_start_the_whole_list_is_looked_at_without_dawdling()
    {
        await using var factory = await CrowdedAsync();
        var (root, _) = await factory.FileAsync(QuietFactory.Errand() with { Priority = Priority.Low });
        var began = factory.Clock.GetUtcNow();

        factory.Factory.StartScheduler();
        await QuietFactory.UntilAsync(
            () =>
            {
                factory.Clock.Advance(TimeSpan.FromMilliseconds(1));
                return IsHumanTier(factory, root.Id);
            },
            "the errand behind them was claimed");

        // Later looks have two seconds between them.
        Assert.InRange(factory.Clock.GetUtcNow() - began, TimeSpan.Zero, TimeSpan.FromSeconds(1.9));
    }

    [Fact]
    public async Task What_only_lacked_a_slot_is_claimed_when_one_is_free_however_many_stand_before_it()
    {
        await using var factory = new QuietFactory("{ max_runs: 1 }");
        await FillAsync(factory);
        factory.Factory.Parts.Slots.Take(new RunId(999), Tier.Human);
        factory.Factory.StartScheduler();
        await QuietFactory.UntilAsync(() => factory.Reader.Ticks(1).Count == 1, "a tick was written");

        var filed = new List<TaskId>();
        foreach (var number in Enumerable.Range(0, 3))
            filed.Add((await factory.Factory.Filing.FileAsync(new FilingRequest { Title = $"Call door {number}", Actor = "human:anna", OneShot = true, Tier = Tier.Human, Priority = Priority.Low }, None)).Task!.Id);
        await QuietFactory.UntilAsync(() => factory.Reader.Ticks(9).Count > 1, "a tick found all slots in use");
        factory.Factory.Parts.Slots.Free(new RunId(999));
        factory.Factory.Wake.Now();

        // The clock stands still, so no later tick of its own comes to find them.
        await QuietFactory.UntilAsync(() => filed.TrueForAll(root => IsHumanTier(factory, root)), "all three went to a person");
    }

    [Fact]
    public async Task What_a_person_opens_again_is_claimed_however_many_stand_before_it()
    {
        await using var factory = new QuietFactory("{ max_runs: 2, person_grace_s: 0 }");
        await FillAsync(factory);
        var (root, _) = await factory.FileAsync(QuietFactory.Errand() with { Priority = Priority.Low });
        await factory.DoAsync(new PauseTask(root.Id, "human:anna", "not yet"));
        factory.Factory.StartScheduler();
        await QuietFactory.UntilAsync(() => factory.Reader.Ticks(1).Count == 1, "a tick was written");

        await factory.DoAsync(new ResumeTask(root.Id, "human:anna"));

        await QuietFactory.UntilAsync(() => IsHumanTier(factory, root.Id), "it went to a person");
    }

    [Fact]
    public async Task What_was_begun_goes_on_before_the_next_is_begun()
    {
        await using var factory = new QuietFactory();
        var (first, build) = await factory.FileAsync(QuietFactory.Unservable("First"));
        factory.Clock.Advance(TimeSpan.FromMinutes(1));
        var (_, second) = await factory.FileAsync(QuietFactory.Unservable("Second"));
        factory.Clock.Advance(TimeSpan.FromHours(1));

        var review = (await factory.Store.FileAsync(QuietFactory.Unservable("First, reviewed") with { Root = first.Id, Stage = Stage.Review, FirstStage = null }, None)).Task!;
        Assert.Equal([build.Id, review.Id, second.Id], factory.Reader.Ready(factory.Clock.GetUtcNow(), null, 9).Select(task => task.Id));

        // A hold that a person ends does not send it to the end of the line either.
        await factory.DoAsync(new PauseTask(first.Id, "human:anna", "a question"));
        Assert.Equal([second.Id], factory.Reader.Ready(factory.Clock.GetUtcNow(), null, 9).Select(task => task.Id));
        await factory.DoAsync(new ResumeTask(first.Id, "human:anna"));
        Assert.Equal([build.Id, review.Id, second.Id], factory.Reader.Ready(factory.Clock.GetUtcNow(), null, 9).Select(task => task.Id));
    }

    [Fact]
    public async Task A_halted_factory_looks_at_nothing()
    {
        await using var factory = await CrowdedAsync();
        await factory.Store.SetHaltAsync(true, "human:anna", "a walk", None);

        factory.Factory.StartScheduler();
        await QuietFactory.UntilAsync(() => factory.Reader.Ticks(1).Count == 1, "a tick was written");

        Assert.Equal(0, factory.Reader.Ticks(1)[0].Seen);
    }

    private static async Task<QuietFactory> CrowdedAsync()
    {
        var factory = new QuietFactory();
        await FillAsync(factory);
        return factory;
    }

    private static Task FillAsync(QuietFactory factory) =>
        factory.Store.FileManyAsync([.. Enumerable.Range(0, Waiting).Select(i => QuietFactory.Unservable($"Mend footer {i}"))], None);

    private static Task HeldForPersonAsync(QuietFactory factory, TaskId root) =>
        QuietFactory.UntilAsync(() => IsHumanTier(factory, root), $"{root} went to a person");

    private static bool IsHumanTier(QuietFactory factory, TaskId root) =>
        factory.Reader.Family(root).Any(task => task.Hold?.Code == HoldCode.HumanTier);
}
