using System.Security.Cryptography;
using System.Text;
using Alai.Storage;

namespace Alai.MissionControl;

/// <summary>Checks a store from its pages up to the contents its chain names.</summary>
internal static class StoreCheck
{
    private const int MostTold = 5;

    public static StoreReport Of(SqlSession sql, ChainReport chain) => new(
        [
            Lines("pages", DatabaseHealth.Pages(sql), "SQLite's integrity_check is ok"),
            Lines("references", DatabaseHealth.References(sql), "every row named by another is there"),
            new StoreFinding("chain", chain.IsSound, chain.IsSound ? Sound(chain) : chain.Problem),
            Contents(sql),
        ],
        chain);

    private static string Sound(ChainReport chain) =>
        $"{chain.Links} events follow one another up to the anchored head" + (chain.Accepted.Count == 0 ? "" : $"; {chain.Accepted.Count} links were accepted by a person: {string.Join("; ", chain.Accepted.Take(3).Select(broken => broken.Problem))}");

    private static StoreFinding Lines(string check, IReadOnlyList<string> problems, string sound) =>
        new(check, problems.Count == 0, problems.Count == 0 ? sound : Some(problems));

    private static string Some(IReadOnlyList<string> problems) =>
        string.Join("; ", problems.Take(MostTold)) + (problems.Count > MostTold ? $"; and {problems.Count - MostTold} more" : "");

    // The chain carries the hash of every text as it was filed and edited: a flipped byte in a text is no fault to SQLite.
    private static StoreFinding Contents(SqlSession sql)
    {
        var known = new Dictionary<long, string?>();
        sql.Each(
            "SELECT task_id, kind, data FROM event WHERE kind IN('filed','edited','answered') AND task_id IS NOT NULL ORDER BY seq",
            row => Learn(known, row.GetInt64(0), row.GetString(1), StoreJson.Read<ContentHashes>(row.GetString(2))));
        var (looked, wrong) = (0, new List<string>());
        sql.Each("SELECT task_id, body FROM task_body ORDER BY task_id", row =>
        {
            if (!known.TryGetValue(row.GetInt64(0), out var hash) || hash is null)
                return;
            looked++;
            if (ContentHashes.Of(row.GetString(1)) != hash)
                wrong.Add($"the text of #{row.GetInt64(0)} is not the one that was filed or edited");
        });
        return Lines("contents", wrong, $"{looked} texts are what the chain says");
    }

    private static void Learn(Dictionary<long, string?> known, long task, string kind, ContentHashes hashes)
    {
        if (kind == "filed")
            known[task] = hashes.Body;

        // Before edits carried hashes, an edit leaves the text unknown instead of wrong.
        else if (hashes.Bodies is null)
            known[task] = null;
        foreach (var (id, hash) in hashes.Bodies ?? [])
            known[long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)] = hash;
    }
}

/// <summary>The hashes of texts in an event's data.</summary>
internal sealed record ContentHashes
{
    public string? Body { get; init; }

    public Dictionary<string, string>? Bodies { get; init; }

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The hashes of a root's texts as they are now, as event data.</summary>
    public static string Now(StoreWrite write, Tasks.TaskId root) => StoreJson.Write(new
    {
        bodies = write.Sql
            .Rows(
                "SELECT b.task_id, b.body FROM task_body b JOIN task t ON t.id=b.task_id WHERE t.root_id=$1",
                row => (Id: row.GetInt64(0).ToString(System.Globalization.CultureInfo.InvariantCulture), Hash: Of(row.GetString(1))),
                root.Value)
            .ToDictionary(pair => pair.Id, pair => pair.Hash),
    });
}
