using System.Diagnostics;
using System.Globalization;
using Alai.Storage;

namespace Alai.Tests.Storage;

/// <summary>Death is what the kernel says.</summary>
public sealed class OwnerLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alai-owners-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_living_owner_is_not_dead_and_a_gone_one_is()
    {
        string name;
        using (var held = OwnerLock.Take(_folder))
        {
            name = held.Owner.ToString();
            Assert.Equal(held.Owner, OwnerIdentity.TryParse(name));
            Assert.False(OwnerLock.IsDead(_folder, name));
        }

        // This process lives on without the lock file: its number and start time still prove it alive.
        Assert.False(OwnerLock.IsDead(_folder, name));
        var other = OwnerIdentity.TryParse(name)!;
        Assert.True(OwnerLock.IsDead(_folder, (other with { StartedAt = other.StartedAt + 1 }).ToString()));
    }

    [Fact]
    public void Another_boot_and_a_foreign_text_are_dead()
    {
        using var held = OwnerLock.Take(_folder);
        Assert.True(OwnerLock.IsDead(_folder, (held.Owner with { BootId = "11111111-0000-0000-0000-000000000000" }).ToString()));
        Assert.True(OwnerLock.IsDead(_folder, "../../etc/passwd"));
    }

    [Fact]
    public async Task A_killed_process_lets_its_lock_go()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/flock"))
            Assert.Skip("needs flock: apt-get install util-linux");
        var identity = OwnerIdentity.Current();
        var path = Path.Combine(_folder, identity.Nonce + ".lock");
        var start = new ProcessStartInfo("/usr/bin/flock", ["-o", path, "cat"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync("held");
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.False(OwnerLock.IsDead(_folder, identity.ToString()));
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(OwnerLock.IsDead(_folder, identity.ToString()));
        OwnerLock.Forget(_folder, identity.ToString());
        Assert.False(File.Exists(path));
        Assert.Equal(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), identity.ToString().Split(':')[1]);
    }

    [Fact]
    public void A_lock_file_replaced_under_its_holder_is_not_taken_for_the_old_one()
    {
        var path = Path.Combine(_folder, "x.lock");
        using var first = HeldFile.TryTake(path);
        File.Delete(path);
        using var second = HeldFile.TryTake(path);
        Assert.NotNull(second);
        Assert.Null(HeldFile.TryTake(path));
    }
}
