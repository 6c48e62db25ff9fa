using System.Runtime.InteropServices;

namespace Alai.Storage;

/// <summary>
/// The row a query stands at; columns count from 0. It is read without the package's reader, which counts the statement's
/// users and looks it up at every column: a task has 57. Valid only while the query stands there.
/// </summary>
public sealed class SqlRow
{
    private readonly IntPtr _statement;

    internal SqlRow(IntPtr statement) => _statement = statement;

    /// <summary>How many columns there are.</summary>
    public int Columns => NativeMethods.ColumnCount(_statement);

    /// <summary>Whether a column is NULL.</summary>
    public bool IsNull(int column) => KindOf(column) == SQLitePCL.raw.SQLITE_NULL;

    /// <summary>A whole number.</summary>
    /// <exception cref="InvalidOperationException">It is NULL, as with every method that answers a value.</exception>
    public long GetInt64(int column)
    {
        Demand(column);
        return NativeMethods.ColumnNumber(_statement, column);
    }

    /// <summary>A whole number of 32 bits.</summary>
    public int GetInt32(int column) => checked((int)GetInt64(column));

    /// <summary>Whether a number is not 0.</summary>
    public bool GetBoolean(int column) => GetInt64(column) != 0;

    /// <summary>A number.</summary>
    public double GetDouble(int column)
    {
        Demand(column);
        return NativeMethods.ColumnDouble(_statement, column);
    }

    /// <summary>A text.</summary>
    public string GetString(int column)
    {
        Demand(column);

        // In this order: the text is made first, its length in bytes is that of what was made.
        var text = NativeMethods.ColumnText(_statement, column);
        return Marshal.PtrToStringUTF8(text, NativeMethods.ColumnBytes(_statement, column));
    }

    /// <summary>Bytes.</summary>
    public byte[] GetBytes(int column)
    {
        Demand(column);
        var start = NativeMethods.ColumnBlob(_statement, column);
        var bytes = new byte[NativeMethods.ColumnBytes(_statement, column)];
        if (bytes.Length > 0)
            Marshal.Copy(start, bytes, 0, bytes.Length);
        return bytes;
    }

    /// <summary>What is stored: null, a long, a double, a string or bytes.</summary>
    public object? GetValue(int column) => KindOf(column) switch
    {
        SQLitePCL.raw.SQLITE_NULL => null,
        SQLitePCL.raw.SQLITE_INTEGER => NativeMethods.ColumnNumber(_statement, column),
        SQLitePCL.raw.SQLITE_FLOAT => NativeMethods.ColumnDouble(_statement, column),
        SQLitePCL.raw.SQLITE_TEXT => GetString(column),
        _ => GetBytes(column),
    };

    private int KindOf(int column) => NativeMethods.ColumnType(_statement, column);

    private void Demand(int column)
    {
        if (IsNull(column))
            throw new InvalidOperationException($"column {column} is NULL, or there is no such column; a value was expected");
    }
}
