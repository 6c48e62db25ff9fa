using Alai.Tasks;
using Microsoft.Data.Sqlite;

namespace Alai.Storage;

/// <summary>Turns what SQLite and the file system say into what a person can do about it.</summary>
internal static class StorageErrors
{
    public static FactoryException Translate(SqliteException problem, string path) => problem.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => new($"The disk that holds {path} is full; nothing of this write was kept.", "Free some space and try again.", true, problem),
        SQLitePCL.raw.SQLITE_READONLY => new($"{path} cannot be written: it is read-only.", "Give the user that runs ALAI write access to the home, or choose another with --home.", false, problem),
        SQLitePCL.raw.SQLITE_CANTOPEN => new($"{path} cannot be opened: {problem.Message}", "Check that its folder exists and can be written.", false, problem),
        SQLitePCL.raw.SQLITE_IOERR => new($"Reading or writing {path} failed: {problem.Message}", "Check the disk and its free space, then try again.", true, problem),
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => new($"{path} is damaged: {problem.Message}", "Stop ALAI and restore the newest backup: alai db restore.", false, problem),
        SQLitePCL.raw.SQLITE_BUSY => new($"{path} is locked by another process.", "Only the ALAI daemon may open it; close the other program.", true, problem),
        _ => new($"The database {path} refused a write: {problem.Message}", "This is a fault of ALAI or of an edited database; alai db check tells more.", false, problem),
    };

    public static bool IsDiskFull(Exception? problem) =>
        problem is FactoryException { InnerException: SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } };

    public static FactoryException Unwritable(string path, Exception problem) => new(
        $"{path} cannot be written: {problem.Message}",
        "Give the user that runs ALAI write access to the home, or choose another with --home.",
        false,
        problem);

    public static FactoryException NoFolder(string folder) => new(
        $"The folder {folder} does not exist.",
        "Make it with `alai init`, or choose another home with --home.");
}
