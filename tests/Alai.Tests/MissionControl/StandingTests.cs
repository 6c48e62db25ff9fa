using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Tests.MissionControl;

/// <summary>What waits for a person and what a person took is told of every task, however many others there are.</summary>
public sealed class StandingTests : IDisposable
{
    private const int Others = 600;
    private readonly StoreHome _home = new();

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task The_held_stages_of_some_roots_are_found_behind_any_number_of_others()
    {
        var roots = await FiledAsync();
        foreach (var root in roots)
            await AskAsync(root);
        var last = roots[^1];

        Assert.Equal(Stage.Build, Assert.Single(_home.Store.HeldStages([last, new TaskId(999_999)])).Value);
        Assert.Equal((50, Others, 10), (_home.Store.CountInbox(50), _home.Store.CountInbox(10_000), _home.Store.Inbox(10).Count));

        // A cancelled one waits for nobody.
        await _home.Store.ChangeAsync(new CancelTask(roots[0], "human:anna", "no"), None);
        Assert.Empty(_home.Store.HeldStages([roots[0]]));
        Assert.Equal(Others - 1, _home.Store.CountInbox(10_000));
    }

    [Fact]
    public async Task What_a_person_took_is_found_behind_any_number_of_others_until_it_is_finished()
    {
        var roots = await FiledAsync();
        Assert.Empty(_home.Store.Assigned(50));
        await _home.Store.ChangeAsync(new AssignToPerson(roots[^1], "human:anna", "human:anna"), None);
        await _home.Store.ChangeAsync(new AssignToPerson(roots[^2], "human:anna", "human:ben"), None);

        Assert.Equal([roots[^2], roots[^1]], _home.Store.Assigned(50).Select(task => task.Id));
        Assert.Equal(roots[^2], Assert.Single(_home.Store.Assigned(1)).Id);
        await _home.Store.ChangeAsync(new FinishByPerson(roots[^2], "human:ben", "did it", false), None);
        await _home.Store.ChangeAsync(new AssignToPerson(roots[^1], "human:anna", null), None);
        Assert.Empty(_home.Store.Assigned(50));
    }

    private async Task<IReadOnlyList<TaskId>> FiledAsync() =>
        [.. (await _home.Store.FileManyAsync([.. Enumerable.Range(1, Others).Select(number => Sample.Root($"Task {number}"))], None)).Select(answer => answer.Task!.Id)];

    private async Task AskAsync(TaskId root)
    {
        var stage = _home.Store.Family(root).Single(task => !task.IsRoot);
        var key = (await _home.Store.ClaimAsync(Sample.Claim(stage), None)).Key!.Value;
        await _home.Store.ApplyAsync(Sample.Failed(key, RunOutcome.Unknown, new TaskMove { To = TaskState.Held, Hold = new Hold(HoldCode.Question, "Which colour?") }), None);
    }
}
