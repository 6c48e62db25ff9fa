using Alai.Storage;

namespace Alai.MissionControl;

/// <summary>What a writing of every table came to.</summary>
/// <param name="Head">The head of the chain that was written.</param>
/// <param name="Rows">The rows of each table.</param>
public sealed record StoreDump(StoreHead Head, IReadOnlyDictionary<string, long> Rows)
{
    internal static StoreDump Write(SqlSession sql, Func<string, Stream> open)
    {
        var (sequence, hash) = new EventLog().ReadHead(sql);
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in TableLines.Tables(sql))
        {
            using var stream = open(table);
            rows[table] = TableLines.Write(sql, table, stream);
        }

        return new StoreDump(new StoreHead(sequence, Convert.ToHexStringLower(hash), DatabaseHealth.Schema(sql)), rows);
    }
}
