using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>The words of roots, for full-text search; written in the transaction that files or edits, read by rank.</summary>
internal static class TaskWords
{
    public static void Put(StoreWrite write, TaskId root, TaskText text)
    {
        write.Sql.Run("DELETE FROM task_words WHERE rowid=$1", root.Value);
        Add(write, root, text);
    }

    /// <summary>Writes the words of roots that lack them: rows came by an import, which carries no indexes.</summary>
    public static void Mend(SqlSession sql)
    {
        if (sql.Number("SELECT (SELECT count(*) FROM task WHERE stage IS NULL)<>(SELECT count(*) FROM task_words_docsize)") == 1)
        {
            sql.Run("""
                INSERT INTO task_words(rowid,title,body,labels)
                SELECT t.id,k.title,b.body,b.labels FROM task t JOIN task_card k ON k.task_id=t.id JOIN task_body b ON b.task_id=t.id
                WHERE t.stage IS NULL AND t.id NOT IN (SELECT id FROM task_words_docsize)
                """);
        }
    }

    public static void Add(StoreWrite write, TaskId root, TaskText text) => write.Sql.Run(
        "INSERT INTO task_words(rowid,title,body,labels) VALUES($1,$2,$3,$4)", root.Value, text.Title, text.Body, string.Join(' ', text.Labels));

    /// <summary>Roots that bear all the words, the best match first; a word of the title weighs more.</summary>
    public static TaskPage Find(SqlSession sql, string words, int skip, int limit)
    {
        if (Query(words) is not { Length: > 0 } query)
            return new TaskPage([], null);
        var rows = sql.Rows(
            $"""
            SELECT {TaskRows.Columns} FROM (SELECT rowid AS found, bm25(task_words,8,1,4) AS weight FROM task_words
              WHERE task_words MATCH $1 ORDER BY weight, rowid DESC LIMIT $2 OFFSET $3) CROSS JOIN {TaskRows.From}
            WHERE t.id=found ORDER BY weight, t.id DESC
            """,
            TaskRows.Read, query, limit + 1, skip);
        return rows.Count > limit
            ? new TaskPage(rows[..limit], (skip + limit).ToString(System.Globalization.CultureInfo.InvariantCulture))
            : new TaskPage(rows, null);
    }

    /// <summary>Each word quoted, so that nothing a person types is syntax; a trailing * asks for beginnings.</summary>
    internal static string Query(string words) => string.Join(' ', words
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => (Bare: word.TrimEnd('*').Replace("\"", "", StringComparison.Ordinal), Begins: word.EndsWith('*')))
        .Where(word => word.Bare.Any(char.IsLetterOrDigit))
        .Select(word => $"\"{word.Bare}\"{(word.Begins ? "*" : "")}"));
}
