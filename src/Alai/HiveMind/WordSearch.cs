using Alai.Storage;
using Alai.Tasks;

namespace Alai.HiveMind;

/// <summary>Finds entries by words, rarest words first; scope, expiry and retraction are part of the same query.</summary>
internal static class WordSearch
{
    // FTS5 scores every match of an OR, so a whole task as a question must be cut to the words that tell most (measured: 25-900x).
    private const int MostWords = 8;
    private const int MostLookedUp = 40;
    private const int Together = 3;

    private const string Scope = """
        e.retracted = '' AND (e.expires_at IS NULL OR e.expires_at > $1)
        AND ($2 IS NULL OR e.product = '' OR e.product = $2) AND ($3 IS NULL OR e.kind = $3) AND ($4 IS NULL OR e.learned_at >= $4)
        """;

    public static IReadOnlyList<HiveHit> Find(SqlSession session, HiveQuery query, DateTimeOffset now)
    {
        var limit = Limit(query);
        if (string.IsNullOrWhiteSpace(query.Text))
            return Newest(session, query, now);
        var words = Rarest(session, IndexWords.OfQuestion(query.Text));
        if (words.Count == 0)
            return [];
        var hits = Match(session, string.Join(" AND ", words.Take(Together)), query, now);
        if (hits.Count < limit && words.Count > 1)
            hits = Match(session, string.Join(" OR ", words), query, now);
        return hits;
    }

    private static List<HiveHit> Newest(SqlSession session, HiveQuery query, DateTimeOffset now) =>
        session.Rows($"SELECT {HiveRows.Columns} FROM entry e WHERE {Scope} ORDER BY e.learned_at DESC, e.id DESC LIMIT $5", row => new HiveHit(HiveRows.Read(row), 0), Values(query, now));

    private static List<HiveHit> Match(SqlSession session, string match, HiveQuery query, DateTimeOffset now) =>
        session.Rows(
            $"SELECT {HiveRows.Columns}, -bm25(entry_words) FROM entry_words JOIN entry e ON e.id = entry_words.rowid WHERE entry_words MATCH $6 AND {Scope} ORDER BY bm25(entry_words), e.id DESC LIMIT $5",
            row => new HiveHit(HiveRows.Read(row), row.GetDouble(14)),
            [.. Values(query, now), match]);

    private static object?[] Values(HiveQuery query, DateTimeOffset now) =>
        [now, query.Product, query.Kind is { } kind ? SnakeWord<HiveKind>.Of(kind) : null, query.Since, Limit(query)];

    private static int Limit(HiveQuery query) => Math.Clamp(query.Limit, 1, 200);

    // The words hold letters and digits alone, so quoting them is all the escaping FTS5 needs.
    private static List<string> Rarest(SqlSession session, IReadOnlyList<string> words) =>
        [.. words.Take(MostLookedUp)
            .Select(word => (Word: $"\"{word}\"", Count: session.Number("SELECT count(*) FROM entry_words WHERE entry_words MATCH $1", $"\"{word}\"") ?? 0))
            .Where(word => word.Count > 0)
            .OrderBy(word => word.Count).ThenBy(word => word.Word, StringComparer.Ordinal)
            .Take(MostWords)
            .Select(word => word.Word)];
}
