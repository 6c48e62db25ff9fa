using Alai.Storage;

namespace Alai.HiveMind;

/// <summary>Counts what HiveMind holds.</summary>
internal static class HiveCounts
{
    private const string Counts = "retracted = '' AND (expires_at IS NULL OR expires_at > $1)";

    public static HiveStats Of(SqlSession session, DateTimeOffset now) => new(
        session.Number("SELECT count(*) FROM entry") ?? 0,
        session.Number("SELECT count(*) FROM entry WHERE retracted <> ''") ?? 0,
        session.Number("SELECT count(*) FROM entry WHERE retracted = '' AND expires_at <= $1", now) ?? 0,
        By(session, "kind", now),
        By(session, "product", now),
        session.Number("SELECT coalesce(sum(recalls), 0) FROM entry") ?? 0,
        session.Number($"SELECT count(*) FROM entry WHERE {Counts} AND recalls = 0", now) ?? 0);

    private static Dictionary<string, long> By(SqlSession session, string column, DateTimeOffset now) =>
        session.Rows($"SELECT {column}, count(*) FROM entry WHERE {Counts} GROUP BY {column}", row => (Name: row.GetString(0), Count: row.GetInt64(1)), now)
            .ToDictionary(pair => pair.Name, pair => pair.Count, StringComparer.Ordinal);
}
