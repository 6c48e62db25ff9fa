using Alai.Tasks;
using Alai.Storage;

namespace Alai.HiveMind;

/// <summary>Reads rows of the table <c>entry</c>.</summary>
internal static class HiveRows
{
    /// <summary>The columns <see cref="Read"/> expects, in order.</summary>
    public const string Columns = "e.id, e.key, e.kind, e.body, e.product, e.said_by, e.trust, e.task_id, e.run_id, e.model, e.tier, e.learned_at, e.expires_at, e.retracted";

    public static HiveEntry Read(SqlRow row) => new()
    {
        Id = row.GetInt64(0),
        Key = row.GetString(1),
        Kind = SnakeWord<HiveKind>.Parse(row.GetString(2)),
        Text = row.GetString(3),
        Source = new HiveSource(row.GetString(5), SnakeWord<TrustLabel>.Parse(row.GetString(6)))
        {
            Product = row.GetString(4),
            Task = row.IsNull(7) ? null : new TaskId(row.GetInt64(7)),
            Run = row.IsNull(8) ? null : new RunId(row.GetInt64(8)),
            Model = row.GetString(9),
            Tier = row.GetInt32(10),
        },
        LearnedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(11)),
        ExpiresAt = row.IsNull(12) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(12)),
        Retracted = row.GetString(13),
    };
}
