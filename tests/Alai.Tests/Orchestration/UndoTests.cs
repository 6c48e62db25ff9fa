using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>What was done last is taken back where that harms nothing, and refused with the reason where it would.</summary>
public sealed class UndoTests
{
    private const string Anna = "human:anna";

    [Fact]
    public async Task An_edit_gives_the_old_text_back_and_nothing_else()
    {
        await using var factory = new QuietFactory();
        var (root, _) = await factory.FileAsync(QuietFactory.Errand() with { Body = "old", Labels = ["home"] });
        await factory.DoAsync(new EditTask(root.Id, "human:bo", null, new TaskEdit { Priority = Priority.High }));
        await factory.DoAsync(new EditTask(root.Id, Anna, null, new TaskEdit
        {
            Title = "Call nobody", Body = "new", Owner = "human:bo", Labels = ["away"], Due = QuietFactory.Noon,
        }));

        var answer = await factory.DoAsync(new UndoLast(default, Anna));

        Assert.True(answer.Task is not null, answer.Refusal);
        var now = factory.Reader.Find(root.Id)!;
        Assert.Equal(("Call the landlord", "old", null, Priority.High, null), (now.Title, now.Body, now.Owner, now.Priority, now.DueAt));
        Assert.Equal(["home"], now.Labels);
        Assert.Equal("undone", factory.Reader.NewestEvents(root.Id, 1)[0].Kind);
    }

    [Fact]
    public async Task An_edit_to_what_is_there_already_stops_nothing_and_is_no_step()
    {
        await using var factory = new QuietFactory();
        var (root, stage) = await factory.FileAsync(QuietFactory.Errand() with { Body = "old", Labels = ["home", "soon"] });
        await factory.DoAsync(new EditTask(root.Id, Anna, null, new TaskEdit { Priority = Priority.High, Owner = Anna }));
        await factory.ClaimAsync(factory.Reader.Find(stage.Id)!);
        var before = factory.Reader.Find(root.Id)!;

        var same = await factory.DoAsync(new EditTask(root.Id, Anna, before.Version, new TaskEdit
        {
            Title = before.Title, Body = "old", Labels = ["home", "soon"], Owner = "anna", Priority = Priority.High, Due = TaskEdit.NoDay, After = [], Docs = false,
        }));

        Assert.Equal($"{root.Id} is so already: nothing was changed", same.Said);
        Assert.Equal(before.Version, factory.Reader.Find(root.Id)!.Version);
        Assert.Equal(TaskState.Running, factory.Reader.Find(stage.Id)!.State);
        Assert.NotNull((await factory.DoAsync(new UndoLast(default, Anna))).Task);
        var now = factory.Reader.Find(root.Id)!;
        Assert.Equal((Priority.Medium, null), (now.Priority, now.Owner));
    }

    [Fact]
    public async Task A_new_owner_leaves_the_approval_of_the_text()
    {
        await using var factory = new QuietFactory();
        var (root, stage) = await factory.FileAsync(QuietFactory.Errand() with { Title = "[DECISION] Pay the rent", Sensitivity = 2 });
        await factory.DoAsync(new ApproveHold(root.Id, Anna, root.Text.Hash(factory.Factory.Parts.Now.Rules.Fingerprint), "fine"));

        await factory.DoAsync(new EditTask(root.Id, Anna, null, new TaskEdit { Owner = Anna }));

        Assert.NotNull(factory.Reader.Find(stage.Id)!.Approval);
        Assert.Equal(TaskState.Open, factory.Reader.Find(root.Id)!.State);
    }

    [Fact]
    public async Task Verbs_are_taken_back_one_by_one()
    {
        await using var factory = new QuietFactory();
        var (root, _) = await factory.FileAsync(QuietFactory.Errand());
        PersonChange[] changes = [new StartByPerson(root.Id, Anna), new AssignToPerson(root.Id, Anna, "human:bo"), new PauseTask(root.Id, Anna, "rain"), new CancelTask(root.Id, Anna, "")];
        foreach (var change in changes.Take(3))
            Assert.NotNull((await factory.DoAsync(change)).Task);

        Assert.StartsWith("pause of", (await factory.DoAsync(new UndoLast(default, Anna))).Said, StringComparison.Ordinal);
        Assert.Equal(TaskState.Open, factory.Reader.Find(root.Id)!.State);
        await factory.DoAsync(changes[3]);
        Assert.Equal(TaskState.Cancelled, factory.Reader.Find(root.Id)!.State);
        Assert.StartsWith("cancel of", (await factory.DoAsync(new UndoLast(default, Anna))).Said, StringComparison.Ordinal);
        Assert.Equal(TaskState.Open, factory.Reader.Find(root.Id)!.State);
    }

    [Fact]
    public async Task Nothing_is_taken_back_over_somebody_elses_change()
    {
        await using var factory = new QuietFactory();
        var (root, _) = await factory.FileAsync(QuietFactory.Errand());
        await factory.DoAsync(new PauseTask(root.Id, Anna, "rain"));
        await factory.DoAsync(new ResumeTask(root.Id, "human:bo"));

        var answer = await factory.DoAsync(new UndoLast(default, Anna));

        Assert.Null(answer.Task);
        Assert.Contains("it changed since; last:", answer.Refusal, StringComparison.Ordinal);
        Assert.Contains("bo", answer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancel_that_ended_work_is_not_taken_back()
    {
        await using var factory = new QuietFactory();
        var (root, stage) = await factory.FileAsync(QuietFactory.Errand());
        await factory.ClaimAsync(stage);
        await factory.DoAsync(new CancelTask(root.Id, Anna, ""));

        var answer = await factory.DoAsync(new UndoLast(root.Id, Anna));

        Assert.Contains("alai task reopen", answer.Refusal, StringComparison.Ordinal);
        Assert.Equal(TaskState.Cancelled, factory.Reader.Find(root.Id)!.State);
    }

    [Fact]
    public async Task What_was_taken_back_does_not_stand_before_the_step_before_it()
    {
        await using var factory = new QuietFactory();
        var (root, _) = await factory.FileAsync(QuietFactory.Errand());
        PersonChange[] changes = [new EditTask(root.Id, Anna, null, new TaskEdit { Title = "Call nobody" }), new StartByPerson(root.Id, Anna), new PauseTask(root.Id, Anna, "rain"), new ResumeTask(root.Id, Anna), new CancelTask(root.Id, Anna, "")];
        foreach (var change in changes)
            Assert.NotNull((await factory.DoAsync(change)).Task);

        foreach (var verb in new[] { "cancel", "resume", "pause", "start", "edit" })
        {
            var answer = await factory.DoAsync(new UndoLast(default, Anna));
            Assert.StartsWith($"{verb} of #1 was taken back", answer.Refusal ?? answer.Said, StringComparison.Ordinal);
        }

        var now = factory.Reader.Find(root.Id)!;
        Assert.Equal(("Call the landlord", TaskState.Open, null), (now.Title, now.State, now.Assignee));
    }

    [Fact]
    public async Task A_verb_for_many_tasks_is_taken_back_for_all_of_them()
    {
        await using var factory = new QuietFactory();
        var roots = new List<FactoryTask>();
        for (var i = 0; i < 13; i++)
            roots.Add((await factory.FileAsync(QuietFactory.Errand($"Errand {i}") with { Labels = ["old"] })).Root);
        await factory.DoAsync(new PauseTask(roots[0].Id, Anna, "of its own"));
        await factory.DoAsync(new ResumeTask(roots[0].Id, Anna));
        foreach (var root in roots)
            await factory.DoAsync(new LabelTask(root.Id, Anna, ["new"], ["old"]) { Call = "label 1" });
        foreach (var root in roots)
            await factory.DoAsync(new CancelTask(root.Id, Anna, "") { Call = "cancel 2" });

        var cancel = await factory.DoAsync(new UndoLast(default, Anna));
        Assert.StartsWith("cancel of 13 tasks was taken back: #1, #3, ", cancel.Refusal ?? cancel.Said, StringComparison.Ordinal);
        Assert.EndsWith("and 3 more", cancel.Said, StringComparison.Ordinal);
        Assert.All(roots, root => Assert.Equal((TaskState.Open, "new"), (factory.Reader.Find(root.Id)!.State, factory.Reader.Find(root.Id)!.Labels[0])));
        Assert.StartsWith("label of 13 tasks was taken back", (await factory.DoAsync(new UndoLast(default, Anna))).Said, StringComparison.Ordinal);
        Assert.All(roots, root => Assert.Equal(["old"], factory.Reader.Find(root.Id)!.Labels));
        Assert.StartsWith("resume of #1 was taken back", (await factory.DoAsync(new UndoLast(default, Anna))).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_tasks_those_somebody_changed_are_named_and_do_not_stand_in_the_way()
    {
        await using var factory = new QuietFactory();
        var (first, _) = await factory.FileAsync(QuietFactory.Errand());
        var (second, _) = await factory.FileAsync(QuietFactory.Errand());
        await factory.DoAsync(new StartByPerson(first.Id, Anna));
        foreach (var id in new[] { first.Id, second.Id })
            await factory.DoAsync(new PauseTask(id, Anna, "rain") { Call = "pause 1" });
        await factory.DoAsync(new ResumeTask(second.Id, "human:bo"));

        var answer = await factory.DoAsync(new UndoLast(default, Anna));

        Assert.StartsWith("pause of 1 task was taken back: #1. Not taken back, of 1: pause of #3 cannot be taken back: it changed since", answer.Said, StringComparison.Ordinal);
        Assert.StartsWith("start of #1", (await factory.DoAsync(new UndoLast(default, Anna))).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_what_cannot_be_taken_back_undo_does_not_speak_of_something_older()
    {
        await using var factory = new QuietFactory();
        var (first, _) = await factory.FileAsync(QuietFactory.Errand());
        var (second, _) = await factory.FileAsync(QuietFactory.Errand());
        await factory.DoAsync(new PauseTask(first.Id, Anna, "rain"));
        await factory.DoAsync(new FinishByPerson(second.Id, Anna, "called", Force: false));

        var answer = await factory.DoAsync(new UndoLast(default, Anna));

        Assert.Null(answer.Task);
        Assert.Equal(
            "the last thing was done of #3, which undo does not take back; to open it again: `alai task reopen 3`. "
            + "Before that: pause of #1, taken back with `alai undo --task 1`", answer.Refusal);
        Assert.StartsWith("pause of #1", (await factory.DoAsync(new UndoLast(first.Id, Anna))).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_filing_undo_does_not_take_back_what_was_done_before_it()
    {
        await using var factory = new QuietFactory();
        var (first, _) = await factory.FileAsync(QuietFactory.Errand());
        await factory.DoAsync(new PauseTask(first.Id, Anna, "rain"));
        var (second, _) = await factory.FileAsync(QuietFactory.Errand() with { Filer = Anna });

        var answer = await factory.DoAsync(new UndoLast(default, Anna));

        Assert.Null(answer.Task);
        Assert.Equal(
            $"the last thing was add of {second.Id}, which undo does not take back; to give it up: `alai task cancel {second.Id.Value}`. "
            + "Before that: pause of #1, taken back with `alai undo --task 1`", answer.Refusal);
        Assert.Equal(TaskState.Held, factory.Reader.Find(first.Id)!.State);
        Assert.StartsWith("pause of #1", (await factory.DoAsync(new UndoLast(first.Id, Anna))).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_nothing_has_nothing_to_take_back()
    {
        await using var factory = new QuietFactory();

        Assert.Contains("did nothing lately", (await factory.DoAsync(new UndoLast(default, Anna))).Refusal, StringComparison.Ordinal);
    }
}
