using System.Globalization;
using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Reads tasks from their rows. A stage task shows its root's body, criteria, labels and person where it has none of its own.</summary>
internal static class TaskRows
{
    /// <summary>Everything but the body.</summary>
    public const string Columns = """
        t.id,k.uid,t.root_id,t.parent_id,t.stage,t.round,k.title,k.product,t.priority,k.filer,
        coalesce(k.accountable,rk.accountable),coalesce(t.assignee,r.assignee),coalesce(t.touched_at,r.touched_at),
        k.complexity,k.domain,k.kind,k.confidence,k.classified_by,k.deploy OR rk.deploy,k.docs OR rk.docs,
        t.state,t.hold_code,k.hold_text,k.hold_lifted_by,t.sensitivity,k.trust,
        t.attempts,t.transients,t.escalations,t.tier,t.run_at,t.wait_reason,
        t.company,t.branch,t.artefact_hash,t.outcome,t.version,t.created_at,t.updated_at,t.finished_at,
        b.why,b.last_failure,
        CASE WHEN b.labels='[]' THEN rb.labels ELSE b.labels END,
        CASE WHEN b.criteria='[]' THEN rb.criteria ELSE b.criteria END,
        coalesce(b.verify,rb.verify),
        (SELECT group_concat(d.needs) FROM dependency d WHERE d.task_id=t.root_id),
        a.id,a.subject_hash,a.by,a.at,c.id,c.subject_hash,c.by,c.at,t.given_priority,r.due_at
        """;

    public const string From = """
        task t JOIN task_card k ON k.task_id=t.id JOIN task_body b ON b.task_id=t.id
        JOIN task r ON r.id=t.root_id JOIN task_card rk ON rk.task_id=t.root_id JOIN task_body rb ON rb.task_id=t.root_id
        LEFT JOIN approval a ON a.id=t.approval_id AND a.voided_at IS NULL LEFT JOIN approval c ON c.id=t.consent_id
        """;

    private const int BodyColumn = 56;

    private const string Whole = $"SELECT {Columns},CASE WHEN b.body='' THEN rb.body ELSE b.body END FROM {From}";
    private const string FindSql = $"{Whole} WHERE t.id=$1";
    private const string FindManySql = $"{Whole} WHERE t.id IN (SELECT value FROM json_each($1))";

    public static FactoryTask? Find(SqlSession sql, TaskId id) => sql.Row(FindSql, WithBody, id.Value);

    /// <summary>Those of many tasks that are there, in no order.</summary>
    public static IReadOnlyList<FactoryTask> FindMany(SqlSession sql, IReadOnlyList<TaskId> ids) =>
        sql.Rows(FindManySql, WithBody, Ids(ids));

    /// <summary>Ids as one parameter of <c>json_each</c>.</summary>
    public static string Ids(IReadOnlyList<TaskId> ids) => $"[{string.Join(',', ids.Select(id => id.Value.ToString(CultureInfo.InvariantCulture)))}]";

    public static FactoryTask Read(SqlRow row)
    {
        var consent = ApprovalAt(row, 50);
        return new FactoryTask
        {
            Id = new TaskId(row.GetInt64(0)),
            Uid = row.GetString(1),
            Lineage = LineageOf(row),
            Title = row.GetString(6),
            Product = row.GetString(7),
            Priority = (Priority)row.GetInt32(54),
            Counts = (Priority)row.GetInt32(8),
            DueAt = Time(row, 55),
            Filer = row.GetString(9),
            Owner = Text(row, 10),
            Assignee = Text(row, 11),
            TouchedAt = Time(row, 12),
            Classification = ClassificationOf(row),
            Deploy = row.GetBoolean(18),
            Docs = row.GetBoolean(19),
            State = SnakeWord<TaskState>.Parse(row.GetString(20)),
            Hold = HoldOf(row),
            Sensitivity = row.GetInt32(24),
            Trust = (TrustLabel)row.GetInt32(25),
            Progress = ProgressOf(row),
            Company = Text(row, 32),
            Branch = Text(row, 33),
            ArtefactHash = Text(row, 34),
            Outcome = Text(row, 35),
            Version = row.GetInt64(36),
            CreatedAt = Time(row, 37)!.Value,
            UpdatedAt = Time(row, 38)!.Value,
            FinishedAt = Time(row, 39),
            Labels = StoreJson.Words(row.GetString(42)),
            Criteria = StoreJson.Words(row.GetString(43)),
            Verify = Text(row, 44),
            After = [.. (Text(row, 45) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => new TaskId(long.Parse(id, CultureInfo.InvariantCulture)))],
            Approval = ApprovalAt(row, 46) ?? consent,
            Consent = consent,
        };
    }

    private static FactoryTask WithBody(SqlRow row) => Read(row) with { Body = row.GetString(BodyColumn) };

    public static string? Text(SqlRow row, int column) => row.IsNull(column) ? null : row.GetString(column);

    public static DateTimeOffset? Time(SqlRow row, int column) =>
        row.IsNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static Lineage LineageOf(SqlRow row) => new(
        new TaskId(row.GetInt64(2)),
        row.IsNull(3) ? null : new TaskId(row.GetInt64(3)),
        row.IsNull(4) ? null : SnakeWord<Stage>.Parse(row.GetString(4)),
        row.GetInt32(5));

    private static Classification ClassificationOf(SqlRow row) => new(
        row.GetInt32(13),
        SnakeWord<Domain>.Parse(row.GetString(14)),
        SnakeWord<TaskKind>.Parse(row.GetString(15)),
        row.GetDouble(16),
        row.GetString(17),
        row.GetString(40));

    private static Hold? HoldOf(SqlRow row) => row.IsNull(21)
        ? null
        : new Hold(SnakeWord<HoldCode>.Parse(row.GetString(21)), Text(row, 22) ?? "", Text(row, 23) ?? "owner");

    private static TaskProgress ProgressOf(SqlRow row) => new()
    {
        Attempts = row.GetInt32(26),
        TransientsInARow = row.GetInt32(27),
        Escalations = row.GetInt32(28),
        Tier = row.GetInt32(29),
        RunAt = Time(row, 30)!.Value,
        WaitReason = row.GetString(31),
        LastFailure = row.GetString(41),
    };

    private static Approval? ApprovalAt(SqlRow row, int column) => row.IsNull(column)
        ? null
        : new Approval(row.GetInt64(column), row.GetString(column + 1), row.GetString(column + 2), Time(row, column + 3)!.Value);
}
