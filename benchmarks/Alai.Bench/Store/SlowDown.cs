using System.Diagnostics;
using Alai.Bench.Store.Peers;
using Alai.MissionControl;

namespace Alai.Bench.Store;

/// <summary>The same work on 10 thousand ready rows, on a million, and beside a million finished ones, in turns.</summary>
internal sealed class SlowDown(BenchRun run)
{
    private const int Turns = 5;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (small, large, jobs) = run.Quick ? (2_000, 10_000, 200) : (10_000, 1_000_000, 1_200);
        var began = Stopwatch.GetTimestamp();
        using var few = await BulkFill.OpenAsync(run.Folder, "few", (small, 0, 0), cancellationToken);
        using var many = await BulkFill.OpenAsync(run.Folder, "many", (small, large, 0), cancellationToken);
        using var past = await BulkFill.OpenAsync(run.Folder, "past", (small, 0, large / 2), cancellationToken);
        run.Sheet.Note($"{large:#,0} ready stages (each with its root), and {large:#,0} finished rows with {large / 2:#,0} runs, were written in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s without their filing events");
        var rates = new List<(SqliteMissionControl Store, List<double> PerSecond)> { (few, []), (many, []), (past, []) };
        foreach (var (store, _) in rates)
            await OurStore.WorkAsync(store, jobs / 4, new Samples(), cancellationToken);
        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var (store, perSecond) in rates)
                perSecond.Add(await OurStore.WorkAsync(store, jobs, new Samples(), cancellationToken));
        }

        var (base_, ready, finished) = (Middle(rates[0].PerSecond), Middle(rates[1].PerSecond), Middle(rates[2].PerSecond));
        run.Sheet.Add(new Figure($"claim + complete with {small:#,0} ready", base_, "per s"));
        run.Sheet.Add(new Figure($"slower with {large:#,0} ready", base_ / ready, "x", 1.1));
        run.Sheet.Add(new Figure($"slower with {large:#,0} finished", base_ / finished, "x", 1.1));
        run.Sheet.Say("slowdown_1m", Math.Max(base_ / ready, base_ / finished));
        Next20(many, large);
    }

    private void Next20(SqliteMissionControl store, int rows)
    {
        var next = new Samples();
        var page = new Samples();
        for (var round = 0; round < 200; round++)
        {
            var start = Stopwatch.GetTimestamp();
            if (store.Ready(DateTimeOffset.UtcNow, null, 20).Count != 20)
                throw new InvalidOperationException("the ready list did not give 20 tasks");
            next.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            store.List(new TaskFilter { Limit = 50 });
            page.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        run.Sheet.Add(new Figure($"next 20 ready of {rows:#,0}, p95", next.P95, "ms", 2));
        run.Sheet.Add(new Figure($"a page of 50 of {rows:#,0}, p95", page.P95, "ms"));
        run.Sheet.Say("next20_p95_ms", next.P95);
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
