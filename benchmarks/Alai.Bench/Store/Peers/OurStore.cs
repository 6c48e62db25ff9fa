using System.Collections.Concurrent;
using System.Diagnostics;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Bench.Store.Peers;

/// <summary>
/// Mission Control as the daemon opens it. A job is: found on the ready list, claimed (run row, event), paid for (ledger row
/// reserved, then settled), completed (event). It is claimed durably before it is worked on; a worker hands in its reservation,
/// its completion and the wish for its next claim together. Nothing is turned off.
/// </summary>
internal sealed class OurStore(string folder, int jobs) : IPeer
{
    public const int Workers = 8;
    private const int Page = 200;

    private int round;

    public string Key => "ours_per_s";

    public string Name => "ALAI, SQLite: claim, ledger row, two chained events, completion";

    /// <summary>Claims, of every round after the first: a worker's wait for one.</summary>
    public Samples Claims { get; private set; } = new();

    /// <summary>Told each statement of the writer, if anybody asks.</summary>
    public StatementTimes? Statements { get; init; }

    public async Task<double> RoundAsync(CancellationToken cancellationToken)
    {
        using var store = Filled.Open(folder, $"work{round++}", Statements is null ? null : Statements.AtStep);
        await Filled.FileAsync(store, jobs, cancellationToken);
        Statements?.Clear();
        var before = Environment.CpuUsage.TotalTime;
        var perSecond = await WorkAsync(store, jobs, Claims, cancellationToken);
        Cost += Environment.CpuUsage.TotalTime - before;
        Jobs += jobs;
        return perSecond;
    }

    /// <summary>Processor time of this whole process for them.</summary>
    public TimeSpan Cost { get; private set; }

    /// <summary>How many were done.</summary>
    public int Jobs { get; private set; }

    /// <summary>Forgets what was measured so far: compiling is no stall of the store.</summary>
    public void Restart() => (Claims, Cost, Jobs) = (new Samples(), TimeSpan.Zero, 0);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Works through the most urgent of a store's ready tasks with eight workers.</summary>
    public static async Task<double> WorkAsync(SqliteMissionControl store, int count, Samples claims, CancellationToken cancellationToken)
    {
        using var line = new Line(store, count);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkerAsync(store, line, worker, claims), cancellationToken)));
        return line.Given / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task WorkerAsync(SqliteMissionControl store, Line line, int worker, Samples claims)
    {
        var settled = Task.CompletedTask;
        var key = await ClaimAsync(store, line, worker, claims);
        while (key is { } run)
        {
            var paid = store.ReserveAsync(run, 1_000, CancellationToken.None);
            var completed = CompleteAsync(store, run);
            key = await ClaimAsync(store, line, worker, claims);
            await completed;
            await settled;
            settled = store.SettleAsync(await paid ?? throw new FactoryException("not reserved", "mend the benchmark"), 900, CancellationToken.None);
        }

        await settled;
    }

    private static async Task<RunKey?> ClaimAsync(SqliteMissionControl store, Line line, int worker, Samples claims)
    {
        if (await line.NextAsync() is not { } task)
            return null;
        var start = Stopwatch.GetTimestamp();
        var claim = await store.ClaimAsync(Filled.Claim(task, worker), CancellationToken.None);
        claims.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return claim.Key ?? throw new FactoryException($"not claimed: {claim.Refusal}", "mend the benchmark");
    }

    private static async Task CompleteAsync(SqliteMissionControl store, RunKey key)
    {
        if ((await store.ApplyAsync(Filled.Done(key), CancellationToken.None)).IsStale)
            throw new FactoryException("a completion came too late", "mend the benchmark");
    }

    /// <summary>The ready list, read page by page as the dispatcher does, the next one while this one is worked on; each task given out once.</summary>
    private sealed class Line(SqliteMissionControl store, int count) : IDisposable
    {
        private readonly ConcurrentQueue<FactoryTask> queue = new();
        private readonly SemaphoreSlim gate = new(1);
        private Task<IReadOnlyList<FactoryTask>> next = Task.Run(() => store.Ready(DateTimeOffset.UtcNow, null, Page));
        private int given;

        public int Given => Math.Min(given, count);

        public async ValueTask<FactoryTask?> NextAsync()
        {
            if (Interlocked.Increment(ref given) > count)
                return null;
            while (true)
            {
                if (queue.TryDequeue(out var task))
                    return task;
                await gate.WaitAsync();
                if (queue.IsEmpty)
                    await TurnAsync();
                gate.Release();
            }
        }

        public void Dispose() => gate.Dispose();

        private async Task TurnAsync()
        {
            var page = await next;
            if (page.Count == 0)
                throw new FactoryException("the ready list ended early", "mend the benchmark");
            var last = new ReadyCursor(page[^1].Priority, page[^1].Progress.RunAt, page[^1].Id);
            next = Task.Run(() => store.Ready(DateTimeOffset.UtcNow, last, Page));
            foreach (var found in page)
                queue.Enqueue(found);
        }
    }
}
