using System.Diagnostics;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Tests.Orchestration;

/// <summary>A disk that runs low stops what is new, never what runs; every word about it is told.</summary>
public sealed class DiskTests
{
    private const long Megabyte = 1 << 20;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Below_the_mark_nothing_starts_and_why_and_status_say_so()
    {
        await using var home = new CareHome("disk: { reserve_mb: 512, reserve_percent: 5 }\n");
        var root = await home.FileAsync("Call the landlord");
        home.Factory.Health.SchedulerRuns = true;

        // 600 MB are more than 512, and less than a twentieth of 20 GB.
        home.Disk = new DiskSpace(600 * Megabyte, 20_480 * Megabyte);
        var why = home.Factory.Why.Explain(root)!;
        var problems = home.Factory.Health.Read().Problems;
        home.Disk = new DiskSpace(600 * Megabyte, 10_240 * Megabyte);
        var then = home.Factory.Why.Explain(root)!;

        Assert.Equal("disk_full", why.Reason);
        Assert.Contains("600 MB", why.Sentence, StringComparison.Ordinal);
        Assert.Contains("1023 MB", why.Sentence, StringComparison.Ordinal);
        Assert.Contains(problems, problem => problem.Contains("nothing new starts", StringComparison.Ordinal));
        Assert.Equal("ready", then.Reason);
        Assert.Equal(TaskState.Open, home.Factory.Reader.Find(root)!.State);
    }

    [Fact]
    public async Task The_ballast_is_made_when_there_is_room_and_given_up_when_there_is_none()
    {
        await using var home = new CareHome("disk: { ballast_mb: 2 }\n");
        var (disk, ballast) = (home.Factory.Parts.Disk, Path.Combine(home.Data, "ballast"));

        Assert.Null(disk.Tend());
        Assert.Equal(2 * Megabyte, new FileInfo(ballast).Length);
        home.Disk = new DiskSpace(100 * Megabyte, 1000 * Megabyte);
        Assert.NotNull(disk.Tend());
        Assert.True(File.Exists(ballast));
        home.Disk = new DiskSpace(Megabyte, 1000 * Megabyte);
        disk.Tend();
        Assert.False(File.Exists(ballast));
        home.Disk = new DiskSpace(600 * Megabyte, 1000 * Megabyte);
        Assert.Null(disk.Tend());
        Assert.True(File.Exists(ballast));
    }

    [Fact]
    public async Task On_a_full_disk_the_ballast_lets_what_runs_end()
    {
        using var mount = await MountAsync("size=12m");
        var store = SqliteMissionControl.Open(new MissionControlOptions { Path = Path.Combine(mount.Folder, "mission-control.db"), DiskFull = () => GiveUp(mount.Folder) });
        using (store)
        {
            await File.WriteAllBytesAsync(Path.Combine(mount.Folder, "ballast"), new byte[2 * Megabyte], None);
            await FillAsync(mount.Folder);

            var filed = await store.FileAsync(MissionControl.Sample.Root("It is kept") with { Body = new string('x', 300_000) }, None);

            Assert.NotNull(filed.Task);
            Assert.False(File.Exists(Path.Combine(mount.Folder, "ballast")));
            await FillAsync(mount.Folder);
            var refused = await Assert.ThrowsAsync<FactoryException>(() => store.FileAsync(MissionControl.Sample.Root("It is not") with { Body = new string('x', 3_000_000) }, None));
            Assert.Contains("full", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_backup_to_a_full_disk_is_told_and_leaves_nothing()
    {
        using var mount = await MountAsync("size=1m");
        await using var home = new CareHome();
        await home.FileAsync("A long one", task => task with { Body = string.Join(' ', Enumerable.Range(0, 300_000)) });

        var refused = await Assert.ThrowsAsync<FactoryException>(() => home.Factory.Backup.MakeAsync(mount.Folder, false, "test", None));

        Assert.Contains("full", refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Directory.GetFileSystemEntries(mount.Folder));
        await home.FileAsync("The factory goes on");
    }

    private static bool GiveUp(string folder)
    {
        var ballast = Path.Combine(folder, "ballast");
        var was = File.Exists(ballast);
        File.Delete(ballast);
        return was;
    }

    private static async Task FillAsync(string folder)
    {
        await using var file = new FileStream(Path.Combine(folder, "fill"), FileMode.Append);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                await file.WriteAsync(block, None);
                await file.FlushAsync(None);
            }
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    private static async Task<Mounted> MountAsync(string options)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            Assert.Skip("needs root to mount a small disk");
        var folder = Directory.CreateTempSubdirectory("alai-mount-").FullName;
        using var process = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "-o", options, "alai-test", folder]))!;
        await process.WaitForExitAsync(None);
        if (process.ExitCode != 0)
            Assert.Skip("needs the right to mount a small disk");
        return new Mounted(folder);
    }

    private sealed record Mounted(string Folder) : IDisposable
    {
        public void Dispose()
        {
            using var process = Process.Start(new ProcessStartInfo("umount", ["-l", Folder]));
            process?.WaitForExit();
            Directory.Delete(Folder, true);
        }
    }
}
