using System.Diagnostics;
using Alai.Tasks;

namespace Alai.Bench.Store;

/// <summary>
/// Mission Control as the daemon opens it: FULL sync, group commit, hash-chained events, a run row and a ledger row for each job.
/// Nothing is turned off for the measurement.
/// </summary>
internal sealed class StoreBench : IBench
{
    // Every one is in the JSON, null when it was not measured.
    private static readonly string[] Keys =
    [
        "ours_per_s", "hangfire_per_s", "pgboss_per_s", "npgsql_per_s", "graphile_per_s", "graphile_batched_per_s", "worst_stall_ms",
        "slowdown_1m", "wake_p50_ms", "wake_p99_ms", "requeue_p99_ms", "restart_100k_ms", "tick_100k_ms", "next20_p95_ms",
    ];

    public string Name => "store";

    public string About => "durable, audited jobs against other queues; a million rows, waking, restarting, ticking";

    public async Task RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        foreach (var key in Keys)
            run.Sheet.Say(key, null);
        var parts = Parts(run);
        var only = run.Words.FirstOrDefault(word => word.StartsWith("--only=", StringComparison.Ordinal))?[7..].Split(',');
        if (only?.Except(parts.Select(part => part.Name)).FirstOrDefault() is { } unknown)
            throw new FactoryException($"'{unknown}' is no part of this bench.", "Expected after --only=, parted by commas: " + string.Join(", ", parts.Select(part => part.Name)));
        foreach (var (name, part) in parts)
        {
            if (only?.Contains(name) ?? name != "ours")
                await part(cancellationToken);
        }
    }

    private static (string Name, Func<CancellationToken, Task> Part)[] Parts(BenchRun run) =>
    [
        ("flush", cancellationToken => FlushAsync(run, cancellationToken)),
        ("ours", cancellationToken => OursAsync(run, cancellationToken)),
        ("versus", new Versus(run).RunAsync),
        ("million", new SlowDown(run).RunAsync),
        ("wake", new WakeTimes(run).RunAsync),
        ("house", new FullHouse(run, run.Quick ? 2_000 : 100_000).RunAsync),
    ];

    // For a profiler: nothing but our own rounds.
    private static async Task OursAsync(BenchRun run, CancellationToken cancellationToken)
    {
        var ours = new Peers.OurStore(run.Folder, run.Quick ? 2_000 : 8_000) { Statements = run.Words.Contains("--statements") ? new StatementTimes() : null };
        for (var round = 0; round < 4; round++)
        {
            if (round == 1)
                ours.Restart();
            run.Sheet.Add(new Figure($"{ours.Name}, round {round}", await ours.RoundAsync(cancellationToken), "per s"));
        }

        run.Sheet.Add(new Figure("processor time per job", ours.Cost.TotalMicroseconds / ours.Jobs, "us"));
        foreach (var line in ours.Statements?.Lines(run.Quick ? 2_000 : 8_000) ?? [])
            run.Sheet.Note(line);
        run.Sheet.Add(new Figure("worst stall of a claim", ours.Claims.Worst, "ms"));
        run.Sheet.Add(new Figure("claim, median", ours.Claims.Median, "ms"));
    }

    // What one durable commit costs at least on this disk.
    private static async Task FlushAsync(BenchRun run, CancellationToken cancellationToken)
    {
        var times = new Samples();
        await using var file = new FileStream(Path.Combine(run.Folder, "flush"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        for (var i = 0; i < 300; i++)
        {
            var start = Stopwatch.GetTimestamp();
            file.Position = i % 100 * page.Length;
            await file.WriteAsync(page, cancellationToken);
            file.Flush(flushToDisk: true);
            if (i >= 100)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        run.Sheet.Add(new Figure("flushing 4 KB to this disk, median", times.Median, "ms"));
        run.Sheet.Add(new Figure("flushing 4 KB to this disk, p99", times.P99, "ms"));
    }
}
