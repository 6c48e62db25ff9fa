using System.Diagnostics;
using Alai.MissionControl;
using Alai.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace Alai.Tests.MissionControl;

/// <summary>Full disk, read-only home, odd clocks.</summary>
public sealed class StoreFaultTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_is_told_and_the_store_works_again_when_there_is_space()
    {
        using var mount = await Mount("size=4m");
        using var store = SqliteMissionControl.Open(new MissionControlOptions { Path = Path.Combine(mount.Folder, "alai.db") });
        FactoryException? full = null;
        var filed = new List<TaskId>();
        for (var i = 0; i < 60 && full is null; i++)
        {
            try
            {
                filed.Add((await store.FileAsync(Sample.Root() with { Body = new string('x', 100_000) }, None)).Task!.Id);
            }
            catch (FactoryException problem)
            {
                full = problem;
            }
        }

        Assert.NotNull(full);
        Assert.Contains("is full", full.Message, StringComparison.Ordinal);
        Assert.All(filed, id => Assert.Equal(100_000, store.Find(id)!.Body.Length));
        await Run("mount", "-o", "remount,size=40m", mount.Folder);
        Assert.True((await store.FileAsync(Sample.Root(), None)).IsNew);
        Assert.True((await store.VerifyChainAsync(None)).IsSound);
    }

    [Fact]
    public async Task A_read_only_home_is_refused_in_words()
    {
        using var mount = await Mount("size=4m");
        await Run("mount", "-o", "remount,ro", mount.Folder);
        var problem = Assert.Throws<FactoryException>(() => SqliteMissionControl.Open(new MissionControlOptions { Path = Path.Combine(mount.Folder, "alai.db") }));
        Assert.Contains("cannot be written", problem.Message, StringComparison.Ordinal);
        Assert.Contains("--home", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_at_1970_and_one_that_jumps_back_change_nothing()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        using var home = new StoreHome(options => options with { Time = clock });
        var root = (await home.Store.FileAsync(Sample.Root(), None)).Task!;
        var stage = home.Store.Family(root.Id)[1];
        var key = (await home.Store.ClaimAsync(Sample.Claim(stage), None)).Key!.Value;
        clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal(PulseAnswer.Continue, await home.Store.PulseAsync(key, new RunPulse("agent", ""), None));
        Assert.Equal(DateTimeOffset.UnixEpoch, root.CreatedAt);
        Assert.Equal([1L, 2L, 3L], home.Store.Events(null, 0, 10).Select(e => e.Sequence));
        home.Close();

        var earlier = new StoreHomeClock(home.File, new FakeTimeProvider(DateTimeOffset.UnixEpoch));
        using var store = earlier.Open();
        Assert.False((await store.ApplyAsync(Sample.Verified(key), None)).IsStale);
        Assert.True((await store.VerifyChainAsync(None)).IsSound);
    }

    private static async Task<TemporaryMount> Mount(string options)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            Assert.Skip("needs root to mount a small disk");
        var folder = Directory.CreateTempSubdirectory("alai-mount-").FullName;
        if (await Run("mount", "-t", "tmpfs", "-o", options, "alai-test", folder) != 0)
            Assert.Skip("needs the right to mount a small disk");
        return new TemporaryMount(folder);
    }

    private static async Task<int> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        await process.WaitForExitAsync(None);
        return process.ExitCode;
    }

    private sealed record StoreHomeClock(string File, TimeProvider Clock)
    {
        public SqliteMissionControl Open() => SqliteMissionControl.Open(new MissionControlOptions { Path = File, Time = Clock });
    }

    private sealed record TemporaryMount(string Folder) : IDisposable
    {
        public void Dispose()
        {
            using var process = Process.Start(new ProcessStartInfo("umount", ["-l", Folder]));
            process?.WaitForExit();
            Directory.Delete(Folder, true);
        }
    }
}
