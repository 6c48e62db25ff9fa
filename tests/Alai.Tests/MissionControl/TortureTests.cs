using System.Diagnostics;
using System.Globalization;
using Alai.MissionControl;
using Alai.Storage;
using Alai.Torture;

namespace Alai.Tests.MissionControl;

/// <summary>Kill -9 at random moments and at every point: nothing acknowledged is lost, nothing happens twice, the chain holds.</summary>
public sealed class TortureTests(ITestOutputHelper output)
{
    private const int Kills = 200;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_killed_again_and_again_loses_nothing_and_does_nothing_twice()
    {
        using var folder = new MemoryFolder();
        var record = new TortureRecord();
        var killer = new TortureKiller(Start(folder.Path), record, Patience.Default);
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var kill = 0; kill < Kills; kill++)
            await killer.KillOneAsync(KillMoment.Any(random, 30), null, None);
        output.WriteLine($"{Kills} kills, {record.Count} acknowledged writes, seed {seed}");

        Assert.Empty(record.Wrong);
        Assert.True(record.Of("done") > Kills, "the workers hardly worked");
        using var store = SqliteMissionControl.Open(TortureWorker.Options(folder.Path));
        Assert.Null(store.Alarm);
        foreach (var owner in store.RunOwners())
            await store.SettleDeadAsync(owner, None);
        Assert.Equal((0, 0), record.Check(store, Path.Combine(folder.Path, TortureWorker.FileName)));
        var report = await store.VerifyChainAsync(None);
        Assert.True(report.IsSound, report.Problem);
    }

    [Fact]
    public async Task At_every_statement_and_every_write_of_the_anchor_a_death_breaks_no_invariant()
    {
        using var folder = new MemoryFolder();
        var (points, wrong) = await CrashPoints.CopiesAsync(folder.Path);
        output.WriteLine($"{points} points");
        Assert.True(points > 300, $"only {points} points");
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(133)]
    [InlineData(226)]
    [InlineData(319)]
    public async Task A_process_that_really_dies_at_a_point_leaves_the_same(int point)
    {
        using var folder = new MemoryFolder();
        var start = Start(folder.Path);
        start.Environment[TortureChild.Point] = point.ToString(CultureInfo.InvariantCulture);
        var (died, wrong) = await CrashPoints.DeathAsync(start, folder.Path, None);
        Assert.True(died, "it lived to its end");
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_cut_and_no_flipped_byte_of_the_log_loses_anything_in_silence()
    {
        using var folder = new MemoryFolder();
        using var damage = WalDamage.In(folder.Path);
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var tries = damage.Frames.Select(at => (Name: $"cut at {at}", Do: WalDamage.Cut(at)))
            .Concat(Enumerable.Range(0, 80).Select(_ => (random.NextInt64(damage.Wal), random.Next(8))).Select(byte_ => (Name: $"flip {byte_}", Do: WalDamage.Flip(byte_.Item1, byte_.Item2))));
        var lost = 0;
        foreach (var (name, hurt) in tries)
        {
            var (gone, noticed) = damage.Try(hurt);
            Assert.True(!gone || noticed, $"{name}, seed {seed}: writes are gone and nobody was told");
            lost += gone ? 1 : 0;
        }

        Assert.True(damage.Frames.Count > 60 && lost > 100, $"{damage.Frames.Count} frames, {lost} losses");
    }

    [Fact]
    public async Task A_frozen_worker_is_not_dead_and_a_killed_one_is()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("needs kill -STOP");
        using var folder = new MemoryFolder();
        var killer = new TortureKiller(Start(folder.Path), new TortureRecord(), Patience.Default);
        var owners = Path.Combine(folder.Path, "owners");
        var dead = true;
        await killer.KillOneAsync(new KillMoment(0, 20), async process =>
        {
            using var stop = Process.Start("kill", ["-STOP", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await stop.WaitForExitAsync(None);
            dead = OwnerLock.IsDead(owners, killer.Owner);
        }, None);
        Assert.False(dead);
        Assert.True(OwnerLock.IsDead(owners, killer.Owner));
    }

    /// <summary>In memory where there is such a place: a kill leaves a file there as it leaves one on a disk, only sooner.</summary>
    private sealed class MemoryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath(), "alai-torture-" + Guid.NewGuid().ToString("n"))).FullName;

        public void Dispose()
        {
            if (Directory.Exists(Path))
                Directory.Delete(Path, recursive: true);
        }
    }

    private static ProcessStartInfo Start(string home) =>
        new(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true, Environment = { [TortureChild.Variable] = home } };
}
