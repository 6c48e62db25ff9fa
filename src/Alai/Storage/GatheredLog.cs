using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace Alai.Storage;

/// <summary>
/// A write-ahead log as SQLite writes it, but each transaction in one piece: SQLite hands over a header and a page at a time, some
/// seventy writes a group. They are kept until the one that commits, or until anything else is asked of the file, so that whatever
/// could see them finds them there; and the flush leaves the file's times out.
/// </summary>
/// <remarks>Frames and their commit mark: sqlite.org/fileformat2.html, section 4.1. One thread at a time, as SQLite promises.</remarks>
internal sealed class GatheredLog
{
    private const int Methods = 19;
    private const int FrameHeader = 24;

    // More than this SQLite's own layer takes for less.
    private const int Most = 0x1ffff;

    // SQLITE_FCNTL_JOURNAL_POINTER of sqlite3.h.
    private const int JournalPointer = 28;

    // What SQLite calls must stay where it is until the file is closed.
    private static readonly ConcurrentDictionary<IntPtr, GatheredLog> Taken = [];

    private readonly SafeFileHandle? _handle;
    private readonly IntPtr _table = Marshal.AllocHGlobal(Methods * IntPtr.Size);
    private readonly OnFile _close;
    private readonly OnBytes _read;
    private readonly OnBytes _write;
    private readonly OnLength _truncate;
    private readonly OnFlags _sync;
    private readonly OnAnswer _size;
    private readonly Delegate[] _called;
    private byte[] _kept = GC.AllocateUninitializedArray<byte>(1 << 14, pinned: true);
    private long _start;
    private int _length;
    private bool _commits;
    private bool _whole;
    private bool _known;
    private bool _defers;
    private int _owed;

    private GatheredLog(IntPtr file, SafeFileHandle? handle)
    {
        _handle = handle;
        var given = Marshal.ReadIntPtr(file);
        for (var at = 0; at < Methods; at++)
            Marshal.WriteIntPtr(_table, at * IntPtr.Size, Marshal.ReadIntPtr(given, at * IntPtr.Size));
        _close = Given<OnFile>(1);
        _read = Given<OnBytes>(2);
        _write = Given<OnBytes>(3);
        _truncate = Given<OnLength>(4);
        _sync = Given<OnFlags>(5);
        _size = Given<OnAnswer>(6);
        _called = [Ours<OnFile>(1, Close), Ours<OnBytes>(2, Read), Ours<OnBytes>(3, Write), Ours<OnLength>(4, Truncate), Ours<OnFlags>(5, Sync), Ours<OnAnswer>(6, Size)];
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OnFile(IntPtr file);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OnBytes(IntPtr file, IntPtr bytes, int count, long offset);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OnLength(IntPtr file, long length);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OnFlags(IntPtr file, int flags);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OnAnswer(IntPtr file, IntPtr answer);

    /// <summary>From now on this open file writes in pieces.</summary>
    public static void TakeOver(IntPtr file, string path)
    {
        var log = new GatheredLog(file, OperatingSystem.IsLinux() ? Handle(path) : null);
        Taken[file] = log;
        Marshal.WriteIntPtr(file, log._table);
    }

    /// <summary>The log of a connection, or null where SQLite's own is used as it is.</summary>
    public static GatheredLog? Of(SqliteConnection connection) =>
        NativeMethods.FileControl(connection.Handle!.DangerousGetHandle(), IntPtr.Zero, JournalPointer, out var file) == 0 && Taken.TryGetValue(file, out var log) ? log : null;

    /// <summary>
    /// Whether the flush of a commit may come later, by <see cref="FlushOwed"/>. The flush of a log's first page, before anything
    /// follows it, and those of a checkpoint come at once whatever this says. Called by the writer's thread.
    /// </summary>
    public void Defer(bool defers) => _defers = defers;

    /// <summary>Flushes what was put off, if anything was; by any thread, also while the writer goes on.</summary>
    /// <param name="atStep">Called before and after.</param>
    /// <returns>Zero, or the system's error: then nobody knows what the disk has.</returns>
    public int FlushOwed(Action<string>? atStep)
    {
        if (Interlocked.Exchange(ref _owed, 0) == 0)
            return 0;
        atStep?.Invoke("flush");
        var error = NativeMethods.FlushData(_handle!) == 0 ? 0 : Marshal.GetLastPInvokeError();
        atStep?.Invoke("flush");
        return error;
    }

    // A handle of our own, opened before the first write: the kernel tells each handle of a failed flush once.
    private static SafeFileHandle? Handle(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private T Given<T>(int place) => Marshal.GetDelegateForFunctionPointer<T>(Marshal.ReadIntPtr(_table, place * IntPtr.Size));

    private T Ours<T>(int place, T call)
        where T : Delegate
    {
        Marshal.WriteIntPtr(_table, place * IntPtr.Size, Marshal.GetFunctionPointerForDelegate(call));
        return call;
    }

    private int Write(IntPtr file, IntPtr bytes, int count, long offset)
    {
        if (_length > 0 && (offset != _start + _length || _length + count > Most))
        {
            if (Flush(file) is var answer and not 0)
                return answer;
        }

        if (count > Most)
            return _write(file, bytes, count, offset);
        Keep(bytes, count, offset);
        if (_commits && count != FrameHeader)
            return Flush(file, commits: true);
        _commits = count == FrameHeader && BinaryPrimitives.ReadInt32BigEndian(_kept.AsSpan(_length - FrameHeader + 4)) != 0;
        return 0;
    }

    private void Keep(IntPtr bytes, int count, long offset)
    {
        if (_length == 0)
            _start = offset;
        if (_length + count > _kept.Length)
        {
            var larger = GC.AllocateUninitializedArray<byte>(Math.Max(_kept.Length * 2, _length + count), pinned: true);
            _kept.AsSpan(0, _length).CopyTo(larger);
            _kept = larger;
        }

        Marshal.Copy(bytes, _kept, _length, count);
        _length += count;
    }

    // What a failed write kept is dropped, as SQLite rolls back: its next transaction writes over the same place.
    private int Flush(IntPtr file, bool commits = false)
    {
        var count = _length;
        _length = 0;
        _commits = false;
        if (count == 0)
            return 0;
        _whole = commits;
        return _write(file, Marshal.UnsafeAddrOfPinnedArrayElement(_kept, 0), count, _start);
    }

    private int Read(IntPtr file, IntPtr bytes, int count, long offset) =>
        Flush(file) is var answer and not 0 ? answer : _read(file, bytes, count, offset);

    private int Truncate(IntPtr file, long length) => Flush(file) is var answer and not 0 ? answer : _truncate(file, length);

    private int Size(IntPtr file, IntPtr answer) => Flush(file) is var failed and not 0 ? failed : _size(file, answer);

    // The first flush is SQLite's: it puts the file's name on the disk as well.
    private int Sync(IntPtr file, int flags)
    {
        if (Flush(file) is var answer and not 0)
            return answer;
        if (_defers && _whole && _known && _handle is not null)
        {
            Volatile.Write(ref _owed, 1);
            return 0;
        }

        if (_known && _handle is not null)
            return NativeMethods.FlushData(_handle) == 0 ? 0 : SQLitePCL.raw.SQLITE_IOERR_FSYNC;
        answer = _sync(file, flags);
        _known = answer == 0;
        return answer;
    }

    private int Close(IntPtr file)
    {
        _ = Flush(file);
        var answer = _close(file);
        _handle?.Dispose();
        Taken.TryRemove(file, out _);
        Marshal.FreeHGlobal(_table);
        return answer;
    }
}
