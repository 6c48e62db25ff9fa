using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>
/// Open work rises by one step each period it has waited, up to high; blocker is a person's word alone. A sweep rewrites the
/// priority that counts, in the root and its open stages, so claims read one index and calculate nothing.
/// </summary>
internal static class PriorityAgeing
{
    public const string DueSql = """
        SELECT id FROM task WHERE stage IS NULL AND state='open' AND priority>1 AND priority=$1 AND given_priority=$2 AND created_at<=$3
        ORDER BY created_at LIMIT $4
        """;

    /// <summary>Raises what has waited long enough; at most so many roots a call, so that no claim waits for it.</summary>
    /// <returns>How many roots rose.</returns>
    public static int Sweep(StoreWrite write, TimeSpan period, int limit)
    {
        // A low task is due for high before it is due for medium: one that waited long rises at once to where it belongs.
        var risen = 0;
        foreach (var (now, given, to) in new[] { (3, 3, 1), (2, 3, 1), (2, 2, 1), (3, 3, 2) })
        {
            var waited = write.Now - (period * (given - to));
            foreach (var id in write.Sql.Rows(DueSql, row => new TaskId(row.GetInt64(0)), now, given, waited, limit - risen))
            {
                Raise(write, id, to);
                risen++;
            }
        }

        return risen;
    }

    private static void Raise(StoreWrite write, TaskId id, int to)
    {
        // No new version: a claim that is on its way stays good.
        write.Sql.Run("UPDATE task SET priority=$2 WHERE root_id=$1 AND state='open' AND priority>$2", id.Value, to);
        var root = write.Find(id)!;
        write.Append(EventDraft.Of(
            root, "aged", "daemon",
            $"{id} counts as {SnakeWord<Priority>.Of((Priority)to)} now; filed as {SnakeWord<Priority>.Of(root.Priority)} {(int)(write.Now - root.CreatedAt).TotalHours} h ago"));
    }
}
