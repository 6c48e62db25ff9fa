using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Alai.Storage;
using Alai.Tasks;
using Microsoft.Win32.SafeHandles;

namespace Alai.Tests.Storage;

/// <summary>A write is answered when the disk has it, and not before; meanwhile others are written.</summary>
public sealed class FlushTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alai-flush-").FullName;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private DatabaseOptions Options => new() { Path = Path.Combine(_folder, "x.db"), MigrationPrefix = "Alai.MissionControl.Schema." };

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task A_write_that_was_answered_is_on_the_disk_with_many_callers_at_once()
    {
        using var database = Database.Open(Options);
        await WriteAsync(database, -1);
        using var log = File.OpenHandle(Options.Path + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        for (var round = 0; round < 40; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 1 + (round % 8)).Select(number => WriteAsync(database, number)));

            // Nobody else writes now, so nothing may be left that only the kernel knows of.
            Assert.True(PageState.Unwritten(log) is null or 0);
        }
    }

    [Fact]
    public async Task While_one_group_is_flushed_the_next_is_written_and_nobody_is_told_too_early()
    {
        using var flushes = new Gate();
        var (handed, written) = (new StrongBox<bool>(), new StrongBox<bool>());
        using var database = Database.Open(Options with { AtStep = flushes.AtStep });
        await WriteAsync(database, 0);
        flushes.Close();
        var first = database.WriteAsync(
            sql =>
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref handed.Value), Patience.Default);
                return Insert(sql, 1);
            },
            None);
        var second = database.WriteAsync(sql => Insert(sql, 2), None);
        var third = database.WriteAsync(
            sql =>
            {
                var rows = Insert(sql, 3);
                Volatile.Write(ref written.Value, true);
                return rows;
            },
            None);
        Volatile.Write(ref handed.Value, true);

        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref written.Value), Patience.Default));
        Assert.False(first.IsCompleted || second.IsCompleted || third.IsCompleted);
        flushes.Open();
        var rows = await Task.WhenAll(first, second, third).WaitAsync(Patience.Default, None);
        Assert.Equal([1, 1, 1], rows);
    }

    [Fact]
    public async Task A_disk_that_does_not_keep_what_was_written_closes_the_database_and_says_so()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var database = Database.Open(Options);
        await WriteAsync(database, 0);
        Descriptors.BreakFlush(Options.Path + "-wal");

        var lost = await Assert.ThrowsAsync<FactoryException>(() => WriteAsync(database, 1));
        Assert.Contains("did not keep what was written", lost.Message, StringComparison.Ordinal);
        Assert.Contains("start ALAI again", lost.Hint, StringComparison.Ordinal);

        // The flush after it might succeed, and would say nothing of the one before.
        var refused = await Assert.ThrowsAsync<FactoryException>(() => WriteAsync(database, 2));
        Assert.Equal(lost.Message, refused.Message);
        Assert.Equal(0, database.Read(sql => sql.Number("SELECT count(*) FROM tick WHERE at=2")));
    }

    private static int Insert(SqlSession sql, int number) => sql.Run("INSERT INTO tick(at,data) VALUES($1,'{}')", number);

    private static Task<int> WriteAsync(Database database, int number) => database.WriteAsync(sql => Insert(sql, number), None);
}

/// <summary>Stops whoever is about to flush, while it is closed.</summary>
internal sealed class Gate : IDisposable
{
    private readonly ManualResetEventSlim _open = new(true);

    public void Dispose() => _open.Dispose();

    public void Close() => _open.Reset();

    public void Open() => _open.Set();

    public void AtStep(string step)
    {
        if (step == "flush")
            _open.Wait();
    }
}

/// <summary>Open files of this process, by number.</summary>
internal static class Descriptors
{
    /// <summary>Puts a pipe where a log is flushed: the kernel refuses to flush one.</summary>
    public static void BreakFlush(string log)
    {
        // SQLite opens the file and we open it right after: the lowest two.
        var ours = Directory.GetFiles("/proc/self/fd")
            .Where(link => new FileInfo(link).LinkTarget == log)
            .Select(link => int.Parse(Path.GetFileName(link), System.Globalization.CultureInfo.InvariantCulture)).Order().ElementAt(1);
        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream();
        Assert.Equal(ours, Duplicate(pipe.SafePipeHandle, ours));
    }

    [DllImport("libc", EntryPoint = "dup2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Duplicate(SafePipeHandle from, int to);
}
