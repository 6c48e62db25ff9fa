using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Alai.Storage;

/// <summary>
/// A statement prepared once and bound by position. The package's own command looks every parameter up by its name on every
/// call, which costs more than the statement itself when a row is written.
/// </summary>
internal sealed class RawStatement : IDisposable
{
    private const int OnStack = 1024;

    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private readonly IntPtr _handle;
    private readonly int[] _places;
    private readonly SqlRow _row;
    private bool _reading;

    private RawStatement(SqliteConnection connection, sqlite3_stmt statement, int values)
    {
        _connection = connection;
        _statement = statement;
        _handle = statement.DangerousGetHandle();
        _row = new SqlRow(_handle);
        _places = [.. Enumerable.Range(1, values).Select(number => raw.sqlite3_bind_parameter_index(statement, "$" + number.ToString(CultureInfo.InvariantCulture)))];
    }

    /// <summary>Prepares a single statement with values <c>$1</c>, <c>$2</c> ...</summary>
    public static RawStatement Prepare(SqliteConnection connection, string sql, int values)
    {
        // Kept for good: it must not sit in the small fast memory that each run needs.
        var answer = raw.sqlite3_prepare_v3(connection.Handle!, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement, out var rest);
        SqliteException.ThrowExceptionForRC(answer, connection.Handle!);
        if (string.IsNullOrWhiteSpace(rest))
            return new RawStatement(connection, statement, values);
        statement.Dispose();
        throw new ArgumentException("one statement was expected; found more after it: " + rest, nameof(sql));
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>The rows it changed.</returns>
    public int Run(ReadOnlySpan<object?> values)
    {
        try
        {
            Bind(values);
            Finish(Step());
            return raw.sqlite3_changes(_connection.Handle!);
        }
        finally
        {
            Rest();
        }
    }

    /// <summary>The first column of the first row, or null; runs it to its end, so that all of a RETURNING is done.</summary>
    public T? First<T>(ReadOnlySpan<object?> values, Func<sqlite3_stmt, T> read)
    {
        try
        {
            Bind(values);
            var state = Step();
            var answer = state == raw.SQLITE_ROW && raw.sqlite3_column_type(_statement, 0) != raw.SQLITE_NULL ? read(_statement) : default;
            Finish(state);
            return answer;
        }
        finally
        {
            Rest();
        }
    }

    /// <summary>Runs it to its end and hands out each row as it comes.</summary>
    /// <exception cref="InvalidOperationException">What is done with a row runs this statement again.</exception>
    public void Each(ReadOnlySpan<object?> values, Action<SqlRow> each)
    {
        if (_reading)
            throw new InvalidOperationException("this statement is being read; another was expected: it would begin again");
        _reading = true;
        try
        {
            Bind(values);
            while (Step() == raw.SQLITE_ROW)
                each(_row);
        }
        finally
        {
            Rest();
            _reading = false;
        }
    }

    public void Dispose() => _statement.Dispose();

    private void Finish(int state)
    {
        while (state == raw.SQLITE_ROW)
            state = Step();
    }

    private int Step()
    {
        var state = NativeMethods.Step(_handle);
        if (state is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(state, _connection.Handle!);
        return state;
    }

    // The answer of a reset repeats the error of the step before it.
    private void Rest() => _ = NativeMethods.Reset(_handle);

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (_places[i] > 0)
                Demand(Bind(_places[i], values[i]));
        }
    }

    private void Demand(int answer)
    {
        if (answer != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(answer, _connection.Handle!);
    }

    private int BindText(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        return raw.sqlite3_bind_text(_statement, place, bytes[..length]);
    }

    private int Bind(int place, object? value) => value switch
    {
        null or DBNull => NativeMethods.BindNull(_handle, place),
        string text => BindText(place, text),
        long number => NativeMethods.BindNumber(_handle, place, number),
        int number => NativeMethods.BindNumber(_handle, place, number),
        bool flag => NativeMethods.BindNumber(_handle, place, flag ? 1 : 0),
        DateTimeOffset time => NativeMethods.BindNumber(_handle, place, time.ToUnixTimeMilliseconds()),
        byte[] bytes => bytes.Length == 0 ? raw.sqlite3_bind_zeroblob(_statement, place, 0) : raw.sqlite3_bind_blob(_statement, place, bytes),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        Enum word => NativeMethods.BindNumber(_handle, place, Convert.ToInt64(word, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"a value of type {value.GetType().Name} cannot be stored", nameof(value)),
    };
}
