using System.Collections.Concurrent;
using Alai.MissionControl;
using Alai.Tasks;
using Alai.Tests.Storage;

namespace Alai.Tests.MissionControl;

/// <summary>Who waits for work is told of a root when it can be seen, and goes on while the disk still keeps it.</summary>
public sealed class FreshRootTests : IDisposable
{
    private readonly ConcurrentQueue<FreshRoot> _told = [];
    private readonly Gate _flushes = new();
    private readonly StoreHome _home;

    public FreshRootTests() => _home = new StoreHome(options => options with { Filed = _told.Enqueue, AtStep = _flushes.AtStep });

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _flushes.Open();
        _home.Dispose();
        _flushes.Dispose();
    }

    [Fact]
    public async Task A_filed_root_is_claimed_before_the_disk_has_it_and_nobody_is_answered_before()
    {
        await _home.Store.FileAsync(Sample.Root(), None);
        _told.Clear();
        _flushes.Close();

        var filing = _home.Store.FileAsync(Sample.Root("Next"), None);
        Assert.True(SpinWait.SpinUntil(() => !_told.IsEmpty, Patience.Default));
        Assert.True(_told.TryDequeue(out var fresh));
        var stage = fresh.Stage!;
        Assert.Equal(("Next", fresh.Root.Id), (fresh.Root.Title, stage.Lineage.Root));
        Assert.True(_home.Store.IsUnchanged(new StageOfRoot(stage, fresh.Root)));
        var claim = _home.Store.ClaimAsync(new ClaimRequest(stage.Id, stage.Version, "here", Sample.Route), None);

        // Committed both, as any reader sees; answered neither.
        Assert.True(SpinWait.SpinUntil(() => _home.Store.OpenRuns().Count == 1, Patience.Default));
        Assert.False(filing.IsCompleted || claim.IsCompleted);
        Assert.False(_home.Store.IsUnchanged(new StageOfRoot(stage, fresh.Root)));
        _flushes.Open();
        Assert.Equal(fresh.Root.Id, (await filing.WaitAsync(Patience.Default, None)).Task!.Id);
        Assert.NotNull((await claim.WaitAsync(Patience.Default, None)).Key);
    }

    [Fact]
    public async Task Only_what_is_open_and_was_kept_is_told_of()
    {
        var first = await _home.Store.FileAsync(Sample.Root("First"), None);
        await _home.Store.FileAsync(Sample.Root("Held") with { Hold = new Hold(HoldCode.SafetyRule, "a rule") }, None);
        await _home.Store.FileAsync(Sample.Root("Of nobody") with { Parent = new TaskId(999) }, None);
        await _home.Store.FileAsync(Sample.Root("Later") with { After = [first.Task!.Id] }, None);
        var refused = await _home.Store.FileManyAsync([Sample.Root("Lost with the other"), Sample.Root() with { Parent = new TaskId(999) }], None);
        var many = await _home.Store.FileManyAsync([.. Enumerable.Range(0, 20).Select(number => Sample.Root($"Many {number}"))], None);

        Assert.All(refused, answer => Assert.Null(answer.Task));
        Assert.Equal(["First", "Later", .. many.Select(answer => answer.Task!.Title)], _told.Select(fresh => fresh.Root.Title));
        Assert.Equal([true, false], _told.Take(2).Select(fresh => fresh.Stage is not null));
        Assert.Contains(_told.Skip(2), fresh => fresh.Stage is null);
    }
}
