using Microsoft.Data.Sqlite;

namespace Alai.Storage;

/// <summary>A database as a file: copied while it is written, looked at, built anew. Takes no writer lock.</summary>
public static class DatabaseFile
{
    /// <summary>Copies what is committed now through SQLite's backup API; writers go on. The copy is one file without a log.</summary>
    /// <param name="from">A database, perhaps in use.</param>
    /// <param name="to">A file that does not exist.</param>
    /// <exception cref="Tasks.FactoryException">The disk is full, the place cannot be written, the source is damaged; no copy is left.</exception>
    public static void Copy(string from, string to)
    {
        using var source = SqliteFile.OpenReader(from);
        Copy(source, to);
    }

    /// <summary>Reads a database that need not be ours alone.</summary>
    public static T Read<T>(string path, Func<SqlSession, T> read)
    {
        using var session = SqliteFile.OpenReader(path);
        try
        {
            session.Run("BEGIN");
            return read(session);
        }
        catch (SqliteException problem)
        {
            throw StorageErrors.Translate(problem, path);
        }
    }

    /// <summary>Builds a database at a schema of the past, fills it in one transaction, and brings it up to date.</summary>
    /// <param name="options">The new file and its steps.</param>
    /// <param name="schema">The schema that is filled.</param>
    /// <param name="fill">Writes the rows; what it throws leaves a file nobody may use.</param>
    public static void Build(DatabaseOptions options, int schema, Action<SqlSession> fill)
    {
        using var session = SqliteFile.OpenWriter(options.Path);
        try
        {
            Migrations.Apply(session, options, schema);
            session.Run("BEGIN IMMEDIATE");
            session.Run("PRAGMA defer_foreign_keys=ON");
            fill(session);
            session.Run("COMMIT");
            Migrations.Apply(session, options, int.MaxValue);
            session.Script("PRAGMA journal_mode=DELETE");
        }
        catch (SqliteException problem)
        {
            throw StorageErrors.Translate(problem, options.Path);
        }
    }

    /// <summary>Brings a file that is nobody's yet up to date; it stays one file without a log.</summary>
    /// <exception cref="Tasks.FactoryException">A step fails; the file is of no use then.</exception>
    public static void Upgrade(DatabaseOptions options)
    {
        using var session = SqliteFile.OpenWriter(options.Path);
        try
        {
            Migrations.Apply(session, options);
            session.Script("PRAGMA journal_mode=DELETE");
        }
        catch (SqliteException problem)
        {
            throw StorageErrors.Translate(problem, options.Path);
        }
    }

    /// <summary>The newest schema of these steps.</summary>
    public static int NewestSchema(DatabaseOptions options) => Migrations.Steps(options).Count;

    internal static void Copy(SqlSession source, string to)
    {
        var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        try
        {
            using (copy)
            {
                copy.Open();
                source.Connection.BackupDatabase(copy);
                using var single = copy.CreateCommand();

                // The copied header says WAL; a file that is moved about must not need its log.
                single.CommandText = "PRAGMA journal_mode=DELETE";
                single.ExecuteScalar();
            }

            using var written = new FileStream(to, FileMode.Open, FileAccess.ReadWrite);
            written.Flush(true);
        }
        catch (SqliteException problem)
        {
            foreach (var left in new[] { to, to + "-wal", to + "-shm", to + "-journal" })
                File.Delete(left);
            throw StorageErrors.Translate(problem, to);
        }
    }
}
