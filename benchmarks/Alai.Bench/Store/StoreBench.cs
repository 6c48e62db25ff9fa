using System.Diagnostics;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Bench.Store;

/// <summary>
/// Mission Control as the daemon opens it: FULL sync, group commit, hash-chained events, a run row for each claim. Nothing
/// is turned off for the measurement.
/// </summary>
internal sealed class StoreBench : IBench
{
    private const int Rounds = 200;

    public string Name => "store";

    public string About => "durable, audited claims and completions; lists, restart and tick with many tasks";

    public async Task RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        var (jobs, small, large, restart) = run.Quick ? (400, 500, 2_000, 2_000) : (6_000, 10_000, 200_000, 100_000);
        run.Sheet.Note($"claim + complete: {jobs} jobs each; one claim and one completion are two commits, three events, one run row");
        foreach (var workers in new[] { 1, 8 })
            await ThroughputAsync(run, workers, workers == 1 ? jobs / 4 : jobs, cancellationToken);
        await ListsAsync(run, small, cancellationToken);
        await ListsAsync(run, large, cancellationToken);
        await new FullHouse(run, restart).RunAsync(cancellationToken);
    }

    private static async Task ThroughputAsync(BenchRun run, int workers, int jobs, CancellationToken cancellationToken)
    {
        using var store = Filled.Open(run.Folder, $"work{workers}");
        await Filled.FileAsync(store, jobs, cancellationToken);
        var queue = new System.Collections.Concurrent.ConcurrentQueue<FactoryTask>(AllReady(store));
        var claims = new Samples();
        var both = new Samples();
        var began = Stopwatch.GetTimestamp();
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(
            async () =>
            {
                while (queue.TryDequeue(out var task))
                {
                    var start = Stopwatch.GetTimestamp();
                    var claim = await store.ClaimAsync(Filled.Claim(task, worker), cancellationToken);
                    claims.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    await store.ApplyAsync(Filled.Done(claim.Key!.Value), cancellationToken);
                    both.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    Interlocked.Increment(ref done);
                }
            },
            cancellationToken)));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var who = workers == 1 ? "1 worker" : $"{workers} workers";
        run.Sheet.Add(new Figure($"claim + complete, {who}", done / seconds, "per s"));
        run.Sheet.Add(new Figure($"claim, median, {who}", claims.Median, "ms"));
        run.Sheet.Add(new Figure($"worst stall of claim + complete, {who}", both.Worst, "ms"));
    }

    private static async Task ListsAsync(BenchRun run, int rows, CancellationToken cancellationToken)
    {
        using var store = Filled.Open(run.Folder, $"list{rows}");
        await Filled.FileAsync(store, rows, cancellationToken);
        var next = new Samples();
        var page = new Samples();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            if (store.Ready(DateTimeOffset.UtcNow, null, 20).Count != 20)
                throw new FactoryException("the ready list did not give 20 tasks", "mend the store");
            next.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            store.List(new TaskFilter { Limit = 50 });
            page.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        run.Sheet.Add(new Figure($"next 20 ready of {rows:#,0}, p95", next.P95, "ms"));
        run.Sheet.Add(new Figure($"a page of 50 of {rows:#,0}, p95", page.P95, "ms"));
        var listed = AllReady(store).Take(Rounds).ToList();
        var claims = new Samples();
        foreach (var task in listed)
        {
            var start = Stopwatch.GetTimestamp();
            await store.ClaimAsync(Filled.Claim(task, 0), cancellationToken);
            claims.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        run.Sheet.Add(new Figure($"claim with {rows:#,0} ready, median", claims.Median, "ms"));
    }

    private static IEnumerable<FactoryTask> AllReady(SqliteMissionControl store)
    {
        ReadyCursor? after = null;
        while (true)
        {
            var page = store.Ready(DateTimeOffset.UtcNow, after, 500);
            foreach (var task in page)
                yield return task;
            if (page.Count < 500)
                yield break;
            var last = page[^1];
            after = new ReadyCursor(last.Priority, last.Progress.RunAt, last.Id);
        }
    }
}
