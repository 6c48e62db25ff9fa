using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Side effects to come; a repeated key is the same effect.</summary>
internal static class OutboxRows
{
    public static void Add(StoreWrite write, IReadOnlyList<OutboxItem> items)
    {
        foreach (var item in items)
        {
            write.Sql.Run(
                "INSERT INTO outbox(topic,idem_key,payload,created_at,due_at) VALUES($1,$2,$3,$4,$4) ON CONFLICT(idem_key) DO NOTHING",
                item.Topic, item.IdempotencyKey, item.Payload, write.Now);
        }
    }

    public static int Settle(StoreWrite write, long id, OutboxResult result) => write.Sql.Run(
        "UPDATE outbox SET tries=tries+1, note=$2, sent_at=CASE WHEN $3 THEN $4 END, due_at=coalesce($5,$4) WHERE id=$1 AND sent_at IS NULL",
        id, write.Clean(result.Note), result.Sent, write.Now, result.RetryAt);

    public static IReadOnlyList<OutboxEntry> Due(SqlSession sql, DateTimeOffset now, int limit) => sql.Rows(
        """
        SELECT id,topic,idem_key,payload,tries,created_at FROM outbox
        WHERE sent_at IS NULL AND due_at<=$1 ORDER BY due_at, id LIMIT $2
        """,
        row => new OutboxEntry(
            row.GetInt64(0),
            new OutboxItem(row.GetString(1), row.GetString(2), row.GetString(3)),
            row.GetInt32(4),
            TaskRows.Time(row, 5)!.Value),
        now, limit);
}
