using Alai.Storage;
using Alai.Tasks;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Alai.Tests.Storage;

/// <summary>One writer, group commit, clear refusals.</summary>
public sealed class DatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alai-db-").FullName;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private DatabaseOptions Options => new() { Path = Path.Combine(_folder, "x.db"), MigrationPrefix = "Alai.MissionControl.Schema." };

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task A_write_that_fails_costs_nobody_else_in_its_group()
    {
        using var database = Database.Open(Options);
        var writes = Enumerable.Range(0, 200).Select(i => database.WriteAsync(
            sql =>
            {
                sql.Run("INSERT INTO tick(at,data) VALUES($1,'{}')", i);
                return i % 7 == 3 ? throw new InvalidOperationException("no") : i;
            },
            None)).ToList();
        var done = 0;
        foreach (var write in writes)
        {
            try
            {
                await write;
                done++;
            }
            catch (InvalidOperationException)
            {
            }
        }

        Assert.Equal(171, done);
        Assert.Equal(171, database.Read(sql => sql.Number("SELECT count(*) FROM tick WHERE at % 7 <> 3")));
        Assert.Equal(0, database.Read(sql => sql.Number("SELECT count(*) FROM tick WHERE at % 7 = 3")));
    }

    [Fact]
    public async Task A_statement_is_planned_once_whatever_its_values()
    {
        using var database = Database.Open(Options);
        Assert.Equal(0, Plans(SqliteFile.OpenReader(Options.Path).Connection));
        Assert.Equal(0, await database.WriteAsync(sql => Plans(sql.Connection, close: false), None));

        // The package as it comes plans it again for each value.
        using var plain = new SqliteConnection($"Data Source={Options.Path};Pooling=False");
        plain.Open();
        Assert.True(Plans(plain) > 0);
    }

    // SQLITE_STMTSTATUS_REPREPARE of sqlite3.h.
    private const int PlannedAgain = 5;

    // How often a statement with a value that might matter to its plan was planned after the first time.
    private static int Plans(SqliteConnection connection, bool close = true)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(connection.Handle, "SELECT min(run_at) FROM task WHERE stage IS NULL AND state='open' AND priority>$1", out var statement));
        for (var value = 1; value < 4; value++)
        {
            _ = raw.sqlite3_bind_int64(statement, 1, value);
            _ = raw.sqlite3_step(statement);
            _ = raw.sqlite3_reset(statement);
        }

        var again = raw.sqlite3_stmt_status(statement, PlannedAgain, 0);
        statement.Dispose();
        if (close)
            connection.Dispose();
        return again;
    }

    [Fact]
    public async Task The_pragmas_are_the_safe_ones()
    {
        using var database = Database.Open(Options);
        Assert.Equal(1, database.Read(sql => sql.Number("PRAGMA query_only")));
        Assert.Throws<FactoryException>(() => database.Read(sql => sql.Run("DELETE FROM tick")));
        foreach (var (pragma, expected) in new (string, long)[]
        {
            ("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1), ("wal_autocheckpoint", 0), ("busy_timeout", 5_000),
            ("trusted_schema", 0), ("cell_size_check", 1), ("journal_size_limit", 67_108_864), ("application_id", 1_095_516_489),
        })
            Assert.Equal((pragma, (long?)expected), (pragma, await database.WriteAsync(sql => sql.Number("PRAGMA " + pragma), None)));
        Assert.Equal("wal", await database.WriteAsync(sql => sql.Text("PRAGMA journal_mode"), None));
        Assert.Equal(0, database.Read(sql => sql.Number("PRAGMA wal_autocheckpoint")));
    }

    [Fact]
    public void A_second_writer_is_refused()
    {
        using var first = Database.Open(Options);
        var problem = Assert.Throws<FactoryException>(() => Database.Open(Options));
        Assert.Contains("Another ALAI daemon", problem.Message, StringComparison.Ordinal);
        Assert.Contains("alai down", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_and_switched_off_locks_are_refused()
    {
        var missing = Assert.Throws<FactoryException>(() => Database.Open(Options with { Path = Path.Combine(_folder, "no", "x.db") }));
        Assert.Contains("does not exist", missing.Message, StringComparison.Ordinal);
        var locks = Assert.Throws<FactoryException>(() => Database.Open(Options with { FileLockingDisabled = true }));
        Assert.Contains("DISABLEFILELOCKING", locks.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        using (var database = Database.Open(Options))
            await database.WriteAsync(sql => sql.Run("PRAGMA user_version=99"), None);
        var problem = Assert.Throws<FactoryException>(() => Database.Open(Options));
        Assert.Contains("has schema 99", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.40.1", true)]
    [InlineData("3.51.2", true)]
    [InlineData("3.51.3", false)]
    [InlineData("3.53.3", false)]
    public void An_old_sqlite_is_refused(string version, bool refused)
    {
        var problem = Record.Exception(() => SqliteFile.Refuse(version));
        Assert.Equal(refused, problem is FactoryException);
    }

    [Theory]
    [InlineData(DriveType.Network, "nfs4", true)]
    [InlineData(DriveType.Unknown, "fuse.sshfs", true)]
    [InlineData(DriveType.Fixed, "9p", true)]
    [InlineData(DriveType.Fixed, "ext4", false)]
    [InlineData(DriveType.Ram, "tmpfs", false)]
    public void A_network_file_system_is_told_from_a_disk(DriveType type, string format, bool remote) =>
        Assert.Equal(remote, NetworkFileSystem.IsRemote(type, format));

    [Fact]
    public async Task A_home_on_a_long_path_with_spaces_works()
    {
        var folder = Path.Combine(_folder, new string('a', 100), "b c", new string('d', 100));
        Directory.CreateDirectory(folder);
        using var database = Database.Open(Options with { Path = Path.Combine(folder, "x.db") });
        Assert.Equal(1, await database.WriteAsync(sql => sql.Run("INSERT INTO tick(at,data) VALUES(1,'{}')"), None));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(Options.Path, new string('x', 5_000));
        var problem = Assert.Throws<FactoryException>(() => Database.Open(Options));
        Assert.Contains("is damaged", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_database_says_so()
    {
        var database = Database.Open(Options);
        database.Dispose();
        await Assert.ThrowsAsync<FactoryException>(() => database.WriteAsync(sql => 1, None));
    }
}
