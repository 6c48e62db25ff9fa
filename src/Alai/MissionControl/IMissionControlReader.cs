using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>The single source of truth, read side. Readers never write and see only committed rows.</summary>
public interface IMissionControlReader
{
    /// <summary>One task with its body, or null.</summary>
    FactoryTask? Find(TaskId id);

    /// <summary>Whether neither a root nor its stage was changed since they were read.</summary>
    bool IsUnchanged(StageOfRoot read);

    /// <summary>The tasks of a root: itself first, then its stages in order of filing.</summary>
    IReadOnlyList<FactoryTask> Family(TaskId root);

    /// <summary>A page of tasks, newest first unless the filter says otherwise; bodies left out.</summary>
    TaskPage List(TaskFilter filter);

    /// <summary>Roots whose title, body or labels bear all the words, the best match first; a word may end in *.</summary>
    /// <param name="words">What a person typed; nothing in it is syntax but a trailing *.</param>
    /// <param name="skip">How many of the best to leave out: the Next of the page before.</param>
    /// <param name="limit">At most this many.</param>
    TaskPage Search(string words, int skip, int limit);

    /// <summary>Roots whose parent is of this root's family, in order of filing.</summary>
    IReadOnlyList<FactoryTask> Children(TaskId root);

    /// <summary>Every schedule, by name.</summary>
    IReadOnlyList<Schedule> Schedules();

    /// <summary>The newest fired slots of a schedule, the newest first.</summary>
    IReadOnlyList<ScheduleFire> Fires(long schedule, int limit);

    /// <summary>Everybody the factory has met, as <c>human:NAME</c>.</summary>
    IReadOnlyList<string> KnownPeople();

    /// <summary>Open stage tasks in the order of claiming: priority, then age; keyset-paged by the last one seen.</summary>
    /// <param name="now">Tasks that wait until later are left out.</param>
    /// <param name="after">The last candidate of the page before, or null.</param>
    /// <param name="limit">At most this many.</param>
    IReadOnlyList<FactoryTask> Ready(DateTimeOffset now, ReadyCursor? after, int limit);

    /// <summary>The same line, but only the places in it.</summary>
    IReadOnlyList<ReadyCursor> Line(DateTimeOffset now, ReadyCursor? after, int limit);

    /// <summary>How many stand in the line before a place; counts no farther than told.</summary>
    int CountBefore(DateTimeOffset now, ReadyCursor place, int most);

    /// <summary>Stages with their roots, whole, as they are at one moment, in the order asked for; those that are not there are left out.</summary>
    IReadOnlyList<StageOfRoot> WithRoots(IReadOnlyList<TaskId> stages);

    /// <summary>The next time at which a waiting task becomes ready, or null.</summary>
    DateTimeOffset? NextWake(DateTimeOffset now);

    /// <summary>How many open stages may start only after now; counts no farther than told.</summary>
    int CountLater(DateTimeOffset now, int most);

    /// <summary>Open roots in nobody's hands whose stages have all ended: they wait for the daemon to land, advance or finish them.</summary>
    IReadOnlyList<FactoryTask> RootsToAdvance(int limit);

    /// <summary>Every run of a task, oldest first, with checks and judgement.</summary>
    IReadOnlyList<RunRecord> Runs(TaskId task);

    /// <summary>One run, or null.</summary>
    RunRecord? FindRun(RunId run);

    /// <summary>Runs that ended from a moment on, oldest first, at most so many.</summary>
    IReadOnlyList<RunRecord> RunsSince(DateTimeOffset since, int limit);

    /// <summary>Money reserved and spent on paid calls from a moment on, oldest first, at most so many rows.</summary>
    IReadOnlyList<LedgerRow> Ledger(DateTimeOffset since, int limit);

    /// <summary>Runs not settled yet.</summary>
    IReadOnlyList<RunRecord> OpenRuns();

    /// <summary>
    /// Waits until all that was shown of the store is on the disk. Events are told only then; whoever saw a task done and asks for
    /// its story waits here, or might not find the end in it.
    /// </summary>
    Task SettledAsync(CancellationToken cancellationToken);

    /// <summary>The events of a root and its stages, or of everything when null, after a sequence number.</summary>
    IReadOnlyList<EventRecord> Events(TaskId? root, long afterSequence, int limit);

    /// <summary>The newest events of a root, or of everything, the oldest of them first.</summary>
    IReadOnlyList<EventRecord> NewestEvents(TaskId? root, int limit);

    /// <summary>The newest event's sequence number.</summary>
    long LastSequence();

    /// <summary>The task that was filed with this idempotency key, or null.</summary>
    TaskId? FindKeyed(string key);

    /// <summary>Held tasks for people, most urgent first.</summary>
    IReadOnlyList<FactoryTask> Inbox(int limit);

    /// <summary>How many tasks are held for people; counts no farther than told.</summary>
    int CountInbox(int most);

    /// <summary>Roots that people took into their own hands and did not finish yet, most urgent first.</summary>
    IReadOnlyList<FactoryTask> Assigned(int limit);

    /// <summary>Which of some roots have a stage that waits for a person, and the first such stage.</summary>
    IReadOnlyDictionary<TaskId, Stage> HeldStages(IReadOnlyList<TaskId> roots);

    /// <summary>Dependencies of a root that are not done yet.</summary>
    IReadOnlyList<FactoryTask> Unmet(TaskId root);

    /// <summary>The stage input filed with a task (JSON), or null.</summary>
    string? Input(TaskId task);

    /// <summary>The pipeline copied into the root when it was filed (YAML), or null.</summary>
    string? Pipeline(TaskId root);

    /// <summary>How many tasks are in which state, and the figures of a period.</summary>
    FactoryCounts Counts(DateTimeOffset since);

    /// <summary>The newest heartbeat rows, newest first.</summary>
    IReadOnlyList<TickRecord> Ticks(int limit);

    /// <summary>Outbox rows due for sending, oldest first.</summary>
    IReadOnlyList<OutboxEntry> OutboxDue(DateTimeOffset now, int limit);

    /// <summary>Whether dispatch is halted, and by whom.</summary>
    HaltState Halt();

    /// <summary>Distinct owners of open runs.</summary>
    IReadOnlyList<string> RunOwners();

    /// <summary>Effects with an intent and no outcome: to be settled after a restart, never guessed.</summary>
    IReadOnlyList<EffectState> OpenEffects();

    /// <summary>Every outside effect of a task, oldest first.</summary>
    IReadOnlyList<EffectState> Effects(TaskId task);

    /// <summary>Tiers that a provider's quota stopped, past resets included.</summary>
    IReadOnlyList<TierRest> Rests();

    /// <summary>Money reserved and spent on paid calls.</summary>
    PaidFigures Paid(DateTimeOffset dayStart, TaskId? root);
}
