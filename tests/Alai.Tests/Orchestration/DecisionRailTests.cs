using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>A task titled <c>[DECISION] ...</c> is started by no path there is.</summary>
public sealed class DecisionRailTests
{
    private const string Title = "[DECISION] Choose a bank";

    private static readonly Dictionary<string, Func<QuietFactory, TaskId, Task>> Paths = new()
    {
        ["poll"] = (_, _) => Task.CompletedTask,
        ["resume"] = (factory, id) => factory.DoAsync(new ResumeTask(id, "human:anna")),
        ["retry"] = (factory, id) => factory.DoAsync(new RetryTask(id, "human:anna", null)),
        ["retry at another tier"] = (factory, id) => factory.DoAsync(new RetryTask(id, "human:anna", Tier.Human)),
        ["answer"] = (factory, id) => factory.DoAsync(new AnswerQuestion(id, "human:anna", "go on")),
        ["approve with another hash"] = (factory, id) => factory.DoAsync(new ApproveHold(id, "human:anna", new string('0', 64), "yes")),
        ["approve without a hash"] = (factory, id) => factory.DoAsync(new ApproveHold(id, "human:anna", "", "yes")),
        ["approve as the daemon"] = (factory, id) => factory.DoAsync(new ApproveHold(id, "daemon", Hash(factory, id), "yes")),
        ["pause and resume"] = async (factory, id) =>
        {
            await factory.DoAsync(new PauseTask(id, "human:anna", "later"));
            await factory.DoAsync(new ResumeTask(id, "human:anna"));
        },
        ["assign and release"] = async (factory, id) =>
        {
            await factory.DoAsync(new AssignToPerson(id, "human:anna", "human:anna"));
            await factory.DoAsync(new AssignToPerson(id, "human:anna", null));
        },
        ["edit another field"] = (factory, id) => factory.DoAsync(new EditTask(id, "human:anna", null, new TaskEdit { Priority = Priority.Blocker })),
        ["edit the word out"] = (factory, id) => factory.DoAsync(new EditTask(id, "human:anna", null, new TaskEdit { Title = "Choose a bank" })),
        ["cancel and reopen"] = async (factory, id) =>
        {
            await factory.DoAsync(new CancelTask(id, "human:anna", "no"));
            await factory.DoAsync(new ReopenTask(id, "human:anna", "yes"));
        },
        ["approve, then change the text"] = async (factory, id) =>
        {
            await factory.Store.SetHaltAsync(true, "human:anna", "", None);
            await factory.DoAsync(new ApproveHold(id, "human:anna", Hash(factory, id), "yes"));
            await factory.DoAsync(new EditTask(id, "human:anna", null, new TaskEdit { Body = "All of our money." }));
            await factory.Store.SetHaltAsync(false, "human:anna", "", None);
        },
        ["claim past the dispatcher"] = (factory, id) => factory.Store.ClaimAsync(Claim(factory, factory.Reader.Family(id)[1]), None),
        ["claim the root"] = (factory, id) => factory.Store.ClaimAsync(Claim(factory, factory.Reader.Find(id)!), None),
        ["file a stage under it"] = async (factory, id) =>
        {
            var stage = await factory.Store.FileAsync(QuietFactory.Errand("Choose") with { Stage = Stage.Build, Root = id, FirstStage = null }, None);
            if (stage.Task is { } task)
                await factory.Store.ClaimAsync(Claim(factory, task), None);
        },
    };

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Paths.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_path_starts_a_decision(string path)
    {
        await using var factory = new QuietFactory("{ max_runs: 2, person_grace_s: 0 }");
        var filed = await factory.Factory.Filing.FileAsync(
            new FilingRequest { Title = Title, Actor = "human:anna", OneShot = true, Tier = Tier.Human }, None);
        var id = filed.Task!.Id;
        factory.Factory.StartScheduler();

        await Paths[path](factory, id);
        await AnotherTickAsync(factory);

        Assert.All(factory.Reader.Family(id), task => Assert.Empty(factory.Reader.Runs(task.Id)));
        Assert.All(factory.Reader.Family(id), task => Assert.NotEqual(TaskState.Running, task.State));
    }

    [Fact]
    public async Task A_persons_yes_to_exactly_this_text_does_start_it()
    {
        await using var factory = new QuietFactory("{ max_runs: 2, person_grace_s: 0 }");
        var filed = await factory.Factory.Filing.FileAsync(
            new FilingRequest { Title = Title, Actor = "human:anna", OneShot = true, Tier = Tier.Human }, None);
        var id = filed.Task!.Id;
        factory.Factory.StartScheduler();

        var yes = await factory.DoAsync(new ApproveHold(id, "human:anna", Hash(factory, id), "yes"));

        Assert.True(yes.Task is not null, yes.Refusal);
        await QuietFactory.UntilAsync(() => factory.Reader.Family(id).Any(task => factory.Reader.Runs(task.Id).Count > 0), "the approved one ran");
    }

    [Fact]
    public async Task A_child_with_the_word_is_held_whoever_files_it()
    {
        await using var factory = new QuietFactory();
        var (parent, _) = await factory.FileAsync(QuietFactory.Errand());

        // The store is given it as open, as a faulty agent's child would be; the rail meets it at dispatch.
        var child = (await factory.FileAsync(QuietFactory.Errand(Title) with { Filer = "run:7", Parent = parent.Id })).Root;
        factory.Factory.StartScheduler();

        await QuietFactory.UntilAsync(() => factory.Reader.Find(child.Id)!.State == TaskState.Held, "the child was held");
        Assert.Equal(HoldCode.SafetyRule, factory.Reader.Find(child.Id)!.Hold!.Code);
        Assert.All(factory.Reader.Family(child.Id), task => Assert.Empty(factory.Reader.Runs(task.Id)));
    }

    private static string Hash(QuietFactory factory, TaskId id) =>
        factory.Reader.Find(id)!.Text.Hash(factory.Factory.Parts.Now.Rules.Fingerprint);

    private static ClaimRequest Claim(QuietFactory factory, FactoryTask task) => new(
        task.Id, task.Version, factory.Factory.Parts.Owner,
        new Route { Tier = Tier.Human, Company = "codecraft", Role = "builder", Model = "", Executors = ["human-queue"], Reason = "test" });

    // Two, so that one of them began after the path was tried.
    private static async Task AnotherTickAsync(QuietFactory factory)
    {
        for (var i = 0; i < 2; i++)
        {
            var before = factory.Reader.Ticks(1) is [var last] ? last.At : DateTimeOffset.MinValue;
            factory.Clock.Advance(TimeSpan.FromSeconds(31));
            factory.Factory.Wake.Now();
            await QuietFactory.UntilAsync(() => factory.Reader.Ticks(1) is [var next] && next.At > before, "a tick came");
        }
    }
}
