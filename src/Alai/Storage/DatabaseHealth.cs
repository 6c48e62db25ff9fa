namespace Alai.Storage;

/// <summary>What SQLite itself can tell of a file. Sound pages do not mean that nothing was lost.</summary>
public static class DatabaseHealth
{
    private const int MostTold = 20;

    /// <summary>Damaged pages and indexes, one line each.</summary>
    public static IReadOnlyList<string> Pages(SqlSession sql) =>
        sql.Rows($"PRAGMA integrity_check({MostTold})", row => row.GetString(0)) is ["ok"] ? [] : sql.Rows($"PRAGMA integrity_check({MostTold})", row => row.GetString(0));

    /// <summary>Rows that name a row which is not there, one line each.</summary>
    public static IReadOnlyList<string> References(SqlSession sql) =>
    [
        .. sql.Rows("PRAGMA foreign_key_check", row => $"{row.GetString(0)} row {(row.IsNull(1) ? "?" : row.GetInt64(1).ToString(System.Globalization.CultureInfo.InvariantCulture))} names a missing {row.GetString(2)}")
            .Take(MostTold),
    ];

    /// <summary>How far the file's schema has come.</summary>
    public static int Schema(SqlSession sql) => (int)(sql.Number("PRAGMA user_version") ?? 0);
}
