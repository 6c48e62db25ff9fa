using System.Buffers.Binary;
using Alai.MissionControl;
using Microsoft.Data.Sqlite;

namespace Alai.Torture;

/// <summary>
/// A store whose newest writes are in its write-ahead log alone, and what becomes of it when that log is cut or a byte of it turns.
/// SQLite drops what follows the damage and calls the file sound; the store must either have everything or say what is gone.
/// </summary>
internal sealed class WalDamage : IDisposable
{
    private const int WalHeader = 32;
    private const int FrameHeader = 24;

    private readonly string folder;
    private readonly string file;
    private readonly (long Sequence, long Commits) whole;

    private WalDamage(string folder)
    {
        this.folder = folder;
        file = Path.Combine(folder, "whole", TortureWorker.FileName);
        whole = Fill();
        Wal = new FileInfo(file + "-wal").Length;
        Frames = [.. Boundaries()];
    }

    /// <summary>The log's length.</summary>
    public long Wal { get; }

    /// <summary>Where each frame begins.</summary>
    public IReadOnlyList<long> Frames { get; }

    /// <summary>Makes the store in a folder that is emptied at the end.</summary>
    public static WalDamage In(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "whole"));
        Directory.CreateDirectory(Path.Combine(folder, "hurt"));
        return new WalDamage(folder);
    }

    /// <summary>Damages a copy and opens it.</summary>
    /// <returns>Whether writes that were acknowledged are gone, and whether that was noticed.</returns>
    public (bool Lost, bool Noticed) Try(Action<FileStream> damage)
    {
        var copy = Path.Combine(folder, "hurt", TortureWorker.FileName);
        File.Delete(copy + "-shm");
        foreach (var ending in new[] { "", "-wal", ".head" })
            File.Copy(file + ending, copy + ending, overwrite: true);
        using (var wal = new FileStream(copy + "-wal", FileMode.Open, FileAccess.ReadWrite))
            damage(wal);
        using var store = SqliteMissionControl.Open(TortureWorker.Options(Path.Combine(folder, "hurt")));
        return (Standing(copy) != whole, store.Alarm is not null);
    }

    /// <summary>Cuts the log at a place.</summary>
    public static Action<FileStream> Cut(long at) => wal => wal.SetLength(at);

    /// <summary>Turns one bit of a byte.</summary>
    public static Action<FileStream> Flip(long at, int bit) => wal =>
    {
        wal.Position = at;
        var value = wal.ReadByte();
        wal.Position = at;
        wal.WriteByte((byte)(value ^ (1 << bit)));
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private (long Sequence, long Commits) Fill()
    {
        var home = Path.GetDirectoryName(file)!;
        using var store = SqliteMissionControl.Open(TortureWorker.Options(home));

        // A reader with an old snapshot keeps the checkpoints from moving what comes after it out of the log.
        using var reader = new SqliteConnection($"Data Source={file};Pooling=False");
        reader.Open();
        Number(reader, "PRAGMA wal_checkpoint(PASSIVE)");
        Number(reader, "BEGIN; SELECT count(*) FROM event");
        for (var i = 0; i < 6; i++)
        {
            store.FileAsync(TortureWorker.Root("key" + i), CancellationToken.None).GetAwaiter().GetResult();

            // A write without an event: only the count of commits tells of it.
            store.RecordTickAsync(new TickRecord { At = DateTimeOffset.UnixEpoch }, CancellationToken.None).GetAwaiter().GetResult();
        }

        var standing = Standing(file);
        foreach (var ending in new[] { "", "-wal", ".head" })
            File.Copy(file + ending, file + ending + ".kept");
        reader.Dispose();
        store.Dispose();
        foreach (var ending in new[] { "", "-wal", ".head" })
            File.Move(file + ending + ".kept", file + ending, overwrite: true);
        File.Delete(file + "-shm");
        return standing;
    }

    private IEnumerable<long> Boundaries()
    {
        var bytes = File.ReadAllBytes(file + "-wal");
        var page = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(8));
        for (long at = WalHeader; at + FrameHeader + page <= bytes.Length; at += FrameHeader + page)
            yield return at;
    }

    private static (long Sequence, long Commits) Standing(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return Number(connection, "SELECT count(*) FROM sqlite_master WHERE name='store_commit'") == 0
            ? (0, 0)
            : (Number(connection, "SELECT coalesce(max(seq),0) FROM event"), Number(connection, "SELECT number FROM store_commit"));
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar() ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    }
}
