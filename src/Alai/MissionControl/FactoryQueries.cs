using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Counts, runs and events.</summary>
internal static class FactoryQueries
{
    // Left to choose, SQLite walks every family there is to count the few that are held.
    public const string HeldRootsSql = """
        SELECT count(DISTINCT s.root_id) FROM task s INDEXED BY task_held JOIN task r ON r.id=s.root_id WHERE s.state='held' AND r.state='open'
          AND s.root_id NOT IN (SELECT root_id FROM run WHERE ended_at IS NULL)
        """;

    public static IReadOnlyList<RunRecord> Runs(SqlSession sql, TaskId task) => sql.Rows(
        $"SELECT {RunRows.Columns} FROM run WHERE task_id=$1 ORDER BY id", RunRows.Read, task.Value);

    public static RunRecord? FindRun(SqlSession sql, RunId run) =>
        sql.Row($"SELECT {RunRows.Columns} FROM run WHERE id=$1", RunRows.Read, run.Value);

    public static IReadOnlyList<RunRecord> RunsSince(SqlSession sql, DateTimeOffset since, int limit) => sql.Rows(
        $"SELECT {RunRows.Columns} FROM run WHERE ended_at IS NOT NULL AND ended_at>=$1 ORDER BY ended_at, id LIMIT $2", RunRows.Read, since, limit);

    public static IReadOnlyList<RunRecord> OpenRuns(SqlSession sql) =>
        sql.Rows($"SELECT {RunRows.Columns} FROM run WHERE ended_at IS NULL ORDER BY id", RunRows.Read);

    // Whoever goes on from a number must never miss one: an event that the disk does not have yet is not shown.
    public static IReadOnlyList<EventRecord> Events(SqlSession sql, TaskId? root, (long After, long Durable) range, int limit) => sql.Rows(
        $"""
        SELECT seq,at,root_id,task_id,run_id,actor,kind,text,data,hash FROM event
        WHERE seq>$1 AND seq<=$4 {(root is null ? "AND $2 IS NULL" : "AND root_id=$2")} ORDER BY seq LIMIT $3
        """,
        Event, range.After, root?.Value, limit, range.Durable);

    public static IReadOnlyList<EventRecord> NewestEvents(SqlSession sql, TaskId? root, long durable, int limit)
    {
        var events = sql.Rows(
            $"""
            SELECT seq,at,root_id,task_id,run_id,actor,kind,text,data,hash FROM event
            WHERE seq<=$3 {(root is null ? "AND $1 IS NULL" : "AND root_id=$1")} ORDER BY seq DESC LIMIT $2
            """,
            Event, root?.Value, limit, durable);
        events.Reverse();
        return events;
    }

    public static FactoryCounts Counts(SqlSession sql, DateTimeOffset since)
    {
        var oldest = sql.Number("SELECT min(created_at) FROM outbox WHERE sent_at IS NULL");
        return new FactoryCounts
        {
            ByState = Standing(sql),
            ByHold = Map<HoldCode>(sql, "SELECT hold_code, count(*) FROM task WHERE state='held' GROUP BY hold_code"),
            Done = sql.Number("SELECT count(*) FROM task WHERE stage IS NULL AND state='done' AND finished_at>=$1", since) ?? 0,
            Runs = Map<RunOutcome>(sql, "SELECT outcome, count(*) FROM run WHERE ended_at>=$1 AND outcome IS NOT NULL GROUP BY outcome", since),
            SpentMicroUsd = LedgerRows.Used(sql, since, null).DayMicroUsd,
            OutboxWaiting = sql.Number("SELECT count(*) FROM outbox WHERE sent_at IS NULL") ?? 0,
            OutboxOldest = oldest is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
        };
    }

    // A root counts as what its stages are about, as in the lists that filter by it.
    private static Dictionary<TaskState, long> Standing(SqlSession sql)
    {
        var counts = Map<TaskState>(sql, "SELECT state, count(*) FROM task WHERE stage IS NULL GROUP BY state");
        Move(TaskState.Running, "SELECT count(DISTINCT u.root_id) FROM run u JOIN task r ON r.id=u.root_id WHERE u.ended_at IS NULL AND r.state='open'");
        Move(TaskState.Held, HeldRootsSql);
        return counts;

        void Move(TaskState to, string which)
        {
            if (sql.Number(which) is not { } moved || moved == 0)
                return;
            counts[to] = counts.GetValueOrDefault(to) + moved;
            counts[TaskState.Open] = counts.GetValueOrDefault(TaskState.Open) - moved;
        }
    }

    private static Dictionary<T, long> Map<T>(SqlSession sql, string query, params ReadOnlySpan<object?> values)
        where T : struct, Enum => sql
        .Rows(query, row => (Word: SnakeWord<T>.Parse(row.GetString(0)), Count: row.GetInt64(1)), values)
        .ToDictionary(pair => pair.Word, pair => pair.Count);

    private static EventRecord Event(SqlRow row) => new(
        row.GetInt64(0),
        TaskRows.Time(row, 1)!.Value,
        row.IsNull(2) ? null : new TaskId(row.GetInt64(2)),
        row.IsNull(3) ? null : new TaskId(row.GetInt64(3)),
        row.IsNull(4) ? null : new RunId(row.GetInt64(4)),
        row.GetString(5),
        row.GetString(6),
        row.GetString(7),
        row.GetString(8),
        Convert.ToHexStringLower(row.GetBytes(9)));
}
