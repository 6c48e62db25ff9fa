using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary><c>alai task why</c> has an answer for every state, every hold and every reason to wait.</summary>
public sealed class WhyTests
{
    private static readonly Dictionary<SkipReason, Func<QuietFactory, Task<TaskId>>> Situations = new()
    {
        [SkipReason.Ready] = async factory => (await factory.FileAsync(QuietFactory.Errand())).Root.Id,
        [SkipReason.Halted] = async factory =>
        {
            await factory.Store.SetHaltAsync(true, "human:anna", "a walk", None);
            return (await factory.FileAsync(QuietFactory.Errand())).Root.Id;
        },
        [SkipReason.BadSettings] = async factory =>
        {
            factory.Factory.Parts.Swap(factory.Factory.Parts.Now with { Guessed = ["alai.yaml is broken"] });
            return (await factory.FileAsync(QuietFactory.Errand())).Root.Id;
        },
        [SkipReason.OutsideHours] = async factory =>
        {
            factory.Clock.Advance(TimeSpan.FromHours(9));
            return (await factory.FileAsync(QuietFactory.Errand())).Root.Id;
        },
        [SkipReason.DiskFull] = async factory =>
        {
            factory.Disk = new DiskSpace(1 << 20, 200L << 30);
            return (await factory.FileAsync(QuietFactory.Errand())).Root.Id;
        },
        [SkipReason.Dependency] = async factory =>
        {
            var first = (await factory.FileAsync(QuietFactory.Errand())).Root.Id;
            return (await factory.FileAsync(QuietFactory.Errand("Then move in") with { After = [first] })).Root.Id;
        },
        [SkipReason.InPipeline] = async factory =>
        {
            var (root, stage) = await factory.FileAsync(QuietFactory.Errand());
            await factory.ClaimAsync(stage);
            return root.Id;
        },
        [SkipReason.BackOff] = factory => GivenBackAsync(factory, "the model host went away"),
        [SkipReason.Quota] = factory => GivenBackAsync(factory, "quota of the provider is used up"),
        [SkipReason.ModelMissing] = async factory => (await factory.FileAsync(QuietFactory.Unservable())).Root.Id,
        [SkipReason.NoCapacity] = async factory =>
        {
            factory.Factory.Parts.Slots.Take(new RunId(1001), Tier.Human);
            factory.Factory.Parts.Slots.Take(new RunId(1002), Tier.Human);
            return (await factory.FileAsync(QuietFactory.Errand())).Root.Id;
        },
        [SkipReason.PersonWorking] = async factory =>
        {
            var (root, _) = await factory.FileAsync(QuietFactory.Errand());
            await factory.DoAsync(new StartByPerson(root.Id, "human:anna"));
            return root.Id;
        },
        [SkipReason.Grace] = async factory =>
        {
            var (root, _) = await factory.FileAsync(QuietFactory.Errand());
            await factory.DoAsync(new EditTask(root.Id, "human:anna", null, new TaskEdit { Priority = Priority.High }));
            return root.Id;
        },
        // Filed under older rules: the row is open, the rules of today hold it.
        [SkipReason.SafetyRule] = async factory => (await factory.FileAsync(QuietFactory.Errand("[DECISION] Choose a bank"))).Root.Id,
        [SkipReason.NoRoute] = async factory => (await factory.FileAsync(QuietFactory.Errand() with { Company = "gone" })).Root.Id,
        [SkipReason.NoDaemon] = async factory =>
        {
            factory.Factory.Health.SchedulerRuns = false;
            return (await factory.FileAsync(QuietFactory.Errand())).Root.Id;
        },
    };

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public static TheoryData<SkipReason> Reasons => [.. Enum.GetValues<SkipReason>()];

    public static TheoryData<HoldCode> Holds => [.. Enum.GetValues<HoldCode>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Every_reason_to_wait_is_told(SkipReason reason)
    {
        await using var factory = new QuietFactory("{ max_runs: 2, hours: \"mon-fri 08:00-20:00\" }");
        factory.Factory.Health.SchedulerRuns = true;

        var id = await Situations[reason](factory);

        var why = factory.Factory.Why.Explain(id)!;
        Assert.Equal(SnakeWord<SkipReason>.Of(reason), why.Reason);
        Assert.EndsWith(".", why.Sentence, StringComparison.Ordinal);
        Assert.True(reason == SkipReason.PersonWorking || !char.IsLower(why.Sentence[0]), why.Sentence);
        if (reason is SkipReason.OutsideHours)
            Assert.Contains("orchestrator.hours in alai.yaml", why.NextStep, StringComparison.Ordinal);
        if (reason is SkipReason.Grace)
            Assert.Contains($"alai task assign {id.Value} --factory", why.NextStep, StringComparison.Ordinal);
        if (reason is SkipReason.ModelMissing)
            Assert.Contains("Tier 1: ", why.Sentence, StringComparison.Ordinal);
        Assert.Equal(id, why.Task.Id);
    }

    [Theory]
    [MemberData(nameof(Holds))]
    public async Task Every_hold_is_told_with_a_way_out(HoldCode code)
    {
        await using var factory = new QuietFactory();
        var (root, _) = await factory.FileAsync(QuietFactory.Errand() with { Hold = new Hold(code, "Somebody has to look at the drawer.") });

        var why = factory.Factory.Why.Explain(root.Id)!;

        Assert.Equal(SnakeWord<HoldCode>.Of(code), why.Reason);
        Assert.Contains("drawer", why.Sentence, StringComparison.Ordinal);
        Assert.Contains("alai ", why.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_a_slot_is_told_its_place_in_line()
    {
        await using var factory = new QuietFactory("{ max_runs: 1 }");
        factory.Factory.Health.SchedulerRuns = true;
        factory.Factory.Parts.Slots.Take(new RunId(1001), Tier.Human);
        var later = (await factory.FileAsync(QuietFactory.Errand("Later"))).Root;
        await factory.FileAsync(QuietFactory.Errand("Held") with { Hold = new Hold(HoldCode.Question, "which one?") });
        var urgent = (await factory.FileAsync(QuietFactory.Errand("Now") with { Priority = Priority.Blocker })).Root;
        string First(FactoryTask root) => factory.Factory.Why.Explain(root.Id)!.Facts[0];

        Assert.Equal("it is the next in line", First(urgent));
        Assert.StartsWith("one other stands before it in line", First(later), StringComparison.Ordinal);
        await factory.Store.FileManyAsync([.. Enumerable.Range(0, 300).Select(i => QuietFactory.Unservable($"Mend door {i}") with { Priority = Priority.High })], None);
        Assert.StartsWith("more than 200 stand before it in line", First(later), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_done_and_cancelled_are_told()
    {
        await using var factory = new QuietFactory();
        var (first, stage) = await factory.FileAsync(QuietFactory.Errand());
        await factory.ClaimAsync(stage);
        var (second, _) = await factory.FileAsync(QuietFactory.Errand("Pay the rent"));
        var (third, _) = await factory.FileAsync(QuietFactory.Errand("Buy a boat"));
        await factory.DoAsync(new FinishByPerson(second.Id, "human:anna", "paid until May", Force: false));
        await factory.DoAsync(new CancelTask(third.Id, "human:anna", "too dear"));

        Assert.Equal("running", factory.Factory.Why.Explain(stage.Id)!.Reason);
        Assert.StartsWith("In pipeline: SINGLE", factory.Factory.Why.Explain(first.Id)!.Sentence, StringComparison.Ordinal);
        Assert.Contains("paid until May", factory.Factory.Why.Explain(second.Id)!.Sentence, StringComparison.Ordinal);
        Assert.Contains("too dear", factory.Factory.Why.Explain(third.Id)!.Sentence, StringComparison.Ordinal);
        Assert.Contains("reopen", factory.Factory.Why.Explain(third.Id)!.NextStep, StringComparison.Ordinal);
        Assert.Null(factory.Factory.Why.Explain(new TaskId(999)));
    }

    private static async Task<TaskId> GivenBackAsync(QuietFactory factory, string reason)
    {
        var (root, stage) = await factory.FileAsync(QuietFactory.Errand());
        var key = await factory.ClaimAsync(stage);
        await factory.Store.GiveBackAsync(key, new GiveBack(reason, factory.Clock.GetUtcNow() + TimeSpan.FromMinutes(3)), None);
        return root.Id;
    }
}
