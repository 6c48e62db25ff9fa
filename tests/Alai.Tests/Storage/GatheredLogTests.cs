using System.Runtime.InteropServices;
using Alai.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace Alai.Tests.Storage;

/// <summary>A log that is written a transaction at a time is the log that SQLite meant to write.</summary>
public sealed class GatheredLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alai-log-").FullName;

    private string File => Path.Combine(_folder, "x.db");

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_writer_has_it_and_a_reader_has_not()
    {
        using var writer = SqliteFile.OpenWriter(File);
        using var reader = SqliteFile.OpenReader(File);

        Assert.Equal(OperatingSystem.IsWindows() ? null : "alai", FileLayer.Name);
        Assert.Contains("Vfs=alai", writer.Connection.ConnectionString, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Vfs=", reader.Connection.ConnectionString, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_commit_is_seen_by_others_at_once_even_when_nothing_asks_for_a_flush()
    {
        using var writer = Open();
        writer.Script("PRAGMA synchronous=OFF");
        using var other = Plain(File);
        for (var rows = 1; rows <= 20; rows++)
        {
            writer.Run("INSERT INTO t(text) VALUES($1)", new string('x', rows * 700));
            Assert.Equal(rows, Count(other));
        }
    }

    [Fact]
    public void A_commit_is_on_the_disk()
    {
        using var writer = Open();
        using var log = System.IO.File.OpenHandle(File + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        writer.Script("PRAGMA synchronous=OFF");
        writer.Run("INSERT INTO t(text) VALUES('kept in memory')");

        // Only a Linux of 2023 or later can say it, and of a file system in memory it says that nothing ever is.
        if (PageState.Unwritten(log) is not > 0)
            return;
        writer.Script("PRAGMA synchronous=FULL");
        for (var row = 0; row < 50; row++)
        {
            writer.Run("INSERT INTO t(text) VALUES($1)", new string('x', 3_000));
            Assert.Equal(0, PageState.Unwritten(log));
        }
    }

    [Fact]
    public void A_transaction_larger_than_what_is_gathered_is_whole_in_the_files()
    {
        using var writer = Open();
        writer.Script("PRAGMA cache_size=10");
        writer.Run("BEGIN IMMEDIATE");
        for (var row = 0; row < 500; row++)
            writer.Run("INSERT INTO t(text) VALUES($1)", new string('x', 3_000));

        // Pages that left the cache are read back out of the log before it is committed.
        Assert.Equal(1_500_000, writer.Number("SELECT sum(length(text)) FROM t"));
        writer.Run("COMMIT");

        // As after a power cut: what is in the files, without a word from who wrote them.
        var copy = Path.Combine(_folder, "copy.db");
        System.IO.File.Copy(File, copy);
        System.IO.File.Copy(File + "-wal", copy + "-wal");
        using var found = Plain(copy);
        Assert.Equal(500, Count(found));
        Assert.Equal("ok", Ask(found, "PRAGMA integrity_check"));
    }

    [Fact]
    public void What_happens_in_any_order_is_what_a_plain_log_would_hold()
    {
        using var writer = Open();
        writer.Script("PRAGMA cache_size=10");
        using var other = Plain(File);
        var random = new Random(20_261_124);
        long rows = 0;
        for (var step = 0; step < 300; step++)
        {
            var many = random.Next(1, step % 10 == 0 ? 400 : 12);
            writer.Run("BEGIN IMMEDIATE");
            for (var row = 0; row < many; row++)
                writer.Run("INSERT INTO t(text) VALUES($1)", new string('y', random.Next(1, 2_000)));
            writer.Run("UPDATE t SET text=text||'.' WHERE id%17=$1", step % 17);
            var keeps = random.Next(4) != 0;
            writer.Run(keeps ? "COMMIT" : "ROLLBACK");
            rows += keeps ? many : 0;
            Assert.Equal(rows, Count(other));
            if (random.Next(9) == 0)
                writer.Number(random.Next(2) == 0 ? "PRAGMA wal_checkpoint(PASSIVE)" : "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        Assert.Equal("ok", Ask(other, "PRAGMA integrity_check"));
    }

    private static long Count(SqliteConnection connection) => (long)Ask(connection, "SELECT count(*) FROM t")!;

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static SqliteConnection Plain(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private SqlSession Open()
    {
        var writer = SqliteFile.OpenWriter(File);
        writer.Run("CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT");
        return writer;
    }
}

/// <summary>What the kernel holds of a file and has not written yet.</summary>
internal static class PageState
{
    private const int CacheStat = 451;

    /// <summary>Pages that are dirty or on their way, or null where the kernel cannot tell.</summary>
    public static long? Unwritten(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var range = default(Range);
        return Call(CacheStat, file, in range, out var pages, 0) == 0 ? pages.Dirty + pages.Writeback : null;
    }

    // syscall(2): cachestat has no wrapper in older C libraries.
    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Call(nint number, SafeFileHandle file, in Range range, out Pages pages, uint flags);

    [StructLayout(LayoutKind.Sequential)]
    private struct Range
    {
        public long Offset;
        public long Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Pages
    {
        public long Cached;
        public long Dirty;
        public long Writeback;
        public long Evicted;
        public long RecentlyEvicted;
    }
}
