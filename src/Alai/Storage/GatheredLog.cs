using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
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
    private bool _known;

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
            return Flush(file);
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
    private int Flush(IntPtr file)
    {
        var count = _length;
        _length = 0;
        _commits = false;
        return count == 0 ? 0 : _write(file, Marshal.UnsafeAddrOfPinnedArrayElement(_kept, 0), count, _start);
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
