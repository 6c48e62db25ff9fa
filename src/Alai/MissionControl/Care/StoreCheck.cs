using Alai.Storage;

namespace Alai.MissionControl;

/// <summary>Checks a store from its pages up to the contents its chain names.</summary>
internal static class StoreCheck
{
    private const int MostTold = 5;

    public static StoreReport Of(SqlSession sql, ChainReport chain) => new(
        [
            Pages(sql),
            Lines("references", DatabaseHealth.References(sql), "every row named by another is there"),
            new StoreFinding("chain", chain.IsSound, chain.IsSound ? Sound(chain) : chain.Problem),
            Contents(sql),
            Results(sql),
        ],
        chain);

    /// <summary>Whether SQLite can read every page; of any schema.</summary>
    public static StoreFinding Pages(SqlSession sql) => Lines("pages", DatabaseHealth.Pages(sql), "SQLite's integrity_check is ok");

    private static string Sound(ChainReport chain) =>
        $"{chain.Links} events follow one another up to the anchored head" + (chain.Accepted.Count == 0 ? "" : $"; {chain.Accepted.Count} links were accepted by a person: {string.Join("; ", chain.Accepted.Take(3).Select(broken => broken.Problem))}");

    private static StoreFinding Lines(string check, IReadOnlyList<string> problems, string sound) =>
        new(check, problems.Count == 0, problems.Count == 0 ? sound : Some(problems));

    private static string Some(IReadOnlyList<string> problems) =>
        string.Join("; ", problems.Take(MostTold)) + (problems.Count > MostTold ? $"; and {problems.Count - MostTold} more" : "");

    // The chain carries the hash of every text as it was filed and edited: a flipped byte in a text is no fault to SQLite.
    private static StoreFinding Contents(SqlSession sql)
    {
        var known = KnownContents.Of(sql);
        var (looked, wrong) = (0, new List<string>());
        sql.Each($"SELECT {ContentHashes.Columns} FROM {ContentHashes.From} ORDER BY t.id", row =>
        {
            var (id, now) = (row.GetInt64(0), ContentHashes.Of(row));
            if (known.Text(id) is not { } then)
                return;
            looked++;
            if (now.Body != then.Body)
                wrong.Add($"the text of #{id} is not the one that was filed or edited");
            else if (then.Terms is { } terms && now.Terms != terms)
                wrong.Add($"the title, the criteria or the check of #{id} are not the ones that were filed or edited");
        });
        return Lines("contents", wrong, $"{looked} texts are what the chain says");
    }

    // What a run proved is read by people and by the landing long after it ended.
    private static StoreFinding Results(SqlSession sql)
    {
        var known = new Dictionary<long, string>();
        sql.Each("SELECT run_id, data FROM event WHERE kind='ended' AND run_id IS NOT NULL ORDER BY seq", row =>
        {
            if (StoreJson.Read<ResultHash>(row.GetString(1)).Result is { } hash)
                known[row.GetInt64(0)] = hash;
        });
        var wrong = new List<string>();
        sql.Each($"SELECT id, {ResultHash.Columns} FROM run ORDER BY id", row =>
        {
            if (known.Remove(row.GetInt64(0), out var hash) && ResultHash.Of(row) != hash)
                wrong.Add($"the result of run {row.GetInt64(0)} is not the one it ended with");
        });
        return Lines("results", wrong, "every result is what the chain says");
    }
}
