using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Alai.Storage;

/// <summary>What neither the package nor .NET offers: SQLite's file layer, and a flush that leaves a file's times out.</summary>
internal static class NativeMethods
{
    /// <summary>fdatasync(2); 0 when all that was written, and the length, is on the disk. Linux only: elsewhere SQLite knows better.</summary>
    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int FlushData(SafeFileHandle file);

    /// <summary>sqlite3_vfs_find(null): the file layer of this platform, a <c>sqlite3_vfs</c>.</summary>
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern IntPtr FindVfs(IntPtr name);

    /// <summary>sqlite3_file_control: asks a connection of its files; without a name, of the main database's.</summary>
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int FileControl(IntPtr connection, IntPtr database, int question, out IntPtr answer);

    /// <summary>sqlite3_vfs_register; 0 when it is known by its name from now on. The memory is SQLite's for good.</summary>
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int RegisterVfs(IntPtr vfs, int makeDefault);

    /// <summary>sqlite3_step. The calls from here on are the package's, without counting each statement's users at every call.</summary>
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_step", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int Step(IntPtr statement);

    /// <summary>sqlite3_reset; repeats the error of the step before it.</summary>
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_reset", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int Reset(IntPtr statement);

    /// <summary>sqlite3_bind_int64: too short for telling the collector of it.</summary>
    [SuppressGCTransition]
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_bind_int64", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int BindNumber(IntPtr statement, int place, long value);

    /// <summary>sqlite3_bind_null: too short for telling the collector of it.</summary>
    [SuppressGCTransition]
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_bind_null", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int BindNull(IntPtr statement, int place);

    /// <summary>sqlite3_column_count.</summary>
    [SuppressGCTransition]
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_column_count", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int ColumnCount(IntPtr statement);

    /// <summary>sqlite3_column_type; that of NULL also where there is no such column.</summary>
    [SuppressGCTransition]
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_column_type", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int ColumnType(IntPtr statement, int column);

    /// <summary>sqlite3_column_int64.</summary>
    [SuppressGCTransition]
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_column_int64", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern long ColumnNumber(IntPtr statement, int column);

    /// <summary>sqlite3_column_double.</summary>
    [SuppressGCTransition]
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_column_double", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern double ColumnDouble(IntPtr statement, int column);

    /// <summary>sqlite3_column_text: UTF-8, until the next step.</summary>
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_column_text", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern IntPtr ColumnText(IntPtr statement, int column);

    /// <summary>sqlite3_column_blob: until the next step; null also where it is empty.</summary>
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_column_blob", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern IntPtr ColumnBlob(IntPtr statement, int column);

    /// <summary>sqlite3_column_bytes of what was asked for last.</summary>
    [SuppressGCTransition]
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_column_bytes", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int ColumnBytes(IntPtr statement, int column);
}
