using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A store as a file at rest: copied, looked at, checked. The anchor lies beside it as <c>FILE.head</c>.</summary>
public static class StoreImage
{
    internal const string Steps = "Alai.MissionControl.Schema.";

    /// <summary>The newest schema this ALAI knows.</summary>
    public static int NewestSchema { get; } = DatabaseFile.NewestSchema(new DatabaseOptions { Path = "", MigrationPrefix = Steps });

    /// <summary>The file of the anchor of a store's file.</summary>
    public static string AnchorOf(string path) => path + ".head";

    /// <summary>Every file a store at rest may consist of, the database first.</summary>
    public static IReadOnlyList<string> FilesOf(string path) => [path, path + "-wal", path + "-shm", path + "-journal", AnchorOf(path)];

    /// <summary>Copies what is committed and anchors the copy's head beside it.</summary>
    public static StoreHead Copy(string from, string to)
    {
        DatabaseFile.Copy(from, to);
        return Anchor(to);
    }

    /// <summary>Copies a store that is about to be migrated.</summary>
    public static StoreHead Copy(SchemaChange change, string to)
    {
        change.CopyTo(to);
        return Anchor(to);
    }

    /// <summary>Where the chain of a file ends.</summary>
    public static StoreHead Head(string path) => DatabaseFile.Read(path, sql =>
    {
        var (sequence, hash) = new EventLog().ReadHead(sql);
        return new StoreHead(sequence, Convert.ToHexStringLower(hash), DatabaseHealth.Schema(sql));
    });

    /// <summary>What the anchor beside a file says; null when there is none that can be read.</summary>
    public static (long Sequence, string Hash)? Anchored(string path) =>
        new HeadAnchor(path).Read() is { } head ? (head.Sequence, Convert.ToHexStringLower(head.Hash)) : null;

    /// <summary>Checks a store at rest from its pages to its anchor. One of an older schema stays as it is: a copy beside it is brought up to date.</summary>
    public static StoreReport Check(string path)
    {
        if (DatabaseFile.Read(path, DatabaseHealth.Schema) >= NewestSchema)
            return CheckNewest(path);

        // Bringing it up to date would build damaged pages anew.
        if (DatabaseFile.Read(path, StoreCheck.Pages) is { Passed: false } damaged)
            return new StoreReport([damaged], new ChainReport(false, 0, damaged.Seen));
        var copy = path + ".upgraded";
        try
        {
            DatabaseFile.Copy(path, copy);
            if (File.Exists(AnchorOf(path)))
                File.Copy(AnchorOf(path), AnchorOf(copy));
            DatabaseFile.Upgrade(new DatabaseOptions { Path = copy, MigrationPrefix = Steps });
            return CheckNewest(copy);
        }
        finally
        {
            foreach (var file in FilesOf(copy))
                File.Delete(file);
        }
    }

    private static StoreReport CheckNewest(string path) => DatabaseFile.Read(path, sql => StoreCheck.Of(sql, ChainVerifier.Whole(sql, new HeadAnchor(path))));

    /// <summary>The titles of roots that were filed, and of those that went on, after an event; the newest first.</summary>
    public static IReadOnlyList<string> Since(string path, long sequence, int limit) => DatabaseFile.Read(path, sql => sql.Rows(
        """
        SELECT t.id, k.title, t.state, min(e.seq)=(SELECT min(f.seq) FROM event f WHERE f.root_id=t.id) AS filed
        FROM event e JOIN task t ON t.id=e.root_id JOIN task_card k ON k.task_id=t.id WHERE e.seq>$1 AND e.root_id IS NOT NULL GROUP BY t.id ORDER BY t.id DESC LIMIT $2
        """,
        row => $"{new TaskId(row.GetInt64(0))} {row.GetString(1)} ({(row.GetBoolean(3) ? "filed after it" : "went on after it")}, was {row.GetString(2)})",
        sequence, limit));

    /// <summary>How many roots there are, and how many of them are not over.</summary>
    public static (long Roots, long Open) Count(string path) => DatabaseFile.Read(path, sql => (
        sql.Number("SELECT count(*) FROM task WHERE stage IS NULL") ?? 0,
        sql.Number("SELECT count(*) FROM task WHERE stage IS NULL AND state NOT IN('done','cancelled')") ?? 0));

    /// <summary>The tasks with runs whose root is not over.</summary>
    public static IReadOnlySet<long> TasksInHand(string path) => DatabaseFile.Read(path, sql => sql.Rows(
        "SELECT DISTINCT u.task_id FROM run u JOIN task r ON r.id=u.root_id WHERE r.state IN('open','held','running')", row => row.GetInt64(0)).ToHashSet());

    /// <summary>Builds a store from lines of JSON and checks it.</summary>
    /// <param name="path">A file that does not exist.</param>
    /// <param name="head">What the lines say of themselves.</param>
    /// <param name="tables">The lines of each table.</param>
    /// <exception cref="FormatException">The lines do not fit; nothing may use the file.</exception>
    public static StoreReport Build(string path, StoreHead head, IEnumerable<(string Table, Func<Stream> Open)> tables)
    {
        DatabaseFile.Build(new DatabaseOptions { Path = path, MigrationPrefix = Steps }, head.Schema, sql =>
        {
            foreach (var (table, open) in tables)
            {
                if (!TableLines.Tables(sql).Contains(table))
                    throw new FormatException($"there is no table {table} at schema {head.Schema}");

                // What a step of the schema put there itself is in the lines too.
                sql.Run($"DELETE FROM {TableLines.Quoted(table)}");
                using var lines = open();
                TableLines.Read(sql, table, lines);
            }

            TaskCounts.Mend(sql);
        });
        var built = Anchor(path);
        return built.Sequence == head.Sequence && built.Hash == head.Hash
            ? Check(path)
            : throw new FormatException($"the chain ends at event {built.Sequence} ({built.Hash[..Math.Min(12, built.Hash.Length)]}), its manifest says {head.Sequence}");
    }

    private static StoreHead Anchor(string path)
    {
        var head = Head(path);
        using var anchor = new HeadAnchor(path);
        anchor.Replace(new AnchoredHead(head.Sequence, Convert.FromHexString(head.Hash), DatabaseFile.Read(path, ChainVerifier.Commits)));
        return head;
    }
}
