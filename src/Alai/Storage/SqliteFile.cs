using Alai.Tasks;
using Microsoft.Data.Sqlite;

namespace Alai.Storage;

/// <summary>Opens connections the one way that is safe.</summary>
internal static class SqliteFile
{
    // 3.7.0 to 3.51.2 can corrupt a file when two connections write and checkpoint at once (the WAL-reset bug).
    private static readonly System.Version Oldest = new(3, 51, 3);

    private const string Writer = """
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=FULL;
        PRAGMA busy_timeout=5000;
        PRAGMA foreign_keys=ON;
        PRAGMA recursive_triggers=ON;
        PRAGMA wal_autocheckpoint=0;
        PRAGMA journal_size_limit=67108864;
        PRAGMA cell_size_check=ON;
        PRAGMA trusted_schema=OFF;
        PRAGMA mmap_size=0;
        PRAGMA cache_size=-4096;
        PRAGMA temp_store=MEMORY;
        PRAGMA application_id=1095516489;
        PRAGMA fullfsync=ON;
        """;

    private const string Checkpointer = """
        PRAGMA synchronous=FULL;
        PRAGMA busy_timeout=0;
        PRAGMA wal_autocheckpoint=0;
        PRAGMA cell_size_check=ON;
        PRAGMA trusted_schema=OFF;
        PRAGMA mmap_size=0;
        PRAGMA cache_size=-256;
        PRAGMA fullfsync=ON;
        """;

    private const string Reader = """
        PRAGMA query_only=ON;
        PRAGMA busy_timeout=5000;
        PRAGMA wal_autocheckpoint=0;
        PRAGMA cell_size_check=ON;
        PRAGMA trusted_schema=OFF;
        PRAGMA mmap_size=0;
        PRAGMA cache_size=-8192;
        """;

    /// <summary>The version of the library; asking for it loads and configures it, so nothing is opened without having asked.</summary>
    public static string Version { get; } = Load();

    public static SqlSession OpenWriter(string path, Action<string>? atStep = null) =>
        Open(path, SqliteOpenMode.ReadWriteCreate, Writer, atStep);

    public static SqlSession OpenReader(string path) => Open(path, SqliteOpenMode.ReadWrite, Reader, null);

    public static SqlSession OpenCheckpointer(string path) => Open(path, SqliteOpenMode.ReadWrite, Checkpointer, null);

    /// <exception cref="FactoryException">The library is older than the oldest safe one.</exception>
    public static void Refuse(string version)
    {
        if (System.Version.Parse(version) < Oldest)
        {
            throw new FactoryException(
                $"SQLite {version} is loaded; expected {Oldest} or newer, since older ones can corrupt a database under load.",
                "Use the SQLite that ships with ALAI: remove the override of e_sqlite3.");
        }
    }

    private static string Load()
    {
        // Both must be told before the library's first use. Counting every allocation under one lock is for debugging; a lock
        // around every call is for connections that threads share, and here each belongs to one thread at a time.
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        using var closed = new SqliteConnection();
        return closed.ServerVersion;
    }

    private static void Configure(SqliteConnection connection)
    {
        // Memory that a statement takes and gives back on each run: enough that none of it comes from the allocator.
        _ = SQLitePCL.raw.sqlite3_db_config(connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_LOOKASIDE, IntPtr.Zero, 1200, 400);

        // Else a statement whose values might have mattered to its plan is planned anew for each new value, which costs more than
        // running it.
        _ = SQLitePCL.raw.sqlite3_db_config(connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
    }

    private static SqlSession Open(string path, SqliteOpenMode mode, string pragmas, Action<string>? atStep)
    {
        Refuse(Version);

        // Our own pool: the package's would keep files open after we are done with them. Only a writer writes a log.
        var layer = pragmas == Writer ? FileLayer.Name : null;
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, Vfs = layer }.ToString();
        var session = new SqlSession(new SqliteConnection(text)) { AtStep = atStep };
        try
        {
            session.Connection.Open();
            Configure(session.Connection);
            session.Script(pragmas);
            return session;
        }
        catch (SqliteException problem)
        {
            session.Dispose();
            throw StorageErrors.Translate(problem, path);
        }
    }
}
