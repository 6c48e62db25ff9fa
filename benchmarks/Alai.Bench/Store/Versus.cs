using System.Diagnostics;
using Alai.Bench.Store.Peers;

namespace Alai.Bench.Store;

/// <summary>Us and the others in turns on one machine in one run: what counts is the ratio.</summary>
internal sealed class Versus(BenchRun run)
{
    private static readonly (string Key, double Times)[] Goals =
        [("graphile_per_s", 3), ("pgboss_per_s", 15), ("hangfire_per_s", 60), ("npgsql_per_s", 3), ("graphile_batched_per_s", 0)];

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, List<double>> rates = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var (key, _) in Goals)
            run.Sheet.Say(key, null);
        var ours = new OurStore(run.Folder, run.Quick ? 1_000 : 8_000);
        await ours.RoundAsync(cancellationToken);
        ours.Restart();
        await using var server = await TryAsync("PostgreSQL", () => PrivatePostgres.StartAsync(cancellationToken));
        var peers = await PeersAsync(server, cancellationToken);
        if (server is not null)
            run.Sheet.Note($"{server.Version} with the settings it comes with (every commit flushed), reached over loopback, on the same disk; eight workers everywhere");
        run.Sheet.Note("a job of ours is claimed durably before it is worked on; its ledger row, its completion and the worker's next claim are handed in together");
        IReadOnlyList<IPeer> all = [ours, .. peers];
        for (var round = 0; round < (run.Quick ? 1 : 5); round++)
        {
            foreach (var peer in all)
            {
                await RestAsync(server, cancellationToken);
                await RoundAsync(peer, cancellationToken);
            }
        }

        Tell(all, ours);
        foreach (var peer in peers)
            await peer.DisposeAsync();
    }

    private async Task<List<IPeer>> PeersAsync(PrivatePostgres? server, CancellationToken cancellationToken)
    {
        var peers = new List<IPeer>();
        if (server is null)
            return peers;
        var part = run.Quick ? 10 : 1;
        if (await TryAsync("Npgsql", () => NpgsqlPeer.OpenAsync(server, 5_000 / part, cancellationToken)) is { } raw)
            peers.Add(raw);
        if (await TryAsync("graphile-worker and pg-boss", () => NodePeers.InstallAsync(server, cancellationToken)) is { } node)
            peers.AddRange([node.Graphile(4_000 / part), node.GraphileBatched(12_000 / part), node.PgBoss(1_500 / part)]);
        if (await TryAsync("Hangfire", () => HangfirePeer.OpenAsync(server, 500 / part, cancellationToken)) is { } hangfire)
            peers.Add(hangfire);
        return peers;
    }

    // Each begins on a machine at rest: what the one before left to be written or cleared up later is no cost of the next.
    private async Task RestAsync(PrivatePostgres? server, CancellationToken cancellationToken)
    {
        if (server is not null)
            await server.CheckpointAsync(cancellationToken);
        GC.Collect();
        await Task.Delay(run.Quick ? TimeSpan.Zero : Rest, cancellationToken);
    }

    private async Task RoundAsync(IPeer peer, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        if (await TryAsync(peer.Name, async () => new Rate(await peer.RoundAsync(cancellationToken))) is not { } rate)
            return;
        rates.TryAdd(peer.Key, []);
        rates[peer.Key].Add(rate.PerSecond);
        await Console.Error.WriteLineAsync($"  {peer.Name}: {rate.PerSecond:#,0} per s in a round of {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
    }

    private void Tell(IReadOnlyList<IPeer> all, OurStore ours)
    {
        foreach (var peer in all.Where(peer => rates.ContainsKey(peer.Key)))
        {
            run.Sheet.Add(new Figure(peer.Name, Middle(peer.Key), "per s"));
            run.Sheet.Say(peer.Key, Middle(peer.Key));
        }

        foreach (var (key, times) in Goals.Where(goal => rates.ContainsKey(goal.Key)))
            run.Sheet.Add(new Figure("  ALAI is faster than " + key.Replace("_per_s", "", StringComparison.Ordinal), Middle(ours.Key) / Middle(key), "x", times == 0 ? null : times, AtMost: false));
        run.Sheet.Add(new Figure("  ALAI, worst stall of a claim with 8 workers", ours.Claims.Worst, "ms", 25));
        run.Sheet.Add(new Figure("  ALAI, claim, median with 8 workers", ours.Claims.Median, "ms"));
        run.Sheet.Say("worst_stall_ms", ours.Claims.Worst);
    }

    private double Middle(string key) => rates[key].Order().ElementAt(rates[key].Count / 2);

    // A peer that cannot be had is told, never guessed and never left out in silence.
    private async Task<T?> TryAsync<T>(string name, Func<Task<T>> start)
        where T : class
    {
        try
        {
            return await start();
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            run.Sheet.Note($"{name} was not measured: {Tool.Shorten(problem.Message)}");
            return null;
        }
    }

    private sealed record Rate(double PerSecond);
}
