using System.Globalization;
using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Lists of tasks. Everything is paged and walks an index.</summary>
internal static class TaskQueries
{
    public const string ReadySql = $"""
        SELECT {TaskRows.Columns} FROM {TaskRows.From}
        WHERE t.id IN (SELECT t.id {InLine})
        ORDER BY t.priority, t.run_at, t.id
        """;

    private const string LineSql = $"SELECT t.priority, t.run_at, t.id {InLine}";
    private const string InLine = $"""
        FROM task t WHERE (t.priority,t.run_at,t.id)>($2,$3,$4) AND t.run_at<=$1 AND {TaskClaims.Claimable}
          ORDER BY t.priority, t.run_at, t.id LIMIT $5
        """;

    // A stage that waits for the same as its root is no second question.
    private const string ForPeople = """
        h.state='held' AND NOT(h.stage IS NOT NULL AND EXISTS(SELECT 1 FROM task r WHERE r.id=h.root_id AND r.hold_code=h.hold_code))
        """;

    public const string InboxSql = $"""
        SELECT {TaskRows.Columns} FROM {TaskRows.From}
        WHERE t.id IN (SELECT h.id FROM task h WHERE {ForPeople}
          ORDER BY h.priority, h.updated_at, h.id LIMIT $1)
        ORDER BY t.priority, t.updated_at, t.id
        """;

    public const string CountInboxSql = $"SELECT count(*) FROM (SELECT 1 FROM task h WHERE {ForPeople} LIMIT $1)";

    public const string AssignedSql = $"""
        SELECT {TaskRows.Columns} FROM {TaskRows.From}
        WHERE t.id IN (SELECT a.id FROM task a INDEXED BY task_assigned WHERE a.assignee IS NOT NULL AND a.stage IS NULL AND (a.state='open' OR a.state='held')
          ORDER BY a.priority, a.id LIMIT $1)
        ORDER BY t.priority, t.id
        """;

    public const string HeldStagesSql = $"""
        SELECT h.root_id, h.stage FROM json_each($1) j CROSS JOIN task h ON h.root_id=j.value
        WHERE h.stage IS NOT NULL AND {ForPeople} ORDER BY h.id
        """;

    public const string ChildrenSql = $"""
        SELECT {TaskRows.Columns} FROM {TaskRows.From}
        WHERE t.id IN (SELECT c.id FROM task p CROSS JOIN task c ON c.parent_id=p.id WHERE p.root_id=$1 AND c.stage IS NULL) ORDER BY t.id
        """;

    public const string ToAdvanceSql = $"""
        SELECT {TaskRows.Columns} FROM {TaskRows.From}
        WHERE t.id IN (SELECT r.id FROM task r INDEXED BY task_advance WHERE r.stage IS NULL AND r.state='open' AND r.assignee IS NULL
          AND r.live=0 ORDER BY r.id LIMIT $1)
        ORDER BY t.id
        """;

    // A root is its own.
    private const string HeldRoots = "SELECT s.root_id FROM task s INDEXED BY task_held WHERE s.state='held'";

    public const string NextWakeSql = """
        SELECT min((SELECT min(t.run_at) FROM task t
          WHERE t.state='open' AND t.stage IS NOT NULL AND t.priority=p.column1 AND t.run_at>$1)) FROM (VALUES(0),(1),(2),(3)) p
        """;

    public static IReadOnlyList<FactoryTask> Ready(SqlSession sql, DateTimeOffset now, ReadyCursor? after, int limit) =>
        sql.Rows(ReadySql, TaskRows.Read, [.. Place(now, after), limit]);

    public static IReadOnlyList<ReadyCursor> Line(SqlSession sql, DateTimeOffset now, ReadyCursor? after, int limit) => sql.Rows(
        LineSql, row => new ReadyCursor((Priority)row.GetInt32(0), TaskRows.Time(row, 1)!.Value, new TaskId(row.GetInt64(2))), [.. Place(now, after), limit]);

    public const string CountBeforeSql = $"""
        SELECT count(*) FROM (SELECT 1 FROM task t WHERE (t.priority,t.run_at,t.id)<($2,$3,$4) AND t.run_at<=$1 AND {TaskClaims.Claimable} LIMIT $5)
        """;

    public static int CountBefore(SqlSession sql, DateTimeOffset now, ReadyCursor place, int most) =>
        (int)(sql.Number(CountBeforeSql, [.. Place(now, place), most]) ?? 0);

    private static object?[] Place(DateTimeOffset now, ReadyCursor? after) =>
        [now, after is { } a ? (int)a.Priority : -1, after?.RunAt ?? DateTimeOffset.UnixEpoch, after?.Id.Value ?? 0];

    public const string CountLaterSql = """
        SELECT count(*) FROM (SELECT 1 FROM (VALUES(0),(1),(2),(3)) p CROSS JOIN task t
          WHERE t.state='open' AND t.stage IS NOT NULL AND t.priority=p.column1 AND t.run_at>$1 LIMIT $2)
        """;

    public static int CountLater(SqlSession sql, DateTimeOffset now, int most) => (int)(sql.Number(CountLaterSql, now, most) ?? 0);

    public static DateTimeOffset? NextWake(SqlSession sql, DateTimeOffset now) => sql.Row(NextWakeSql, row => TaskRows.Time(row, 0), now);

    public static IReadOnlyList<FactoryTask> Family(SqlSession sql, TaskId root) => sql.Rows(
        $"SELECT {TaskRows.Columns} FROM {TaskRows.From} WHERE t.root_id=$1 ORDER BY t.id", TaskRows.Read, root.Value);

    public static IReadOnlyList<FactoryTask> Unmet(SqlSession sql, TaskId root) => sql.Rows(
        $"""
        SELECT {TaskRows.Columns} FROM {TaskRows.From}
        WHERE t.state<>'done' AND t.id IN (SELECT needs FROM dependency WHERE task_id=$1) ORDER BY t.id
        """,
        TaskRows.Read, root.Value);

    public static Dictionary<TaskId, Stage> HeldStages(SqlSession sql, IReadOnlyList<TaskId> roots)
    {
        var stages = new Dictionary<TaskId, Stage>();
        foreach (var (root, stage) in sql.Rows(HeldStagesSql, row => (new TaskId(row.GetInt64(0)), SnakeWord<Stage>.Parse(row.GetString(1))), TaskRows.Ids(roots)))
            stages.TryAdd(root, stage);
        return stages;
    }

    public static bool Unchanged(SqlSession sql, StageOfRoot read) => sql.Number(
        "SELECT (SELECT version FROM task WHERE id=$1)=$2 AND (SELECT version FROM task WHERE id=$3)=$4",
        read.Root.Id.Value, read.Root.Version, read.Stage.Id.Value, read.Stage.Version) == 1;

    public static TaskPage List(SqlSession sql, TaskFilter filter)
    {
        var (query, values) = Build(filter);
        var limit = Math.Clamp(filter.Limit, 1, 500);
        var rows = sql.Rows(query, TaskRows.Read, [.. values]);
        if (rows.Count <= limit)
            return new TaskPage(rows, null);
        var last = rows[limit - 1];
        var next = filter.ByDue ? $"{last.DueAt!.Value.ToUnixTimeMilliseconds()}.{last.Id.Value}"
            : filter.ByUrgency ? $"{(int)last.Counts}.{last.Id.Value}" : last.Id.Value.ToString(CultureInfo.InvariantCulture);
        return new TaskPage(rows[..limit], next);
    }

    /// <summary>The statement of a filter and its values; a test reads its plan.</summary>
    internal static (string Sql, List<object?> Values) Build(TaskFilter filter)
    {
        var where = new List<string>();
        var values = new List<object?>();
        void Add(string clause, object? value)
        {
            values.Add(value);
            where.Add(clause.Replace("$?", "$" + values.Count, StringComparison.Ordinal));
        }

        if (filter.RootsOnly)
            where.Add("t.stage IS NULL");
        if (filter.States.Count > 0)
            where.Add(Standing(filter));
        if (filter.Product is { } product)
            Add("k.product=$?", product);
        if (filter.Owner is { } owner)
            Add("(k.accountable IN($?,'human:'||$?,'company:'||$?) OR t.assignee IN($?,'human:'||$?))", owner);
        if (filter.Label is { } label)
            Add("t.root_id IN (SELECT task_id FROM task_label WHERE label=$?)", label);
        if (filter.FinishedSince is { } since)
            Add("t.finished_at>=$?", since);
        if (filter.ByDue || filter.DueBefore is not null)
            where.Add("t.due_at IS NOT NULL AND t.finished_at IS NULL");
        if (filter.DueBefore is { } due)
            Add("t.due_at<$?", due);
        if (filter.Hold is { } hold)
            Add(filter.RootsOnly ? $"t.id IN ({HeldRoots} AND s.hold_code=$?)" : "t.hold_code=$?", SnakeWord<HoldCode>.Of(hold));
        if (filter.Text is { Length: > 0 } text)
            Add("(instr(lower(k.title),lower($?))>0 OR instr(lower(b.body),lower($?))>0)", text);
        if (filter.After is { } cursor)
            After(filter, cursor, Add);
        values.Add(Math.Clamp(filter.Limit, 1, 500) + 1);
        var condition = where.Count == 0 ? "" : "WHERE " + string.Join(" AND ", where);
        var order = filter.ByDue ? "t.due_at, t.id" : filter.ByUrgency ? "t.priority, t.id" : "t.id DESC";
        return ($"SELECT {TaskRows.Columns} FROM {TaskRows.From} {condition} ORDER BY {order} LIMIT ${values.Count}", values);
    }

    // Whoever asks for what is held or running means the work, whichever of its stages it is that waits or runs. A list in an order of its own walks
    // the index of that order: found by their states, all of them would be sorted. Those few that are held or run are looked up.
    private static string Standing(TaskFilter filter)
    {
        var states = $"state IN({string.Join(',', filter.States.Distinct().Select(state => $"'{SnakeWord<TaskState>.Of(state)}'"))})";
        var stages = new List<string>();
        if (filter.RootsOnly && filter.States.Contains(TaskState.Held))
            stages.Add(HeldRoots);
        if (filter.RootsOnly && filter.States.Contains(TaskState.Running))
            stages.Add("SELECT u.root_id FROM run u WHERE u.ended_at IS NULL");
        if (filter.RootsOnly && filter.States.All(state => state is TaskState.Held or TaskState.Running))
            return $"t.id IN ({string.Join(" UNION ", stages.Prepend($"SELECT q.id FROM task q INDEXED BY task_standing WHERE q.stage IS NULL AND q.{states}"))})";
        var walked = filter.ByUrgency || filter.ByDue ? "+t." : "t.";
        return $"({string.Join(" OR ", stages.Select(which => $"t.id IN ({which})").Prepend(walked + states))})";
    }

    private static void After(TaskFilter filter, string cursor, Action<string, object?> add)
    {
        var parts = cursor.Split('.');
        if (parts.Length != (filter.ByUrgency || filter.ByDue ? 2 : 1) || !parts.All(part => long.TryParse(part, CultureInfo.InvariantCulture, out _)))
            throw new FactoryException($"'{cursor}' is no cursor of this list.", "Use the Next of the page before, with the same order.");
        var numbers = parts.Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        if (filter.ByDue)
        {
            add($"(t.due_at,t.id)>({numbers[0].ToString(CultureInfo.InvariantCulture)},$?)", numbers[1]);
        }
        else if (filter.ByUrgency)
        {
            add("t.priority>=$?", numbers[0]);
            add($"(t.priority,t.id)>({numbers[0].ToString(CultureInfo.InvariantCulture)},$?)", numbers[1]);
        }
        else
        {
            add("t.id<$?", numbers[0]);
        }
    }
}
