using Alai.MissionControl;
using Alai.Tasks;
using Alai.Tests.MissionControl;

namespace Alai.Tests.Contracts;

/// <summary>What people may ask, and the rails.</summary>
public abstract partial class MissionControlContract
{
    private const string Anna = "human:anna";

    private static Hold Rail => new(HoldCode.SafetyRule, "rule 'CEO' matched \"CEO\" in the title");

    [Fact]
    public async Task Pausing_a_running_stage_takes_its_run_away_at_once()
    {
        var (stage, key) = await Claimed();
        var answer = await Control.ChangeAsync(new PauseTask(stage.Lineage.Root, Anna, "wait for Bo"), None);

        Assert.Equal(TaskState.Held, answer.Task!.State);
        Assert.Equal((TaskState.Held, HoldCode.Paused), (Reader.Find(stage.Id)!.State, Reader.Find(stage.Id)!.Hold!.Code));
        Assert.Equal(PulseAnswer.Stop, await Control.PulseAsync(key, new RunPulse("agent", ""), None));
        Assert.True((await Control.ApplyAsync(Sample.Verified(key), None)).IsStale);
        Assert.Equal(TaskState.Held, Reader.Find(stage.Id)!.State);
        Assert.Equal(RunOutcome.Cancelled, Reader.FindRun(key.Run)!.Outcome);

        await Control.ChangeAsync(new ResumeTask(stage.Id, Anna), None);
        Assert.NotNull((await Control.ClaimAsync(Sample.Claim(Reader.Find(stage.Id)!), None)).Key);
    }

    [Fact]
    public async Task A_late_verified_never_wakes_a_cancelled_task()
    {
        var (stage, key) = await Claimed();
        await Control.ChangeAsync(new CancelTask(stage.Id, Anna, "not needed"), None);
        Assert.True((await Control.ApplyAsync(Sample.Verified(key), None)).IsStale);
        Assert.All(Reader.Family(stage.Lineage.Root), task => Assert.Equal(TaskState.Cancelled, task.State));
        Assert.Equal("not needed", Reader.Find(stage.Lineage.Root)!.Outcome);
    }

    [Fact]
    public async Task A_held_root_says_which_verb_lifts_it()
    {
        var root = (await Control.FileAsync(Sample.Root() with { Hold = Rail, Sensitivity = 2 }, None)).Task!.Id;
        var answer = await Control.ChangeAsync(new ResumeTask(root, Anna), None);
        Assert.Null(answer.Task);
        Assert.Equal(
            $"{root} is held by safety_rule (rule 'CEO' matched \"CEO\" in the title): use `alai inbox approve {root.Value}`, or `alai task start {root.Value}` to do it yourself",
            answer.Refusal);
        Assert.Contains("alai inbox approve", (await Control.ChangeAsync(new RetryTask(root, Anna, null), None)).Refusal, StringComparison.Ordinal);
        Assert.Contains("no task #55", (await Control.ChangeAsync(new ResumeTask(new TaskId(55), Anna), None)).Refusal, StringComparison.Ordinal);
        Assert.Contains("is no person", (await Control.ChangeAsync(new CancelTask(root, "daemon", ""), None)).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sensitive_task_is_never_claimed_without_approval_and_an_edit_voids_it()
    {
        var stage = await FiledStage(Sample.Root() with { Hold = Rail, Sensitivity = 2 });
        var root = Reader.Find(stage.Lineage.Root)!;
        Assert.Equal(2, stage.Sensitivity);
        Assert.Contains("is held (safety_rule)", await Refusal(stage), StringComparison.Ordinal);

        var hash = root.Text.Hash("rules1");
        await Control.ChangeAsync(new ApproveHold(root.Id, Anna, hash, "fine"), None);
        var approved = Reader.Find(stage.Id)!;
        Assert.Equal((hash, Anna), (approved.Approval!.SubjectHash, approved.Approval.By));
        Assert.Equal(TaskState.Open, Reader.Find(root.Id)!.State);
        var key = (await Control.ClaimAsync(Sample.Claim(approved), None)).Key!.Value;

        await Control.ChangeAsync(new EditTask(root.Id, Anna, null, new TaskEdit { Body = "Now do something else." }), None);
        Assert.Equal(PulseAnswer.Stop, await Control.PulseAsync(key, new RunPulse("agent", ""), None));
        Assert.Null(Reader.Find(stage.Id)!.Approval);
        Assert.Equal((TaskState.Held, HoldCode.SafetyRule), (Reader.Find(root.Id)!.State, Reader.Find(root.Id)!.Hold!.Code));
        Assert.Contains("is held (safety_rule)", await Refusal(Reader.Find(stage.Id)!), StringComparison.Ordinal);
        Assert.Empty(Reader.Ready(Clock.GetUtcNow(), null, 10));
    }

    [Fact]
    public async Task Editing_an_open_task_into_a_sensitive_one_stops_and_holds_it()
    {
        var (stage, key) = await Claimed();
        await Control.ChangeAsync(
            new EditTask(stage.Lineage.Root, Anna, null, new TaskEdit { Title = "[DECISION] Add a menu", Sensitivity = 2, Hold = Rail }), None);
        Assert.Equal(PulseAnswer.Stop, await Control.PulseAsync(key, new RunPulse("agent", ""), None));
        var now = Reader.Find(stage.Id)!;
        Assert.Equal((2, "[BENTO-BUILD] [DECISION] Add a menu"), (now.Sensitivity, now.Title));
        Assert.Contains("is held (safety_rule)", await Refusal(now), StringComparison.Ordinal);

        await Control.ChangeAsync(new EditTask(stage.Lineage.Root, Anna, null, new TaskEdit { Title = "Harmless", Sensitivity = 0 }), None);
        Assert.Equal(2, Reader.Find(stage.Id)!.Sensitivity);
    }

    [Fact]
    public async Task A_landing_is_approved_for_exactly_its_tree()
    {
        var (stage, key) = await Claimed();
        await Control.ApplyAsync(Sample.Verified(key) with
        {
            Root = new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.NeedsApproval, "land alai/1?"), ArtefactHash = "tree1" },
        }, None);
        var root = stage.Lineage.Root;
        Assert.Contains("you saw tree0", (await Control.ChangeAsync(new ApproveHold(root, Anna, "tree0", ""), None)).Refusal, StringComparison.Ordinal);
        Assert.Contains("did not land", (await Control.ChangeAsync(new FinishByPerson(root, Anna, "ok", false), None)).Refusal, StringComparison.Ordinal);
        var answer = await Control.ChangeAsync(new ApproveHold(root, Anna, "tree1", ""), None);
        Assert.Equal(("tree1", "tree1"), (answer.Task!.Approval!.SubjectHash, answer.Task.Consent!.SubjectHash));

        var advance = new RootAdvance { Root = root, Version = answer.Task.Version, Move = new TaskMove { To = TaskState.Done, Outcome = "landed" }, EventKind = "landed", Text = "landed alai/1" };
        Assert.Null((await Control.AdvanceAsync(advance, None)).Refusal);
        Assert.Contains("changed since", (await Control.AdvanceAsync(advance, None)).Refusal, StringComparison.Ordinal);
        Assert.Equal((TaskState.Done, "landed"), (Reader.Find(root)!.State, Reader.Find(root)!.Outcome));
    }

    [Fact]
    public async Task A_root_is_handed_to_a_person_and_its_run_given_back_together_or_neither()
    {
        var (stage, key) = await Claimed();
        var root = Reader.Find(stage.Lineage.Root)!;
        var advance = new RootAdvance
        {
            Root = root.Id, Version = root.Version + 1, Run = (key, new GiveBack("a person does this")), EventKind = "handed_over", Text = "for a person",
            Move = new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.HumanTier, "call him") },
        };
        Assert.Contains("changed since", (await Control.AdvanceAsync(advance, None)).Refusal, StringComparison.Ordinal);
        Assert.Equal((TaskState.Open, TaskState.Running), (Reader.Find(root.Id)!.State, Reader.Find(stage.Id)!.State));

        Assert.Null((await Control.AdvanceAsync(advance with { Version = root.Version }, None)).Refusal);
        Assert.Equal((TaskState.Held, TaskState.Open), (Reader.Find(root.Id)!.State, Reader.Find(stage.Id)!.State));
        Assert.Null(Assert.Single(Reader.Runs(stage.Id)).Outcome);
        Assert.Empty(Reader.Counts(DateTimeOffset.UnixEpoch).Runs);
        var again = advance with { Version = Reader.Find(root.Id)!.Version };
        Assert.Contains("was taken away", (await Control.AdvanceAsync(again, None)).Refusal, StringComparison.Ordinal);

        Assert.Null((await Control.ChangeAsync(new FinishByPerson(root.Id, Anna, "called", false), None)).Refusal);
        Assert.Equal((TaskState.Done, TaskState.Done), (Reader.Find(root.Id)!.State, Reader.Find(stage.Id)!.State));
    }

    [Fact]
    public async Task A_rejected_landing_opens_with_the_reason_and_a_rejected_rail_is_cancelled()
    {
        var (stage, key) = await Claimed();
        await Control.ApplyAsync(Sample.Verified(key) with
        {
            Root = new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.NeedsApproval, "land?"), ArtefactHash = "tree1" },
        }, None);
        var landing = await Control.ChangeAsync(new RejectHold(stage.Lineage.Root, Anna, "prices are wrong"), None);
        Assert.Equal((TaskState.Open, "prices are wrong"), (landing.Task!.State, landing.Task.Progress.LastFailure));
        Assert.Contains(Reader.Events(stage.Lineage.Root, 0, 100), e => e.Kind == "rejected");

        var rail = (await Control.FileAsync(Sample.Root("CEO") with { Hold = Rail, Sensitivity = 2 }, None)).Task!.Id;
        Assert.NotNull((await Control.ChangeAsync(new RejectHold(rail, Anna, " "), None)).Refusal);
        await Control.ChangeAsync(new RejectHold(rail, Anna, "no"), None);
        Assert.All(Reader.Family(rail), task => Assert.Equal(TaskState.Cancelled, task.State));
    }

    [Fact]
    public async Task Two_editors_are_told_apart()
    {
        var root = (await Control.FileAsync(Sample.Root(), None)).Task!;
        var first = await Control.ChangeAsync(new EditTask(root.Id, Anna, root.Version, new TaskEdit { Priority = Priority.High }), None);
        Assert.Equal(Priority.High, first.Task!.Priority);
        var second = await Control.ChangeAsync(new EditTask(root.Id, "human:bo", root.Version, new TaskEdit { Body = "x" }), None);
        Assert.Contains("changed since you read it", second.Refusal, StringComparison.Ordinal);
        Assert.Contains("-> high (human:anna)", second.Refusal, StringComparison.Ordinal);
        Assert.Equal(Priority.High, Reader.Family(root.Id)[1].Priority);
    }

    [Fact]
    public async Task A_person_takes_finishes_and_reopens()
    {
        var (stage, key) = await Claimed();
        var root = stage.Lineage.Root;
        Assert.Contains("--force", (await Control.ChangeAsync(new FinishByPerson(root, Anna, "done", false), None)).Refusal, StringComparison.Ordinal);
        await Control.ChangeAsync(new StartByPerson(root, Anna), None);
        Assert.Equal((Anna, Clock.GetUtcNow()), (Reader.Find(stage.Id)!.Assignee, Reader.Find(stage.Id)!.TouchedAt));
        Assert.Equal(PulseAnswer.Stop, await Control.PulseAsync(key, new RunPulse("agent", ""), None));
        Assert.Contains("human:anna is working", (await Control.ChangeAsync(new StartByPerson(root, "human:bo"), None)).Refusal, StringComparison.Ordinal);
        Assert.NotNull((await Control.ChangeAsync(new FinishByPerson(root, Anna, "", false), None)).Refusal);

        await Control.ChangeAsync(new FinishByPerson(root, Anna, "painted it", false), None);
        Assert.Equal((TaskState.Done, "painted it"), (Reader.Find(root)!.State, Reader.Find(root)!.Outcome));
        Assert.Contains("reopen it first", (await Control.ChangeAsync(new PauseTask(root, Anna, ""), None)).Refusal, StringComparison.Ordinal);
        Assert.Contains("only done or cancelled", (await Control.ChangeAsync(new ReopenTask((await FiledStage()).Id, Anna, ""), None)).Refusal, StringComparison.Ordinal);

        await Control.ChangeAsync(new ReopenTask(root, Anna, "it peeled"), None);
        var again = Reader.Family(root)[^1];
        Assert.Equal((TaskState.Open, Stage.Build, "it peeled"), (again.State, again.Lineage.Stage, Reader.Find(again.Id)!.Progress.LastFailure));
        Assert.NotNull((await Control.ClaimAsync(Sample.Claim(again), None)).Key);
    }

    [Fact]
    public async Task A_question_is_answered_into_the_body()
    {
        var (stage, key) = await Claimed();
        await Control.ApplyAsync(Sample.Failed(key, RunOutcome.Unknown, new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.Question, "which colour?") }), None);
        Assert.Contains("alai inbox answer", (await Control.ChangeAsync(new ResumeTask(stage.Lineage.Root, Anna), None)).Refusal, StringComparison.Ordinal);
        await Control.ChangeAsync(new AnswerQuestion(stage.Lineage.Root, Anna, "Blue."), None);
        var now = Reader.Find(stage.Id)!;
        Assert.Equal(TaskState.Open, now.State);
        Assert.EndsWith("Answer of human:anna:\n\nBlue.", now.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blocked_task_needs_a_reason_and_a_comment_changes_nothing_else()
    {
        var stage = await FiledStage();
        Assert.Contains("say what blocks", (await Control.ChangeAsync(new BlockTask(stage.Id, Anna, " "), None)).Refusal, StringComparison.Ordinal);
        await Control.ChangeAsync(new CommentOn(stage.Id, Anna, "the password is hunter2"), None);
        Assert.Equal(stage.Version, Reader.Find(stage.Id)!.Version);
        Assert.Equal("the password is ***", Reader.Events(stage.Lineage.Root, 0, 100)[^1].Text);
        await Control.ChangeAsync(new BlockTask(stage.Id, Anna, "no keys"), None);
        Assert.Equal(HoldCode.Blocked, Assert.Single(Reader.Inbox(5)).Hold!.Code);
    }

    [Fact]
    public async Task A_sensitive_stage_of_an_ordinary_root_is_held_for_a_person()
    {
        var (stage, key) = await Claimed();
        var filed = (await Control.ApplyAsync(Sample.Verified(key) with { Children = [Sample.StageUnder(stage.Lineage.Root, Stage.Ops) with { Sensitivity = 2 }] }, None)).Filed[0];
        Assert.Equal(HoldCode.SafetyRule, filed.Hold!.Code);
        await Control.ChangeAsync(new ApproveHold(filed.Id, Anna, "hash", ""), None);
        Assert.NotNull((await Control.ClaimAsync(Sample.Claim(Reader.Find(filed.Id)!), None)).Key);
    }

    [Fact]
    public async Task A_stage_that_ends_after_its_root_was_done_still_settles()
    {
        var (stage, key) = await Claimed();
        var review = (await Control.FileAsync(Sample.StageUnder(stage.Lineage.Root, Stage.Review), None)).Task!;
        var second = (await Control.ClaimAsync(Sample.Claim(review), None)).Key!.Value;
        await Control.ApplyAsync(Sample.Verified(key) with { Root = new TaskMove { To = TaskState.Done } }, None);
        var late = await Control.ApplyAsync(Sample.Verified(second) with { Root = new TaskMove { To = TaskState.Open }, Children = [Sample.StageUnder(stage.Lineage.Root, Stage.Docs)] }, None);
        Assert.False(late.IsStale);
        Assert.Empty(late.Filed);
        Assert.Equal(TaskState.Done, Reader.Find(stage.Lineage.Root)!.State);
    }

    [Fact]
    public async Task A_child_over_the_cap_holds_the_root_and_keeps_the_result()
    {
        var (stage, key) = await Claimed();
        for (var i = 0; i < 23; i++)
            await Control.FileAsync(Sample.StageUnder(stage.Lineage.Root, Stage.Review), None);
        var answer = await Control.ApplyAsync(Sample.Verified(key) with { Children = [Sample.StageUnder(stage.Lineage.Root, Stage.Docs)] }, None);
        Assert.Equal(TaskState.Done, Reader.Find(key.Task)!.State);
        Assert.Equal(HoldCode.RoundsExhausted, Reader.Find(stage.Lineage.Root)!.Hold!.Code);
    }

    [Fact]
    public async Task Money_is_reserved_before_and_never_above_a_ceiling()
    {
        var (_, key) = await Claimed();
        var first = await Control.ReserveAsync(key, 400, None);
        Assert.Null(await Control.ReserveAsync(key, 201, None));
        await Control.SettleAsync(first!, 590, None);
        await Control.SettleAsync(first!, 1, None);
        Assert.Null(await Control.ReserveAsync(key, 11, None));
        Assert.NotNull(await Control.ReserveAsync(key, 10, None));

        var (_, other) = await Claimed(Sample.Root("Other"));
        Assert.Null(await Control.ReserveAsync(other, 401, None));
        Assert.Equal(new PaidFigures(600, 600), Reader.Paid(Clock.GetUtcNow().AddHours(-9), key.Task with { Value = key.Task.Value - 1 }));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await Control.ReserveAsync(other, 600, None));
    }

    [Fact]
    public async Task An_effect_is_opened_once_and_told_as_unknown_until_it_is_closed()
    {
        var root = (await FiledStage()).Lineage.Root;
        var intent = new EffectIntent(root, "land", "land-1", "tree1");
        Assert.Equal("new", (await Control.BeginEffectAsync(intent, None)).Status);
        Assert.Equal("intent", (await Control.BeginEffectAsync(intent, None)).Status);
        Assert.Single(Reader.OpenEffects());
        await Assert.ThrowsAsync<FactoryException>(() => Control.BeginEffectAsync(intent with { InputHash = "tree2" }, None));
        await Control.EndEffectAsync("land-1", true, "commit abc", None);
        await Control.EndEffectAsync("land-1", false, "late", None);
        Assert.Equal(("done", "commit abc"), ((await Control.BeginEffectAsync(intent, None)).Status, (await Control.BeginEffectAsync(intent, None)).Output));
        Assert.Empty(Reader.OpenEffects());
        await Assert.ThrowsAsync<FactoryException>(() => Control.EndEffectAsync("none", true, "", None));
    }

    [Fact]
    public async Task An_outbox_row_is_written_once_and_retried_alone()
    {
        var (_, key) = await Claimed();
        await Control.ApplyAsync(Sample.Verified(key) with { Outbox = [new OutboxItem("wiki", "a", "1"), new OutboxItem("hive", "b", "2"), new OutboxItem("wiki", "a", "3")] }, None);
        var due = Reader.OutboxDue(Clock.GetUtcNow(), 10);
        Assert.Equal(["1", "2"], due.Select(row => row.Item.Payload));
        await Control.SettleOutboxAsync(due[0].Id, new OutboxResult(false, Clock.GetUtcNow().AddMinutes(1), "wiki is down"), None);
        await Control.SettleOutboxAsync(due[1].Id, new OutboxResult(true, null, "sent"), None);
        Assert.Empty(Reader.OutboxDue(Clock.GetUtcNow(), 10));
        Assert.Equal(1, Reader.Counts(Clock.GetUtcNow().AddDays(-1)).OutboxWaiting);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Assert.Single(Reader.OutboxDue(Clock.GetUtcNow(), 10)).Tries);
    }

    [Fact]
    public async Task Work_is_found_and_counted_by_what_its_stages_are_about()
    {
        var (stage, key) = await Claimed();
        var root = stage.Lineage.Root;
        Assert.Equal(root, Assert.Single(Reader.List(new TaskFilter { States = [TaskState.Running] }).Tasks).Id);
        Assert.Equal((0, 1, 0), Standing());

        await Control.ApplyAsync(Sample.Failed(key, RunOutcome.VerifyFailed, new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.AttemptsExhausted, "three times") }), None);
        Assert.Empty(Reader.List(new TaskFilter { States = [TaskState.Running] }).Tasks);
        Assert.Equal(root, Assert.Single(Reader.List(new TaskFilter { States = [TaskState.Held] }).Tasks).Id);
        Assert.Equal(root, Assert.Single(Reader.List(new TaskFilter { Hold = HoldCode.AttemptsExhausted }).Tasks).Id);
        Assert.Empty(Reader.List(new TaskFilter { Hold = HoldCode.Budget }).Tasks);
        Assert.Equal(stage.Id, Assert.Single(Reader.List(new TaskFilter { RootsOnly = false, Hold = HoldCode.AttemptsExhausted }).Tasks).Id);
        Assert.Equal((0, 0, 1), Standing());

        (long Open, long Running, long Held) Standing()
        {
            var counts = Reader.Counts(Clock.GetUtcNow()).ByState;
            return (counts.GetValueOrDefault(TaskState.Open), counts.GetValueOrDefault(TaskState.Running), counts.GetValueOrDefault(TaskState.Held));
        }
    }

    [Fact]
    public async Task Lists_are_paged_filtered_and_ordered()
    {
        for (var i = 0; i < 7; i++)
        {
            await Control.FileAsync(Sample.Root($"Task {i}") with { Priority = (Priority)(i % 4), Product = i < 3 ? "bento" : "sushi", Labels = i == 5 ? ["red"] : [] }, None);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["Task 6", "Task 5", "Task 4", "Task 3", "Task 2", "Task 1", "Task 0"], Pages(new TaskFilter { Limit = 3 }));
        Assert.Equal(["Task 0", "Task 4", "Task 1", "Task 5", "Task 2", "Task 6", "Task 3"], Pages(new TaskFilter { Limit = 2, ByUrgency = true }));
        Assert.Equal(["Task 2", "Task 1", "Task 0"], Pages(new TaskFilter { Product = "bento" }));
        Assert.Equal(["Task 5"], Pages(new TaskFilter { Label = "red" }));
        Assert.Equal(["Task 3"], Pages(new TaskFilter { Text = "tASK 3" }));
        Assert.Empty(Pages(new TaskFilter { States = [TaskState.Done] }));
        Assert.Equal(14, Pages(new TaskFilter { RootsOnly = false, Limit = 5 }).Count);
        Assert.Throws<FactoryException>(() => Reader.List(new TaskFilter { After = "x; DROP TABLE task" }));
        Assert.Equal(7, Reader.Counts(Clock.GetUtcNow()).ByState[TaskState.Open]);

        var ready = new List<string>();
        ReadyCursor? cursor = null;
        while (Reader.Ready(Clock.GetUtcNow(), cursor, 2) is { Count: > 0 } page)
        {
            ready.AddRange(page.Select(task => task.Title[^6..]));
            cursor = new ReadyCursor(page[^1].Counts, page[^1].Progress.RunAt, page[^1].Id);
        }

        Assert.Equal(["Task 0", "Task 4", "Task 1", "Task 5", "Task 2", "Task 6", "Task 3"], ready);
    }

    [Fact]
    public async Task Heartbeats_come_back_newest_first()
    {
        for (var i = 0; i < 3; i++)
            await Control.RecordTickAsync(new TickRecord { At = Clock.GetUtcNow(), Seen = i, Skipped = new Dictionary<string, int> { ["no capacity"] = i } }, None);
        Assert.Equal([2, 1], Reader.Ticks(2).Select(tick => tick.Seen));
        Assert.Equal(2, Reader.Ticks(1)[0].Skipped["no capacity"]);
    }

    [Fact]
    public async Task Eight_threads_claim_a_thousand_tasks_each_exactly_once()
    {
        foreach (var group in Enumerable.Range(0, 1_000).Chunk(250))
            await Control.FileManyAsync([.. group.Select(i => Sample.Root($"Task {i}"))], None);
        var claimed = new System.Collections.Concurrent.ConcurrentBag<TaskId>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            while (Reader.Ready(Clock.GetUtcNow(), null, 20) is { Count: > 0 } ready)
            {
                foreach (var stage in ready)
                {
                    if ((await Control.ClaimAsync(Sample.Claim(stage, $"boot:{worker}:1:w{worker}"), None)).Key is not { } key)
                        continue;
                    claimed.Add(key.Task);
                    Assert.False((await Control.ApplyAsync(Sample.Verified(key), None)).IsStale);
                }
            }
        })));
        Assert.Equal(1_000, claimed.Count);
        Assert.Equal(1_000, claimed.Distinct().Count());
        Assert.Equal(1_000, Reader.Counts(Clock.GetUtcNow().AddDays(-1)).Runs[RunOutcome.Verified]);
    }

    private List<string> Pages(TaskFilter filter)
    {
        var titles = new List<string>();
        for (TaskPage? page = Reader.List(filter); page is not null; page = page.Next is null ? null : Reader.List(filter with { After = page.Next }))
            titles.AddRange(page.Tasks.Select(task => task.Title));
        return titles;
    }
}
