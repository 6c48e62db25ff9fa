using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>
/// The single source of truth in one SQLite file. Only the daemon opens it; every call is one transaction of a group commit, and
/// an answered call is on the disk.
/// </summary>
public sealed partial class SqliteMissionControl : IMissionControl, IMissionControlReader, IDisposable
{
    private readonly Database _database;
    private readonly MissionControlOptions _options;
    private readonly EventLog _events = new();
    private readonly ChainGuard _guard;
    private readonly FreshRoots _fresh;

    private SqliteMissionControl(MissionControlOptions options)
    {
        _options = options;
        _guard = new ChainGuard(options, _events);
        _fresh = new FreshRoots(options.Filed);
        _database = Database.Open(new DatabaseOptions
        {
            Path = options.Path,
            MigrationPrefix = StoreImage.Steps,
            Time = options.Time,
            FileLockingDisabled = options.FileLockingDisabled,
            LockPatience = options.LockPatience,
            Committed = Committed,
            BeforeMigration = options.BeforeMigration,
            DiskFull = options.DiskFull,
            Committing = _guard.Committing,
            RolledBack = RolledBack,
            Idle = _guard.Flush,
            AtStep = options.AtStep,
            Opened = TaskWords.Mend,
            Logger = options.Logger,
        });
    }

    /// <summary>Why the store is open for reading only, or null: the event chain does not hold or acknowledged events are gone.</summary>
    public string? Alarm => _guard.Alarm;

    /// <summary>The engine and its version, for example <c>SQLite 3.53.3</c>.</summary>
    public static string Engine => "SQLite " + SqliteFile.Version;

    /// <summary>Opens the store, alone, and follows the event chain from its last anchor.</summary>
    /// <exception cref="FactoryException">A second daemon, a missing or read-only folder, a network file system, an old SQLite, a newer schema.</exception>
    public static SqliteMissionControl Open(MissionControlOptions options)
    {
        var store = new SqliteMissionControl(options with { Path = Path.GetFullPath(options.Path) });
        try
        {
            store._guard.Check(store._database);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Follows the whole chain and compares its head with the anchor; nightly, and for <c>alai db check</c>.</summary>
    public Task<ChainReport> VerifyChainAsync(CancellationToken cancellationToken) =>
        Task.Run(() => _guard.Whole(_database), cancellationToken);

    /// <summary>Checks everything that can be checked while work goes on: pages, references, the chain, the contents it names.</summary>
    public Task<StoreReport> CheckAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            // The index of words remembers its shape in a connection, and calls what was merged since corrupt.
            var chain = _guard.Whole(_database);
            return _database.ReadAnew(sql => StoreCheck.Of(sql, chain));
        },
        cancellationToken);

    /// <summary>The records of runs, as the chain knows them.</summary>
    public IReadOnlyList<SealedRecord> Records() => _database.Read(RecordSeals.All);

    /// <summary>The branches that work which is not over will need.</summary>
    public IReadOnlyList<BranchInHand> BranchesInHand() => _database.Read(RecordSeals.Branches);

    /// <summary>A person accepts records as they are now.</summary>
    public Task AcceptRecordsAsync(IReadOnlyList<SealedRecord> records, string actor, string reason, CancellationToken cancellationToken) => WriteAsync(
        write =>
        {
            foreach (var record in records)
                RecordSeals.Append(write, record, (actor, $"accepted the record of run {record.Run} as it is: {reason}"));
            return true;
        },
        cancellationToken);

    /// <summary>
    /// A person accepts what is there: links that do not hold are written down as accepted, what was acknowledged and is gone is
    /// given up, and the chain's present head becomes the anchored one.
    /// </summary>
    public async Task AcceptChainAsync(string actor, string reason, CancellationToken cancellationToken)
    {
        var found = await VerifyChainAsync(cancellationToken);
        var problem = _guard.Alarm ?? (found.IsSound ? "no alarm" : found.Problem);
        _guard.Accept(_database);
        var marks = (await VerifyChainAsync(cancellationToken)).Breaks.Select(broken => broken.Mark).ToArray();
        await WriteAsync(
            write =>
            {
                write.Append(new EventDraft("chain_accepted", actor, $"accepted after: {problem}; {reason}") { Data = StoreJson.Write(new ChainAcceptance(marks)) });
                return true;
            },
            cancellationToken);
    }

    /// <summary>Copies what is committed into a file of its own while work goes on, and anchors the copy's head beside it.</summary>
    /// <param name="path">A file that does not exist.</param>
    /// <returns>The copy's head.</returns>
    public StoreHead CopyTo(string path) => StoreImage.Copy(_options.Path, path);

    /// <summary>Writes every table of the store as lines of JSON.</summary>
    /// <param name="open">Gives the stream of a table; it is closed here.</param>
    /// <returns>The head that was written, and the rows of each table.</returns>
    public StoreDump WriteTables(Func<string, Stream> open) => _database.Read(sql => StoreDump.Write(sql, open));

    /// <summary>Takes over everything of another store, built and checked beside this one: all of it in one transaction, or nothing.</summary>
    /// <param name="takeOver">The store, the rules that judge its tasks, who asks.</param>
    /// <param name="cancellationToken">Withdraws it before it began.</param>
    public Task<TakeOverAnswer> TakeOverAsync(TakeOver takeOver, CancellationToken cancellationToken) =>
        WriteAsync(write => StoreTakeOver.Run(write, takeOver), cancellationToken);

    /// <inheritdoc/>
    public Task<FilingAnswer> FileAsync(NewTask task, CancellationToken cancellationToken) =>
        WriteAsync(write => TaskFiling.File(write, task), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FilingAnswer>> FileManyAsync(IReadOnlyList<NewTask> tasks, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(write => FilingRefused.All(write, tasks), cancellationToken);
        }
        catch (FilingRefused refused)
        {
            return refused.Answers;
        }
    }

    /// <inheritdoc/>
    public Task<ClaimAnswer> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) =>
        Claim(request, StoreJson.Write(request.Route), cancellationToken);

    /// <inheritdoc/>
    public Task<PulseAnswer> PulseAsync(RunKey key, RunPulse pulse, CancellationToken cancellationToken) =>
        WriteAsync(write => RunRows.Pulse(write, key, pulse), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> GiveBackAsync(RunKey key, GiveBack giveBack, CancellationToken cancellationToken) =>
        WriteAsync(write => RunSettlement.GiveBack(write, key, giveBack), cancellationToken);

    /// <inheritdoc/>
    public Task<ApplyAnswer> ApplyAsync(Transition transition, CancellationToken cancellationToken) =>
        Apply(transition, RunWords.Of(transition, _options), cancellationToken);

    /// <inheritdoc/>
    public Task<ChangeAnswer> AdvanceAsync(RootAdvance advance, CancellationToken cancellationToken) =>
        WriteAsync(write => RootAdvances.Make(write, advance), cancellationToken);

    /// <inheritdoc/>
    public Task<ChangeAnswer> ChangeAsync(PersonChange change, CancellationToken cancellationToken) =>
        WriteAsync(write => PersonChanges.Make(write, change), cancellationToken);

    /// <inheritdoc/>
    public Task<EffectState> BeginEffectAsync(EffectIntent intent, CancellationToken cancellationToken) =>
        WriteAsync(write => EffectRows.Begin(write, intent), cancellationToken);

    /// <inheritdoc/>
    public Task EndEffectAsync(string idempotencyKey, bool done, string output, CancellationToken cancellationToken) =>
        WriteAsync(write => EffectRows.End(write, idempotencyKey, done, output), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OrphanRun>> SettleDeadAsync(string owner, CancellationToken cancellationToken) =>
        WriteAsync<IReadOnlyList<OrphanRun>>(write => RunSettlement.SettleDead(write, owner), cancellationToken);

    /// <inheritdoc/>
    public Task RecordTickAsync(TickRecord tick, CancellationToken cancellationToken) =>
        WriteAsync(write => FactoryRows.Tick(write, tick), cancellationToken);

    /// <inheritdoc/>
    public Task SettleOutboxAsync(long id, OutboxResult result, CancellationToken cancellationToken) =>
        WriteAsync(write => OutboxRows.Settle(write, id, result), cancellationToken);

    /// <inheritdoc/>
    public Task SetHaltAsync(bool halted, string actor, string reason, CancellationToken cancellationToken) =>
        WriteAsync(write => FactoryRows.SetHalt(write, halted, actor, reason), cancellationToken);

    /// <inheritdoc/>
    public Task<int> AgeAsync(TimeSpan period, int limit, CancellationToken cancellationToken) =>
        WriteAsync(write => PriorityAgeing.Sweep(write, period, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<ScheduleAnswer> AddScheduleAsync(Schedule schedule, CancellationToken cancellationToken) =>
        WriteAsync(write => ScheduleRows.Add(write, schedule), cancellationToken);

    /// <inheritdoc/>
    public Task<ScheduleAnswer> ChangeScheduleAsync(string name, ScheduleStep step, string actor, CancellationToken cancellationToken) =>
        WriteAsync(write => ScheduleRows.Change(write, name, step, actor), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RecordSlotAsync(ScheduleFire fire, CancellationToken cancellationToken) =>
        WriteAsync(write => ScheduleRows.Fire(write, fire), cancellationToken);

    /// <inheritdoc/>
    public Task PassOverAsync(long schedule, DateTimeOffset until, CancellationToken cancellationToken) =>
        WriteAsync(write => ScheduleRows.PassOver(write, schedule, until), cancellationToken);

    /// <inheritdoc/>
    public Task NoteAsync(string kind, string actor, string text, CancellationToken cancellationToken) =>
        WriteAsync(write => FactoryRows.Note(write, kind, actor, text), cancellationToken);

    /// <inheritdoc/>
    public Task<PaidReservation?> ReserveAsync(RunKey key, long microUsd, CancellationToken cancellationToken) =>
        WriteAsync<PaidReservation?>(write => LedgerRows.Reserve(write, key, microUsd), cancellationToken);

    /// <inheritdoc/>
    public Task SettleAsync(PaidReservation reservation, long microUsd, CancellationToken cancellationToken) =>
        WriteAsync(write => LedgerRows.Settle(write, reservation, microUsd), cancellationToken);

    /// <summary>Finishes what was asked, anchors the chain, lets the file go.</summary>
    public void Dispose()
    {
        _database.Dispose();
        _guard.Dispose();
    }

    private Action? Committed()
    {
        var kept = _guard.Committed();
        _fresh.Tell();
        return kept;
    }

    private void RolledBack()
    {
        _guard.RolledBack();
        _fresh.Forget();
    }

    // What can be written into words before is not done on the one thread that everybody waits for.
    private Task<ClaimAnswer> Claim(ClaimRequest request, string route, CancellationToken cancellationToken) => WriteAsync(write => TaskClaims.Take(write, request, route), cancellationToken);

    private Task<ApplyAnswer> Apply(Transition transition, RunWords words, CancellationToken cancellationToken) =>
        WriteAsync(write => RunSettlement.Apply(write, transition, words), cancellationToken);

    private Task<T> WriteAsync<T>(Func<StoreWrite, T> work, CancellationToken cancellationToken)
    {
        _guard.RefuseWhenAlarmed();
        return _database.WriteAsync(sql => Run(sql, work), cancellationToken);
    }

    private T Run<T>(SqlSession sql, Func<StoreWrite, T> work)
    {
        // A write that fails is rolled back alone: the head in memory goes back with it.
        var (before, fresh) = (_events.Head, _fresh.Count);
        try
        {
            return work(new StoreWrite(sql, _events, _fresh, _options, _options.Time.GetUtcNow()));
        }
        catch
        {
            _events.GoBack(before);
            _fresh.GoBack(fresh);
            throw;
        }
    }
}
