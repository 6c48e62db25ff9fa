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
    public async Task Who_did_nothing_has_nothing_to_take_back()
    {
        await using var factory = new QuietFactory();

        Assert.Contains("did nothing lately", (await factory.DoAsync(new UndoLast(default, Anna))).Refusal, StringComparison.Ordinal);
    }
}
