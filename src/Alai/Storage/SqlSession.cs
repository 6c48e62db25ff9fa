using Microsoft.Data.Sqlite;

namespace Alai.Storage;

/// <summary>One open connection with its prepared statements. Used by one thread at a time.</summary>
public sealed class SqlSession : IDisposable
{
    // Statements built for filters differ by text; beyond this many they are prepared anew each time.
    private const int MostPrepared = 256;

    private readonly Dictionary<string, RawStatement> _prepared = new(StringComparer.Ordinal);

    internal SqlSession(SqliteConnection connection) => Connection = connection;

    internal SqliteConnection Connection { get; }

    /// <summary>Called before and after each statement: where a test ends the process.</summary>
    internal Action<string>? AtStep { get; init; }

    /// <summary>Runs a statement; values bind to <c>$1</c>, <c>$2</c> ...; times are stored as Unix milliseconds.</summary>
    /// <returns>The rows changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        AtStep?.Invoke(sql);
        var statement = Raw(sql, values.Length, out var kept);
        try
        {
            return statement.Run(values);
        }
        finally
        {
            LetGo(statement, kept);
            AtStep?.Invoke(sql);
        }
    }

    /// <summary>Runs a query and maps each row. The mapping must not query with the same statement.</summary>
    public List<T> Rows<T>(string sql, Func<SqlRow, T> map, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        Each(sql, row => rows.Add(map(row)), values);
        return rows;
    }

    /// <summary>Runs a query and hands out each row as it comes: for what is too much to hold at once.</summary>
    public void Each(string sql, Action<SqlRow> each, params ReadOnlySpan<object?> values)
    {
        AtStep?.Invoke(sql);
        var statement = Raw(sql, values.Length, out var kept);
        try
        {
            statement.Each(values, each);
        }
        finally
        {
            LetGo(statement, kept);
            AtStep?.Invoke(sql);
        }
    }

    /// <summary>The first row of a query, or the type's default.</summary>
    public T? Row<T>(string sql, Func<SqlRow, T> map, params ReadOnlySpan<object?> values) =>
        Rows(sql, map, values) is [var first, ..] ? first : default;

    /// <summary>The first number of a query, or null when there is no row or it is NULL.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) =>
        First<long?>(sql, values, statement => SQLitePCL.raw.sqlite3_column_int64(statement, 0));

    /// <summary>The first two numbers of the first row, or null when there is no row or the first is NULL.</summary>
    public (long First, long Second)? Pair(string sql, params ReadOnlySpan<object?> values) => First<(long, long)?>(
        sql, values, statement => (SQLitePCL.raw.sqlite3_column_int64(statement, 0), SQLitePCL.raw.sqlite3_column_int64(statement, 1)));

    /// <summary>The first text of a query, or null when there is no row or it is NULL.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> values) =>
        First(sql, values, statement => SQLitePCL.raw.sqlite3_column_text(statement, 0).utf8_to_string());

    /// <summary>The row that was inserted last; cheaper than a RETURNING, which makes a table of its own for its answer.</summary>
    public long Inserted() => SQLitePCL.raw.sqlite3_last_insert_rowid(Connection.Handle!);

    /// <summary>Runs a whole script without values.</summary>
    internal void Script(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;

        // Read to the end: a statement after one that answers with rows (most pragmas do) is else not run, or fails in silence.
        using var reader = command.ExecuteReader();
        do
        {
            while (reader.Read())
            {
            }
        }
        while (reader.NextResult());
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
            statement.Dispose();
        Connection.Dispose();
    }

    private T? First<T>(string sql, ReadOnlySpan<object?> values, Func<SQLitePCL.sqlite3_stmt, T> read)
    {
        AtStep?.Invoke(sql);
        var statement = Raw(sql, values.Length, out var kept);
        try
        {
            return statement.First(values, read);
        }
        finally
        {
            LetGo(statement, kept);
            AtStep?.Invoke(sql);
        }
    }

    private RawStatement Raw(string sql, int values, out bool kept)
    {
        kept = true;
        if (_prepared.TryGetValue(sql, out var statement))
            return statement;
        statement = RawStatement.Prepare(Connection, sql, values);
        kept = _prepared.Count < MostPrepared;
        if (kept)
            _prepared.Add(sql, statement);
        return statement;
    }

    private static void LetGo(RawStatement statement, bool kept)
    {
        if (!kept)
            statement.Dispose();
    }
}
