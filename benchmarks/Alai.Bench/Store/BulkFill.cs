using System.Globalization;
using Alai.MissionControl;
using Alai.Orchestration;
using Microsoft.Data.Sqlite;

namespace Alai.Bench.Store;

/// <summary>
/// Stores with a million rows, written straight into the file as copies of filed tasks: filing them one by one would take the
/// benchmark's whole time. Only their filing events are left out.
/// </summary>
internal static class BulkFill
{
    // Kept aside while rows are copied: each copy is known to be new, and its count is written with it.
    private static readonly string[] Aside = ["task_once", "card_once", "task_live_filed"];

    /// <summary>A store with so many tasks filed in the ordinary way and so many copies, ready or finished with a run each.</summary>
    public static async Task<SqliteMissionControl> OpenAsync(string folder, string name, (int Filed, int Ready, int Finished) sizes, CancellationToken cancellationToken)
    {
        using (var store = Filled.Open(folder, name))
            await Filled.FileAsync(store, sizes.Filed, cancellationToken);
        var file = new FactoryHome(Path.Combine(folder, name)).Database;
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            Run(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-262144; PRAGMA temp_store=MEMORY");
            if (sizes.Ready > 0)
                Copy(connection, sizes.Ready, finished: false);
            if (sizes.Finished > 0)
                Copy(connection, sizes.Finished, finished: true);
            Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return Filled.Open(folder, name);
    }

    private static void Copy(SqliteConnection connection, int count, bool finished)
    {
        var first = (long)Scalar(connection, "SELECT max(id)+1 FROM task")!;
        var triggers = Aside.Select(name => (string)Scalar(connection, $"SELECT sql FROM sqlite_master WHERE name='{name}'")!).ToList();
        Run(connection, "BEGIN");
        foreach (var name in Aside)
            Run(connection, "DROP TRIGGER " + name);
        foreach (var stage in new[] { false, true })
        {
            Run(connection, Tasks(connection, first, count, (stage, finished)));
            foreach (var table in new[] { "task_card", "task_body" })
                Run(connection, Beside(connection, table, (first, count), stage));
        }

        if (finished)
        {
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"""
                INSERT INTO run(task_id,root_id,stage,fence,owner,route,started_at,ended_at,outcome,pulsed_at)
                SELECT id,root_id,stage,1,'bench:1:1:0','{"{}"}',created_at,created_at,'verified',created_at FROM task WHERE id>={first} AND stage IS NOT NULL
                """));
        }

        foreach (var sql in triggers)
            Run(connection, sql);
        Run(connection, "COMMIT");
    }

    // Task 1 is a root, task 2 its stage; a copy n is the pair first+2n, first+2n+1.
    private static string Tasks(SqliteConnection connection, long first, int count, (bool Stage, bool Finished) kind)
    {
        var (stage, finished) = kind;
        var id = string.Create(CultureInfo.InvariantCulture, $"{first}+2*n.value{(stage ? "+1" : "")}");
        var root = string.Create(CultureInfo.InvariantCulture, $"{first}+2*n.value");
        var values = Columns(connection, "task").Select(column => column switch
        {
            "id" => id,
            "root_id" => root,
            "parent_id" => stage ? root : "NULL",
            "priority" => "n.value % 4",
            "state" => finished ? "'done'" : "'open'",
            "finished_at" => finished ? "created_at" : "NULL",
            "live" => stage || finished ? "0" : "1",
            _ => column,
        });
        return $"INSERT INTO task({string.Join(',', Columns(connection, "task"))}) SELECT {string.Join(',', values)} FROM {Series(count)} n, task WHERE task.id={(stage ? 2 : 1)}";
    }

    // The rows that lie beside a task's own.
    private static string Beside(SqliteConnection connection, string table, (long First, int Count) copies, bool stage)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{copies.First}+2*n.value{(stage ? "+1" : "")}");
        var columns = Columns(connection, table);
        var values = columns.Select(column => column switch
        {
            "task_id" => id,
            "uid" => $"printf('BENCH%021d', {id})",
            _ => column,
        });
        return $"INSERT INTO {table}({string.Join(',', columns)}) SELECT {string.Join(',', values)} FROM {Series(copies.Count)} n, {table} WHERE task_id={(stage ? 2 : 1)}";
    }

    private static string Series(int count) => string.Create(
        CultureInfo.InvariantCulture, $"(WITH RECURSIVE s(value) AS (SELECT 0 UNION ALL SELECT value+1 FROM s WHERE value<{count - 1}) SELECT value FROM s)");

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
