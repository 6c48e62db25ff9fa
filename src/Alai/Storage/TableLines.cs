using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Alai.Storage;

/// <summary>
/// Tables as lines of JSON: one object a row, columns in the order of the table, rows in the order of the primary key.
/// Blobs are <c>{"hex":"..."}</c>. The same rows give the same bytes.
/// </summary>
public static class TableLines
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The tables that hold rows of their own: no indexes of words, nothing of SQLite's, nor the count of a file's own commits.</summary>
    public static IReadOnlyList<string> Tables(SqlSession sql) => sql.Rows(
        "SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' AND name NOT LIKE 'sqlite_%' AND name<>'store_commit' ORDER BY name",
        row => row.GetString(0));

    /// <summary>Writes every row of a table.</summary>
    /// <returns>How many.</returns>
    public static long Write(SqlSession sql, string table, Stream to)
    {
        var columns = Columns(sql, table);
        var keys = columns.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => Quoted(column.Name)).ToList();
        var rows = 0L;
        using var line = new MemoryStream();
        using var json = new Utf8JsonWriter(line, Relaxed);
        sql.Each(
            $"SELECT {string.Join(',', columns.Select(column => Quoted(column.Name)))} FROM {Quoted(table)} ORDER BY {(keys.Count > 0 ? string.Join(',', keys) : "rowid")}",
            row =>
            {
                line.SetLength(0);
                json.Reset(line);
                json.WriteStartObject();
                for (var i = 0; i < columns.Count; i++)
                    Value(json, columns[i].Name, row, i);
                json.WriteEndObject();
                json.Flush();
                line.WriteByte((byte)'\n');
                to.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
                rows++;
            });
        return rows;
    }

    /// <summary>Inserts the rows of a stream.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="FormatException">A line is no row of this table; says which.</exception>
    public static long Read(SqlSession sql, string table, Stream from)
    {
        var columns = Columns(sql, table).Select(column => column.Name).ToList();
        var insert = $"INSERT INTO {Quoted(table)}({string.Join(',', columns.Select(Quoted))}) VALUES({string.Join(',', columns.Select((_, i) => $"${i + 1}"))})";
        using var lines = new StreamReader(from, new UTF8Encoding(false, true));
        var number = 0L;
        while (lines.ReadLine() is { } line)
        {
            number++;
            try
            {
                using var row = JsonDocument.Parse(line);
                sql.Run(insert, Values(row.RootElement, columns));
            }
            catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException or SqliteException)
            {
                throw new FormatException($"line {number} of {table} is no row of that table: {problem.Message}", problem);
            }
        }

        return number;
    }

    /// <summary>Inserts the rows of another database's table of the same shape.</summary>
    /// <returns>How many.</returns>
    public static long Copy(SqlSession from, SqlSession to, string table)
    {
        var columns = Columns(from, table).Select(column => Quoted(column.Name)).ToList();
        var insert = $"INSERT INTO {Quoted(table)}({string.Join(',', columns)}) VALUES({string.Join(',', columns.Select((_, i) => $"${i + 1}"))})";
        var rows = 0L;
        var values = new object?[columns.Count];
        from.Each($"SELECT {string.Join(',', columns)} FROM {Quoted(table)}", row =>
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = row.GetValue(i);
            to.Run(insert, values);
            rows++;
        });
        return rows;
    }

    /// <summary>A name as SQL reads it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<(string Name, int Key)> Columns(SqlSession sql, string table) =>
        sql.Rows("SELECT name, pk FROM pragma_table_info($1) ORDER BY cid", row => (row.GetString(0), row.GetInt32(1)), table) is { Count: > 0 } columns
            ? columns
            : throw new FormatException($"there is no table {table} at this schema");

    private static object?[] Values(JsonElement row, List<string> columns)
    {
        var given = row.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        if (given.Keys.FirstOrDefault(name => !columns.Contains(name)) is { } unknown)
            throw new FormatException($"it has no column {unknown}");
        return [.. columns.Select(name => given.TryGetValue(name, out var value) ? Value(value) : throw new FormatException($"the column {name} is missing"))];
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) && !value.GetRawText().Contains('.', StringComparison.Ordinal) ? whole : value.GetDouble(),
        JsonValueKind.Object => Convert.FromHexString(value.GetProperty("hex").GetString()!),
        _ => throw new FormatException($"a value is {value.ValueKind}"),
    };

    private static void Value(Utf8JsonWriter json, string name, SqlRow row, int column)
    {
        json.WritePropertyName(name);
        switch (row.GetValue(column))
        {
            case null:
                json.WriteNullValue();
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case double number:
                json.WriteRawValue(number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) is var text && text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text);
                break;
            case byte[] bytes:
                json.WriteStartObject();
                json.WriteString("hex", Convert.ToHexStringLower(bytes));
                json.WriteEndObject();
                break;
            case var other:
                json.WriteStringValue((string)other);
                break;
        }
    }
}
