using System.Diagnostics;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Bench.Store;

/// <summary>The factory itself on a home with many waiting tasks: opening, ticking, and claiming a new one past all of them.</summary>
internal sealed class FullHouse(BenchRun run, int tasks)
{
    private const int Ticks = 12;
    private const int Filed = 20;

    // Every waiting task needs a model that nobody serves, so each tick has to look for work and finds none.
    private const string Settings = """
        fleet:
          hosts:
            - { name: nobody, url: "http://127.0.0.1:9", engine: ollama, max_runs: 2 }
        tiers:
          1: { model: "qwen3:8b", hosts: [nobody], executors: [ollama-tool] }
          5: { executors: [human-queue] }
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var home = Path.Combine(run.Folder, "home");
        await MakeAsync(home, cancellationToken);
        await TicksAsync(home, cancellationToken);
        await new Restarts(run, tasks).RunAsync(home, cancellationToken);
    }

    private async Task MakeAsync(string home, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(home);
        await File.WriteAllTextAsync(Path.Combine(home, "alai.yaml"), Settings, cancellationToken);
        using (var store = Filled.Open(run.Folder, "home"))
            await Filled.FileAsync(store, tasks, cancellationToken);
    }

    private async Task TicksAsync(string home, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await using var factory = AlaiServices.Open(new FactoryOptions { Home = home, Random = new Random(1) });
        var opened = Stopwatch.GetElapsedTime(began);
        run.Sheet.Add(new Figure($"restart with {tasks:#,0} tasks: open", opened.TotalMilliseconds, "ms"));
        factory.StartScheduler();
        await TickAsync(factory, 1, cancellationToken);
        run.Sheet.Add(new Figure($"restart with {tasks:#,0} tasks: first tick done", Stopwatch.GetElapsedTime(began).TotalMilliseconds, "ms"));
        await TickTimesAsync(factory, cancellationToken);
        Why(factory);
        await FilingAsync(factory, cancellationToken);
    }

    private void Why(Factory factory)
    {
        var times = new Samples();
        for (var i = 0; i < 400; i++)
        {
            var start = Stopwatch.GetTimestamp();
            if (factory.Why.Explain(new TaskId(1 + (i * 37 % tasks))) is null)
                throw new FactoryException("a task that is there was not explained", "mend the store");
            if (i >= 100)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        run.Sheet.Add(new Figure($"task why with {tasks:#,0} tasks, p95", times.P95, "ms", 2));
    }

    private async Task TickTimesAsync(Factory factory, CancellationToken cancellationToken)
    {
        var times = new Samples();
        var seen = 0;
        for (var i = 2; i <= Ticks; i++)
        {
            factory.Wake.Now();
            var tick = await TickAsync(factory, i, cancellationToken);
            times.Add(tick.Milliseconds);
            seen = Math.Max(seen, tick.Seen);
        }

        run.Sheet.Add(new Figure($"tick with {tasks:#,0} ready and unservable tasks, median", times.Median, "ms", 50));
        run.Sheet.Say("tick_100k_ms", times.Median);
        run.Sheet.Add(new Figure($"tick with {tasks:#,0} ready and unservable tasks, worst", times.Worst, "ms"));
        run.Sheet.Add(new Figure("of which one tick looked at", seen, "tasks"));
    }

    private async Task FilingAsync(Factory factory, CancellationToken cancellationToken)
    {
        var times = new Samples();
        for (var i = 0; i < Filed; i++)
        {
            var before = DateTimeOffset.UtcNow;
            var answer = await factory.Filing.FileAsync(
                new FilingRequest { Title = $"Call the landlord about door {i}", Actor = "human:anna", Tier = Tier.Human, OneShot = true }, cancellationToken);
            times.Add((await ClaimedAsync(factory, answer.Task!.Id, cancellationToken) - before).TotalMilliseconds);
        }

        run.Sheet.Add(new Figure($"filed to claimed behind {tasks:#,0} waiting tasks, median", times.Median, "ms", 100));
        run.Sheet.Add(new Figure($"filed to claimed behind {tasks:#,0} waiting tasks, worst", times.Worst, "ms"));
    }

    private static async Task<DateTimeOffset> ClaimedAsync(Factory factory, TaskId root, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stage = factory.Reader.Family(root).FirstOrDefault(task => !task.IsRoot);
            if (stage is not null && factory.Reader.Runs(stage.Id) is [var first, ..])
                return first.StartedAt;
            await Task.Delay(2, cancellationToken);
        }
    }

    private static async Task<TickRecord> TickAsync(Factory factory, int number, CancellationToken cancellationToken)
    {
        while (true)
        {
            var ticks = factory.Reader.Ticks(number);
            if (ticks.Count >= number)
                return ticks[0];
            await Task.Delay(5, cancellationToken);
        }
    }
}
