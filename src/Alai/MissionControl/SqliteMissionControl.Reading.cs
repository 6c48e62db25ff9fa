using Alai.Tasks;

namespace Alai.MissionControl;

/// <content>The reading face.</content>
public sealed partial class SqliteMissionControl
{
    /// <inheritdoc/>
    public FactoryTask? Find(TaskId id) => _database.Read(sql => TaskRows.Find(sql, id));

    /// <inheritdoc/>
    public bool IsUnchanged(StageOfRoot read) => _database.Read(sql => TaskQueries.Unchanged(sql, read));

    /// <inheritdoc/>
    public IReadOnlyList<FactoryTask> Family(TaskId root) => _database.Read(sql => TaskQueries.Family(sql, root));

    /// <inheritdoc/>
    public TaskPage List(TaskFilter filter) => _database.Read(sql => TaskQueries.List(sql, filter));

    /// <inheritdoc/>
    public TaskPage Search(string words, int skip, int limit) => _database.Read(sql => TaskWords.Find(sql, words, skip, limit));

    /// <inheritdoc/>
    public IReadOnlyList<FactoryTask> Children(TaskId root) => _database.Read(sql => sql.Rows(TaskQueries.ChildrenSql, TaskRows.Read, root.Value));

    /// <inheritdoc/>
    public IReadOnlyList<Schedule> Schedules() => _database.Read(ScheduleRows.All);

    /// <inheritdoc/>
    public IReadOnlyList<ScheduleFire> Fires(long schedule, int limit) => _database.Read(sql => ScheduleRows.Fires(sql, schedule, limit));

    /// <inheritdoc/>
    public IReadOnlyList<string> KnownPeople() => _database.Read(People.All);

    /// <inheritdoc/>
    public IReadOnlyList<FactoryTask> Ready(DateTimeOffset now, ReadyCursor? after, int limit) => _database.Read(sql => TaskQueries.Ready(sql, now, after, limit));

    /// <inheritdoc/>
    public IReadOnlyList<ReadyCursor> Line(DateTimeOffset now, ReadyCursor? after, int limit) => _database.Read(sql => TaskQueries.Line(sql, now, after, limit));

    /// <inheritdoc/>
    public int CountBefore(DateTimeOffset now, ReadyCursor place, int most) => _database.Read(sql => TaskQueries.CountBefore(sql, now, place, most));

    /// <inheritdoc/>
    public IReadOnlyList<StageOfRoot> WithRoots(IReadOnlyList<TaskId> stages) => _database.Read(sql => StageOfRoot.Of(sql, stages));

    /// <inheritdoc/>
    public DateTimeOffset? NextWake(DateTimeOffset now) => _database.Read(sql => TaskQueries.NextWake(sql, now));

    /// <inheritdoc/>
    public int CountLater(DateTimeOffset now, int most) => _database.Read(sql => TaskQueries.CountLater(sql, now, most));

    /// <inheritdoc/>
    public IReadOnlyList<FactoryTask> RootsToAdvance(int limit) =>
        _database.Read(sql => sql.Rows(TaskQueries.ToAdvanceSql, TaskRows.Read, limit));

    /// <inheritdoc/>
    public IReadOnlyList<RunRecord> Runs(TaskId task) => _database.Read(sql => FactoryQueries.Runs(sql, task));

    /// <inheritdoc/>
    public RunRecord? FindRun(RunId run) => _database.Read(sql => FactoryQueries.FindRun(sql, run));

    /// <inheritdoc/>
    public IReadOnlyList<RunRecord> RunsSince(DateTimeOffset since, int limit) =>
        _database.Read(sql => FactoryQueries.RunsSince(sql, since, limit));

    /// <inheritdoc/>
    public IReadOnlyList<LedgerRow> Ledger(DateTimeOffset since, int limit) =>
        _database.Read(sql => LedgerRows.Since(sql, since, limit));

    /// <inheritdoc/>
    public IReadOnlyList<RunRecord> OpenRuns() => _database.Read(FactoryQueries.OpenRuns);

    /// <inheritdoc/>
    public Task SettledAsync(CancellationToken cancellationToken) => _guard.Mark.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<EventRecord> Events(TaskId? root, long afterSequence, int limit) =>
        _database.Read(sql => FactoryQueries.Events(sql, root, (afterSequence, _guard.Mark.Durable), limit));

    /// <inheritdoc/>
    public IReadOnlyList<EventRecord> NewestEvents(TaskId? root, int limit) =>
        _database.Read(sql => FactoryQueries.NewestEvents(sql, root, _guard.Mark.Durable, limit));

    /// <inheritdoc/>
    public long LastSequence() => Math.Min(_guard.Mark.Durable, _database.Read(sql => sql.Number("SELECT max(seq) FROM event") ?? 0));

    /// <inheritdoc/>
    public IReadOnlyList<FactoryTask> Inbox(int limit) =>
        _database.Read(sql => sql.Rows(TaskQueries.InboxSql, TaskRows.Read, limit));

    /// <inheritdoc/>
    public TaskId? FindKeyed(string key) =>
        _database.Read(sql => sql.Number("SELECT task_id FROM task_card WHERE unique_key=$1", key)) is { } id ? new TaskId(id) : null;

    /// <inheritdoc/>
    public int CountInbox(int most) => _database.Read(sql => (int)(sql.Number(TaskQueries.CountInboxSql, most) ?? 0));

    /// <inheritdoc/>
    public IReadOnlyList<FactoryTask> Assigned(int limit) =>
        _database.Read(sql => sql.Rows(TaskQueries.AssignedSql, TaskRows.Read, limit));

    /// <inheritdoc/>
    public IReadOnlyDictionary<TaskId, Stage> HeldStages(IReadOnlyList<TaskId> roots) => _database.Read(sql => TaskQueries.HeldStages(sql, roots));

    /// <inheritdoc/>
    public IReadOnlyList<FactoryTask> Unmet(TaskId root) => _database.Read(sql => TaskQueries.Unmet(sql, root));

    /// <inheritdoc/>
    public string? Input(TaskId task) =>
        _database.Read(sql => sql.Text("SELECT input FROM task_body WHERE task_id=$1", task.Value));

    /// <inheritdoc/>
    public string? Pipeline(TaskId root) =>
        _database.Read(sql => sql.Text("SELECT pipeline FROM task_body WHERE task_id=$1", root.Value));

    /// <inheritdoc/>
    public FactoryCounts Counts(DateTimeOffset since) => _database.Read(sql => FactoryQueries.Counts(sql, since));

    /// <inheritdoc/>
    public IReadOnlyList<TickRecord> Ticks(int limit) => _database.Read(sql => FactoryRows.Ticks(sql, limit));

    /// <inheritdoc/>
    public IReadOnlyList<OutboxEntry> OutboxDue(DateTimeOffset now, int limit) =>
        _database.Read(sql => OutboxRows.Due(sql, now, limit));

    /// <inheritdoc/>
    public HaltState Halt() => _database.Read(FactoryRows.Halt);

    /// <inheritdoc/>
    public IReadOnlyList<string> RunOwners() =>
        _database.Read(sql => sql.Rows("SELECT DISTINCT owner FROM run WHERE ended_at IS NULL", row => row.GetString(0)));

    /// <inheritdoc/>
    public IReadOnlyList<EffectState> OpenEffects() => _database.Read(EffectRows.Open);

    /// <inheritdoc/>
    public IReadOnlyList<EffectState> Effects(TaskId task) => _database.Read(sql => EffectRows.Of(sql, task));

    /// <inheritdoc/>
    public IReadOnlyList<TierRest> Rests() => _database.Read(FactoryRows.Rests);

    /// <inheritdoc/>
    public PaidFigures Paid(DateTimeOffset dayStart, TaskId? root) =>
        _database.Read(sql => LedgerRows.Used(sql, dayStart, root));
}
