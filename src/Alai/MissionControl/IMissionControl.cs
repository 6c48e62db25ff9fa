using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>
/// The single source of truth, write side. Every call is one transaction: all of it happened or none of it.
/// Contract suite: <c>tests/Alai.Tests/Contracts/MissionControlContract.cs</c>.
/// </summary>
public interface IMissionControl : IPaidCalls
{
    /// <summary>Files a task (a root together with its first stage task) or, by its idempotency key, finds the one filed before.</summary>
    /// <returns>The task, or a refusal: unknown dependency, a cycle (named), an unknown root, too many children.</returns>
    Task<FilingAnswer> FileAsync(NewTask task, CancellationToken cancellationToken);

    /// <summary>Files many in one transaction: all or none.</summary>
    Task<IReadOnlyList<FilingAnswer>> FileManyAsync(IReadOnlyList<NewTask> tasks, CancellationToken cancellationToken);

    /// <summary>Claims a stage task by one conditional statement that re-checks everything: state, time, dependencies, rail, root, version.</summary>
    Task<ClaimAnswer> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken);

    /// <summary>Tells that a run makes progress and asks whether it may go on.</summary>
    Task<PulseAnswer> PulseAsync(RunKey key, RunPulse pulse, CancellationToken cancellationToken);

    /// <summary>Gives a claim back: the task is open again, no attempt is counted, the run is settled as given back.</summary>
    /// <returns>False when the key is stale.</returns>
    Task<bool> GiveBackAsync(RunKey key, GiveBack giveBack, CancellationToken cancellationToken);

    /// <summary>Ends a run: outcome, task, root, children, judgement, checks, figures, outbox and events in one transaction. Only Orchestration calls it.</summary>
    /// <returns>Stale when fence or owner no longer match; then nothing but a <c>stale</c> event was written.</returns>
    Task<ApplyAnswer> ApplyAsync(Transition transition, CancellationToken cancellationToken);

    /// <summary>Moves a root and files children without a run: landing proved, landing refused, a root finished. Only Orchestration calls it.</summary>
    Task<ChangeAnswer> AdvanceAsync(RootAdvance advance, CancellationToken cancellationToken);

    /// <summary>Does what a person asked of a task.</summary>
    Task<ChangeAnswer> ChangeAsync(PersonChange change, CancellationToken cancellationToken);

    /// <summary>Opens an outside effect: the intent row before it. A second call with the same key tells what became of the first.</summary>
    Task<EffectState> BeginEffectAsync(EffectIntent intent, CancellationToken cancellationToken);

    /// <summary>Closes an outside effect: the outcome row after it.</summary>
    Task EndEffectAsync(string idempotencyKey, bool done, string output, CancellationToken cancellationToken);

    /// <summary>Settles every open run of a worker that is provably dead: the work is given back, fences raised, attempts as <see cref="RunOutcome.LostWorker"/>.</summary>
    /// <returns>The runs settled, with the processes and workspaces they recorded.</returns>
    Task<IReadOnlyList<OrphanRun>> SettleDeadAsync(string owner, CancellationToken cancellationToken);

    /// <summary>Writes one tick's heartbeat row.</summary>
    Task RecordTickAsync(TickRecord tick, CancellationToken cancellationToken);

    /// <summary>Settles one outbox row: sent, or tried and to be tried again at a time.</summary>
    Task SettleOutboxAsync(long id, OutboxResult result, CancellationToken cancellationToken);

    /// <summary>Stops or starts dispatch; survives restarts.</summary>
    Task SetHaltAsync(bool halted, string actor, string reason, CancellationToken cancellationToken);

    /// <summary>Lets open roots rise that have waited for a period; at most so many a call.</summary>
    /// <returns>How many rose.</returns>
    Task<int> AgeAsync(TimeSpan period, int limit, CancellationToken cancellationToken);

    /// <summary>Makes a schedule; refused when its name is taken.</summary>
    Task<ScheduleAnswer> AddScheduleAsync(Schedule schedule, CancellationToken cancellationToken);

    /// <summary>Pauses, resumes or removes a schedule.</summary>
    Task<ScheduleAnswer> ChangeScheduleAsync(string name, ScheduleStep step, string actor, CancellationToken cancellationToken);

    /// <summary>Writes that a slot was fired; its row is unique, so a second time changes nothing.</summary>
    /// <returns>Whether this was the first time.</returns>
    Task<bool> RecordSlotAsync(ScheduleFire fire, CancellationToken cancellationToken);

    /// <summary>Writes that every slot of a schedule up to a moment was passed over.</summary>
    Task PassOverAsync(long schedule, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Appends an event that belongs to no other write: configuration alarms, sandbox levels, start and stop.</summary>
    Task NoteAsync(string kind, string actor, string text, CancellationToken cancellationToken);
}
