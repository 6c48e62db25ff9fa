using System.Runtime.InteropServices;

namespace Alai.Storage;

/// <summary>
/// SQLite's own file layer, with one difference: a write-ahead log opened through it is a <see cref="GatheredLog"/>. Where things
/// lie in <c>sqlite3_vfs</c> and <c>sqlite3_io_methods</c> is part of SQLite's stable interface (sqlite.org/c3ref/vfs.html).
/// </summary>
internal static class FileLayer
{
    private const int WriteAheadLog = 0x00080000;

    // The numbers of version, file size and path length, then pointers: next, name, data, open, and fifteen more calls.
    private const int Numbers = 16;
    private const int Pointers = 19;
    private const int NameAt = Numbers + 8;
    private const int OpenAt = Numbers + 24;

    // Called by SQLite for as long as the process lives.
    private static Open? _ours;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Open(IntPtr vfs, IntPtr name, IntPtr file, int flags, IntPtr flagsOut);

    /// <summary>Its name for a connection, or null where SQLite's own is used as it is.</summary>
    public static string? Name { get; } = Register("alai");

    private static string? Register(string name)
    {
        // Elsewhere a pointer or a path may be of another kind, and nobody has tried.
        if (OperatingSystem.IsWindows() || IntPtr.Size != 8)
            return null;

        // Whoever asks for a layer starts the library, and then it takes no settings any more.
        _ = SqliteFile.Version;
        var given = NativeMethods.FindVfs(IntPtr.Zero);
        var copy = Marshal.AllocHGlobal(Numbers + (Pointers * IntPtr.Size));
        for (var at = 0; at < Numbers + (Pointers * IntPtr.Size); at += IntPtr.Size)
            Marshal.WriteIntPtr(copy, at, Marshal.ReadIntPtr(given, at));
        var theirs = Marshal.GetDelegateForFunctionPointer<Open>(Marshal.ReadIntPtr(given, OpenAt));
        _ours = (_, path, file, flags, flagsOut) =>
        {
            var answer = theirs(given, path, file, flags, flagsOut);
            if (answer == SQLitePCL.raw.SQLITE_OK && (flags & WriteAheadLog) != 0)
                GatheredLog.TakeOver(file, Marshal.PtrToStringUTF8(path)!);
            return answer;
        };
        Marshal.WriteIntPtr(copy, NameAt, Marshal.StringToCoTaskMemUTF8(name));
        Marshal.WriteIntPtr(copy, OpenAt, Marshal.GetFunctionPointerForDelegate(_ours));
        return NativeMethods.RegisterVfs(copy, 0) == SQLitePCL.raw.SQLITE_OK ? name : null;
    }
}
