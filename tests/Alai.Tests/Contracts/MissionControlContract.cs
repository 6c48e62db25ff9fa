using Alai.MissionControl;
using Alai.Tasks;
using Alai.Tests.MissionControl;
using Microsoft.Extensions.Time.Testing;

namespace Alai.Tests.Contracts;

/// <summary>What every Mission Control promises, whatever it is built on: filing, claiming, applying. More in the files beside.</summary>
public abstract partial class MissionControlContract : IDisposable
{
    private protected abstract IMissionControl Control { get; }

    private protected abstract IMissionControlReader Reader { get; }

    private protected abstract FakeTimeProvider Clock { get; }

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public abstract void Dispose();

    [Fact]
    public async Task A_filed_root_comes_with_its_first_stage()
    {
        var answer = await Control.FileAsync(Sample.Root(), None);

        Assert.True(answer.IsNew);
        var family = Reader.Family(answer.Task!.Id);
        Assert.Equal([TaskState.Open, TaskState.Open], family.Select(task => task.State));
        Assert.Equal([null, Stage.Build], family.Select(task => task.Lineage.Stage));
        var stage = Reader.Find(family[1].Id)!;
        Assert.Equal("[BENTO-BUILD] Add a menu", stage.Title);
        Assert.Equal("With prices.", stage.Body);
        Assert.Equal(["it lists three dishes"], stage.Criteria);
        Assert.Equal(["web"], stage.Labels);
        Assert.Equal("bento", stage.Product);
        Assert.Equal(26, stage.Uid.Length);
        Assert.Equal(["filed", "filed"], Reader.Events(answer.Task.Id, 0, 10).Select(e => e.Kind));
    }

    [Fact]
    public async Task A_second_filing_with_the_same_key_finds_the_first()
    {
        var first = await Control.FileAsync(Sample.Root() with { IdempotencyKey = "k" }, None);
        var second = await Control.FileAsync(Sample.Root("Another") with { IdempotencyKey = "k" }, None);

        Assert.False(second.IsNew);
        Assert.Equal(first.Task!.Id, second.Task!.Id);
        Assert.Equal("Add a menu", second.Task.Title);
    }

    [Theory]
    [InlineData("   ")]
    [InlineData("\u202e\u200b \t")]
    public async Task A_title_that_shows_nothing_is_refused(string title)
    {
        var answer = await Control.FileAsync(Sample.Root(title), None);
        Assert.Null(answer.Task);
        Assert.Contains("title is empty", answer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_keeps_no_control_or_direction_characters()
    {
        var answer = await Control.FileAsync(Sample.Root("Add\na\u202e menu\u0007"), None);
        Assert.Equal("Add a menu", answer.Task!.Title);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_comes_back_whole()
    {
        var body = string.Concat(Enumerable.Repeat("Ærlig 🍣 ", 100_000));
        var answer = await Control.FileAsync(Sample.Root() with { Body = body }, None);
        Assert.Equal(body, Reader.Find(answer.Task!.Id)!.Body);
    }

    [Fact]
    public async Task Filing_under_an_unknown_root_or_after_an_unknown_task_is_refused()
    {
        var stage = await Control.FileAsync(Sample.StageUnder(new TaskId(99), Stage.Review), None);
        Assert.Contains("no task #99", stage.Refusal, StringComparison.Ordinal);
        var after = await Control.FileAsync(Sample.Root() with { After = [new TaskId(98)] }, None);
        Assert.Contains("no task #98", after.Refusal, StringComparison.Ordinal);
        Assert.Equal(0, Reader.LastSequence());
    }

    [Fact]
    public async Task Filing_many_is_all_or_none()
    {
        var answers = await Control.FileManyAsync([Sample.Root(), Sample.Root(" "), Sample.Root("Third")], None);
        Assert.All(answers, answer => Assert.NotNull(answer.Refusal));
        Assert.Empty(Reader.List(new TaskFilter()).Tasks);
        var good = await Control.FileManyAsync([Sample.Root(), Sample.Root("Second")], None);
        Assert.All(good, answer => Assert.True(answer.IsNew));
    }

    [Fact]
    public async Task Children_of_a_root_have_a_cap()
    {
        var root = (await Control.FileAsync(Sample.Root(), None)).Task!;
        FilingAnswer last = new(null, false, null);
        for (var i = 0; i < 30; i++)
            last = await Control.FileAsync(Sample.StageUnder(root.Id, Stage.Review), None);
        Assert.Contains("at most 24", last.Refusal, StringComparison.Ordinal);
        Assert.Equal(25, Reader.Family(root.Id).Count);
    }

    [Fact]
    public async Task Follow_ups_of_follow_ups_end_at_the_third_generation()
    {
        var parent = (await Control.FileAsync(Sample.Root(), None)).Task!.Id;
        for (var i = 0; i < 3; i++)
            parent = (await Control.FileAsync(Sample.Root() with { Parent = parent }, None)).Task!.Id;
        var answer = await Control.FileAsync(Sample.Root() with { Parent = parent }, None);
        Assert.Contains("generations", answer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_makes_a_run_and_happens_once()
    {
        var stage = await FiledStage();
        var first = await Control.ClaimAsync(Sample.Claim(stage), None);
        var second = await Control.ClaimAsync(Sample.Claim(stage, "boot:2:2:def"), None);

        var claimed = Reader.Find(stage.Id)!;
        Assert.Equal(TaskState.Running, claimed.State);
        Assert.Equal(("codecraft", 1), (claimed.Company, claimed.Progress.Tier));
        Assert.Contains("is running", second.Refusal, StringComparison.Ordinal);
        var run = Assert.Single(Reader.OpenRuns());
        Assert.Equal(first.Key, run.Key);
        Assert.Equal("qwen3:8b", run.Route.Model);
        Assert.Equal([Sample.Owner], Reader.RunOwners());
    }

    [Fact]
    public async Task A_claim_is_refused_in_words_for_every_condition()
    {
        var stage = await FiledStage();
        var root = stage.Lineage.Root;
        Assert.Contains("is a root", await Refusal(Reader.Find(root)!), StringComparison.Ordinal);
        Assert.Contains("changed since", await Refusal(stage with { Version = stage.Version + 5 }), StringComparison.Ordinal);
        Assert.Contains("no task", await Refusal(stage with { Id = new TaskId(77) }), StringComparison.Ordinal);

        await Control.SetHaltAsync(true, "human:anna", "lunch", None);
        Assert.Contains("halted by human:anna: lunch", await Refusal(stage), StringComparison.Ordinal);
        Assert.True(Reader.Halt().Halted);
        await Control.SetHaltAsync(false, "human:anna", "", None);

        await Control.ChangeAsync(new StartByPerson(root, "human:bo"), None);
        Assert.Contains("human:bo is working", await Refusal(stage), StringComparison.Ordinal);
        await Control.ChangeAsync(new AssignToPerson(root, "human:bo", null), None);

        await Control.ChangeAsync(new PauseTask(root, "human:anna", "wait"), None);
        Assert.Contains("is held (paused)", await Refusal(stage), StringComparison.Ordinal);
        await Control.ChangeAsync(new ResumeTask(root, "human:anna"), None);
        Assert.NotNull((await Control.ClaimAsync(Sample.Claim(Reader.Find(stage.Id)!), None)).Key);
    }

    [Fact]
    public async Task A_dependency_keeps_a_task_until_it_is_done()
    {
        var first = await FiledStage();
        var second = await FiledStage(Sample.Root("Second") with { After = [first.Lineage.Root] });
        Assert.Contains($"waits for {first.Lineage.Root}", await Refusal(second), StringComparison.Ordinal);
        Assert.Equal([first.Lineage.Root], Reader.Unmet(second.Lineage.Root).Select(task => task.Id));
        Assert.Equal([first.Id], Reader.Ready(Clock.GetUtcNow(), null, 10).Select(task => task.Id));

        await Control.ChangeAsync(new FinishByPerson(first.Lineage.Root, "human:anna", "did it", false), None);
        Assert.Equal([second.Id], Reader.Ready(Clock.GetUtcNow(), null, 10).Select(task => task.Id));
        Assert.NotNull((await Control.ClaimAsync(Sample.Claim(second), None)).Key);
    }

    [Fact]
    public async Task A_cancelled_dependency_holds_who_waits_and_resume_goes_on_without()
    {
        var first = await FiledStage();
        var second = await FiledStage(Sample.Root("Second") with { After = [first.Lineage.Root] });
        await Control.ChangeAsync(new CancelTask(first.Lineage.Root, "human:anna", "no"), None);

        var held = Assert.Single(Reader.Inbox(10));
        Assert.Equal((second.Lineage.Root, HoldCode.Blocked), (held.Id, held.Hold!.Code));
        await Control.ChangeAsync(new ResumeTask(held.Id, "human:anna"), None);
        Assert.Empty(Reader.Unmet(held.Id));
        Assert.NotNull((await Control.ClaimAsync(Sample.Claim(Reader.Find(second.Id)!), None)).Key);
    }

    [Fact]
    public async Task A_cycle_is_refused_by_name()
    {
        var a = (await FiledStage()).Lineage.Root;
        var b = (await FiledStage(Sample.Root("B") with { After = [a] })).Lineage.Root;
        var c = (await FiledStage(Sample.Root("C") with { After = [b] })).Lineage.Root;
        var answer = await Control.ChangeAsync(new EditTask(a, "human:anna", null, new TaskEdit { After = [c] }), None);
        Assert.Contains($"{a} -> {c} -> {b} -> {a}", answer.Refusal, StringComparison.Ordinal);
        Assert.Empty(Reader.Find(a)!.After);
    }

    [Fact]
    public async Task A_verified_run_ends_the_stage_and_files_the_next_in_one_go()
    {
        var (stage, key) = await Claimed();
        var answer = await Control.ApplyAsync(Sample.Verified(key) with
        {
            Children = [Sample.StageUnder(stage.Lineage.Root, Stage.Review) with { Input = "{\"branch\":\"alai/1\"}" }],
            Root = new TaskMove { To = TaskState.Open, Branch = "alai/1", ArtefactHash = "tree1" },
            Outbox = [new OutboxItem("hive", "lesson-1", "{}")],
        }, None);

        Assert.False(answer.IsStale);
        Assert.Equal(TaskState.Done, Reader.Find(key.Task)!.State);
        var review = Assert.Single(answer.Filed);
        Assert.Equal("{\"branch\":\"alai/1\"}", Reader.Input(review.Id));
        Assert.Equal("tree1", Reader.Find(stage.Lineage.Root)!.ArtefactHash);
        Assert.Single(Reader.OutboxDue(Clock.GetUtcNow(), 10));
        var run = Reader.FindRun(key.Run)!;
        Assert.Equal((RunOutcome.Verified, "tree1", 15L), (run.Outcome, run.ArtefactHash, run.Figures.TokensIn + run.Figures.TokensOut));
        Assert.True(Assert.Single(run.Checks).Passed);
        Assert.Empty(Reader.OpenRuns());
    }

    [Fact]
    public async Task A_second_result_of_the_same_run_changes_nothing()
    {
        var (_, key) = await Claimed();
        await Control.ApplyAsync(Sample.Verified(key), None);
        var before = Reader.Find(key.Task)!;
        var late = await Control.ApplyAsync(Sample.Failed(key, RunOutcome.Crashed, new TaskMove { To = TaskState.Open }), None);

        Assert.True(late.IsStale);
        Assert.Equal(before, Reader.Find(key.Task)! with { Labels = before.Labels, Criteria = before.Criteria, After = before.After });
        Assert.Equal("stale", Reader.Events(null, 0, 100)[^1].Kind);
        Assert.Equal(RunOutcome.Verified, Reader.FindRun(key.Run)!.Outcome);
    }

    [Fact]
    public async Task A_wrong_fence_or_owner_is_stale_everywhere()
    {
        var (_, key) = await Claimed();
        foreach (var wrong in new[] { key with { Fence = key.Fence + 1 }, key with { Fence = key.Fence - 1 }, key with { Owner = "boot:9:9:zzz" } })
        {
            Assert.Equal(PulseAnswer.Stale, await Control.PulseAsync(wrong, new RunPulse("agent", ""), None));
            Assert.False(await Control.GiveBackAsync(wrong, new GiveBack("no slot"), None));
            Assert.True((await Control.ApplyAsync(Sample.Verified(wrong), None)).IsStale);
            Assert.Null(await Control.ReserveAsync(wrong, 0, None));
        }

        Assert.Equal(TaskState.Running, Reader.Find(key.Task)!.State);
        Assert.Equal(PulseAnswer.Continue, await Control.PulseAsync(key, new RunPulse("agent", "step 1", "/w", "12:34"), None));
        var run = Reader.FindRun(key.Run)!;
        Assert.Equal(("agent", "step 1", "/w", "12:34"), (run.Phase, run.Note, run.Workspace, run.Processes));
    }

    [Fact]
    public async Task An_illegal_move_names_both_states_and_changes_nothing()
    {
        var (_, key) = await Claimed();
        var sequence = Reader.LastSequence();
        var problem = await Assert.ThrowsAsync<FactoryException>(() =>
            Control.ApplyAsync(Sample.Verified(key) with { Move = new TaskMove { To = TaskState.Cancelled } }, None));
        Assert.Contains("is running and cannot become cancelled", problem.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<FactoryException>(() =>
            Control.ApplyAsync(Sample.Verified(key) with { Move = new TaskMove { To = TaskState.Held } }, None));
        Assert.Equal(sequence, Reader.LastSequence());
        Assert.False((await Control.ApplyAsync(Sample.Verified(key), None)).IsStale);
    }

    [Fact]
    public async Task Attempts_escalations_and_transients_are_counted_by_what_happened()
    {
        var stage = await FiledStage();
        foreach (var outcome in new[] { RunOutcome.Stalled, RunOutcome.Stalled, RunOutcome.VerifyFailed, RunOutcome.ModelUnavailable })
        {
            var key = (await Control.ClaimAsync(Sample.Claim(Reader.Find(stage.Id)!), None)).Key!.Value;
            await Control.ApplyAsync(Sample.Failed(key, outcome, new TaskMove { To = TaskState.Open, LastFailure = "x" }) with { CountsEscalation = outcome == RunOutcome.VerifyFailed }, None);
        }

        var progress = Reader.Find(stage.Id)!.Progress;
        Assert.Equal((1, 1, 1, "x"), (progress.Attempts, progress.Escalations, progress.TransientsInARow, progress.LastFailure));
    }

    [Fact]
    public async Task A_waiting_task_is_claimed_when_its_time_has_come()
    {
        var (stage, key) = await Claimed();
        var later = Clock.GetUtcNow().AddMinutes(2);
        await Control.ApplyAsync(Sample.Failed(key, RunOutcome.Stalled, new TaskMove { To = TaskState.Open, RunAt = later, WaitReason = "stalled" }), None);

        Assert.Empty(Reader.Ready(Clock.GetUtcNow(), null, 10));
        Assert.Equal(later, Reader.NextWake(Clock.GetUtcNow()));
        Assert.Equal((1, 0), (Reader.CountLater(Clock.GetUtcNow(), 500), Reader.CountLater(Clock.GetUtcNow(), 0)));
        Assert.Contains("waits until", await Refusal(Reader.Find(stage.Id)!), StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Single(Reader.Ready(Clock.GetUtcNow(), null, 10));
        Assert.Null(Reader.NextWake(Clock.GetUtcNow()));
        Assert.Equal(0, Reader.CountLater(Clock.GetUtcNow(), 500));
    }

    [Fact]
    public async Task A_claim_given_back_counts_nothing()
    {
        var (stage, key) = await Claimed();
        Assert.True(await Control.GiveBackAsync(key, new GiveBack("no slot", Tier: 3, Classification: Sample.Classification with { Complexity = 4 }), None));
        var task = Reader.Find(stage.Id)!;
        Assert.Equal((TaskState.Open, 0, 3, 4), (task.State, task.Progress.Attempts, task.Progress.Tier, task.Classification.Complexity));
        var run = Assert.Single(Reader.Runs(stage.Id));
        Assert.Null(run.Outcome);
        Assert.NotNull(run.EndedAt);
    }

    [Fact]
    public async Task A_dead_workers_runs_are_given_back_once()
    {
        var (stage, key) = await Claimed();
        await Control.PulseAsync(key, new RunPulse("agent", "", "/w", "77:1"), None);
        var orphans = await Control.SettleDeadAsync(Sample.Owner, None);
        Assert.Equal(new OrphanRun(key, "/w", "77:1"), Assert.Single(orphans));
        Assert.Empty(await Control.SettleDeadAsync(Sample.Owner, None));

        var task = Reader.Find(stage.Id)!;
        Assert.Equal((TaskState.Open, 0, 1), (task.State, task.Progress.Attempts, task.Progress.TransientsInARow));
        Assert.Equal(Clock.GetUtcNow().AddSeconds(10), task.Progress.RunAt);
        Assert.True((await Control.ApplyAsync(Sample.Verified(key), None)).IsStale);
        Assert.Equal(RunOutcome.LostWorker, Reader.FindRun(key.Run)!.Outcome);
    }

    [Fact]
    public async Task A_task_that_kills_its_worker_three_times_is_held()
    {
        var stage = await FiledStage();
        for (var i = 0; i < 3; i++)
        {
            Assert.NotNull((await Control.ClaimAsync(Sample.Claim(Reader.Find(stage.Id)!), None)).Key);
            await Control.SettleDeadAsync(Sample.Owner, None);
            Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(HoldCode.OutcomeUnknown, Reader.Find(stage.Id)!.Hold!.Code);
        await Control.ChangeAsync(new RetryTask(stage.Lineage.Root, "human:anna", 2), None);
        var task = Reader.Find(stage.Id)!;
        Assert.Equal((TaskState.Open, 0, 2), (task.State, task.Progress.TransientsInARow, task.Progress.Tier));
    }

    private protected async Task<FactoryTask> FiledStage(NewTask? root = null)
    {
        var filed = await Control.FileAsync(root ?? Sample.Root(), None);
        Assert.Null(filed.Refusal);
        return Reader.Find(Reader.Family(filed.Task!.Id)[1].Id)!;
    }

    private protected async Task<(FactoryTask Stage, RunKey Key)> Claimed(NewTask? root = null)
    {
        var stage = await FiledStage(root);
        var claim = await Control.ClaimAsync(Sample.Claim(stage), None);
        Assert.Null(claim.Refusal);
        return (Reader.Find(stage.Id)!, claim.Key!.Value);
    }

    private protected async Task<string> Refusal(FactoryTask stage)
    {
        var answer = await Control.ClaimAsync(Sample.Claim(stage), None);
        Assert.Null(answer.Key);
        return answer.Refusal!;
    }
}
