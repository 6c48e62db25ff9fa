using Alai.Storage;

namespace Alai.MissionControl;

/// <summary>Follows the chain link by link and compares it with the anchor.</summary>
internal static class ChainVerifier
{
    private const int Page = 2_000;
    private const int MostBreaks = 100;

    // At start, this many links before the anchor are followed too: the end of the file is where damage is likely.
    private const long Behind = 1_000;

    /// <summary>From shortly before the anchored head to the end: what a start can afford.</summary>
    public static ChainReport FromAnchor(SqlSession sql, HeadAnchor anchor)
    {
        // The anchor first: the first statement fixes what is seen of the store, and what is anchored after it would seem to be gone.
        var anchored = anchor.Read();
        var last = sql.Number("SELECT max(seq) FROM event") ?? 0;
        if (anchored is not { } head)
        {
            return last == 0 && !anchor.Exists
                ? new ChainReport(true, 0, "")
                : new ChainReport(false, 0, $"the anchor file is missing or unreadable while the store has {last} events");
        }

        if (last < head.Sequence)
            return new ChainReport(false, 0, $"events {last + 1} to {head.Sequence} were acknowledged and are gone");
        if (head.Sequence > 0 && !head.Hash.AsSpan().SequenceEqual(HashAt(sql, head.Sequence)))
            return new ChainReport(false, 0, $"event {head.Sequence} is not the one that was anchored");
        if (Commits(sql) is var commits && commits < head.Commit)
            return new ChainReport(false, 0, $"{head.Commit - commits} acknowledged writes without an event are gone");
        return Follow(sql, Math.Max(0, head.Sequence - Behind));
    }

    /// <summary>The number of the newest group commit; 0 in a store of an older schema, which does not count them.</summary>
    public static long Commits(SqlSession sql) =>
        sql.Number("SELECT count(*) FROM sqlite_schema WHERE name='store_commit'") is > 0
            ? sql.Number("SELECT number FROM store_commit WHERE id=1") ?? 0
            : 0;

    /// <summary>Every link, and the anchor.</summary>
    public static ChainReport Whole(SqlSession sql, HeadAnchor anchor)
    {
        var anchored = FromAnchor(sql, anchor);
        return anchored.IsSound ? Follow(sql, 0) : anchored;
    }

    private static ChainReport Follow(SqlSession sql, long after)
    {
        var breaks = new List<ChainBreak>();
        var previous = after == 0 ? ChainHash.Genesis : HashAt(sql, after);
        var at = after;
        var read = Page;
        while (read == Page && breaks.Count < MostBreaks)
        {
            var page = sql.Rows(
                "SELECT seq,at,task_id,root_id,run_id,actor,kind,text,data,prev,hash FROM event WHERE seq>$1 ORDER BY seq LIMIT $2",
                row => (Link: Link(row), Hash: row.GetBytes(10)),
                at, Page);
            foreach (var (link, hash) in page)
            {
                if (Break(link, hash, (at, previous)) is { } broken)
                    breaks.Add(broken);
                at = link.Sequence;
                previous = hash;
            }

            read = page.Count;
        }

        return Judged(sql, at - after, breaks);
    }

    private static ChainBreak? Break(ChainLink link, byte[] hash, (long At, byte[] Hash) before)
    {
        if (link.Sequence != before.At + 1)
            return new ChainBreak(link.Sequence, $"events {before.At + 1} to {link.Sequence - 1} are missing", $"gap:{before.At + 1}-{link.Sequence - 1}");
        if (!link.Previous.AsSpan().SequenceEqual(before.Hash))
            return new ChainBreak(link.Sequence, $"event {link.Sequence} does not follow event {before.At}", $"link:{link.Sequence}:{Convert.ToHexStringLower(link.Previous)}");
        var found = ChainHash.Of(link);
        return found.AsSpan().SequenceEqual(hash)
            ? null
            : new ChainBreak(link.Sequence, $"event {link.Sequence} was altered", $"altered:{link.Sequence}:{Convert.ToHexStringLower(found)}");
    }

    private static ChainReport Judged(SqlSession sql, long links, List<ChainBreak> breaks)
    {
        if (breaks.Count == 0)
            return new ChainReport(true, links, "");

        // Looked up only now: a sound chain needs no acceptance.
        var marks = sql.Rows("SELECT data FROM event WHERE kind='chain_accepted' AND actor LIKE 'human:%'", row => row.GetString(0))
            .SelectMany(data => StoreJson.Read<ChainAcceptance>(data).Breaks ?? [])
            .ToHashSet(StringComparer.Ordinal);
        var open = breaks.Where(broken => !marks.Contains(broken.Mark)).ToList();
        return new ChainReport(open.Count == 0, links, open.Count == 0 ? "" : Words(open))
        {
            Breaks = open,
            Accepted = [.. breaks.Where(broken => marks.Contains(broken.Mark))],
        };
    }

    private static string Words(List<ChainBreak> open) => open.Count <= 3
        ? string.Join("; ", open.Select(broken => broken.Problem))
        : $"{open[0].Problem}; and {open.Count - 1} more links do not hold";

    private static byte[] HashAt(SqlSession sql, long sequence) =>
        sql.Row("SELECT hash FROM event WHERE seq=$1", row => row.GetBytes(0), sequence) ?? [];

    private static ChainLink Link(SqlRow row) => new(
        row.GetInt64(0), row.GetInt64(1), Nullable(row, 2), Nullable(row, 3), Nullable(row, 4))
    {
        Actor = row.GetString(5),
        Kind = row.GetString(6),
        Text = row.GetString(7),
        Data = row.GetString(8),
        Previous = row.GetBytes(9),
    };

    private static long? Nullable(SqlRow row, int column) => row.IsNull(column) ? null : row.GetInt64(column);
}

/// <summary>The data of an acceptance.</summary>
internal sealed record ChainAcceptance(IReadOnlyList<string>? Breaks);
