using System.Diagnostics;
using System.Globalization;
using Alai.Bench.Idle;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Storage;
using Alai.Tasks;

namespace Alai.Bench.Store;

/// <summary>
/// A worker process with runs open is killed, and the daemon's own program started: how long until its runs are given back,
/// and until the first task is claimed. The clock starts before the program is started.
/// </summary>
internal sealed class Restarts(BenchRun run, int tasks)
{
    /// <summary>The word that makes this program the worker that will be killed.</summary>
    public const string ChildWord = "--claims-and-waits";

    private const int Claims = 4;

    /// <summary>The life of the worker: claims a few tasks and waits for its end.</summary>
    public static async Task ChildAsync(string home)
    {
        var place = new FactoryHome(home);
        using var store = SqliteMissionControl.Open(new MissionControlOptions { Path = place.Database });
        using var held = OwnerLock.Take(place.Owners);
        foreach (var task in store.Ready(DateTimeOffset.UtcNow, null, 50).Where(task => task.Progress.Tier != Tier.Human).Take(Claims))
            await store.ClaimAsync(Filled.Claim(task, 0) with { Owner = held.Owner.ToString() }, CancellationToken.None);
        await Console.Out.WriteLineAsync("claimed");
        await Task.Delay(Timeout.Infinite);
    }

    public async Task RunAsync(string home, CancellationToken cancellationToken)
    {
        await DaemonChild.ConfigureAsync(home, cancellationToken);
        var requeued = new Samples();
        var claimed = new Samples();
        for (var round = 0; round < (run.Quick ? 2 : 12); round++)
        {
            await KillAWorkerAsync(home, cancellationToken);
            await FileForAPersonAsync(home, round, cancellationToken);
            var (back, first) = await OneAsync(home, cancellationToken);
            requeued.Add(back);
            claimed.Add(first);
        }

        run.Sheet.Add(new Figure($"death to requeued with {tasks:#,0} open tasks, from the start of the new process, p99", requeued.P99, "ms", 1000));
        run.Sheet.Add(new Figure($"restart with {tasks:#,0} open tasks to the first claim, median", claimed.Median, "ms", 1000));
        run.Sheet.Say("requeue_p99_ms", requeued.P99);
        run.Sheet.Say("restart_100k_ms", claimed.Median);
    }

    private static async Task<(double Requeued, double Claimed)> OneAsync(string home, CancellationToken cancellationToken)
    {
        using var watch = new ClaimWatch(new FactoryHome(home).Database);
        var newest = watch.Newest();
        var open = watch.Number("SELECT count(*) FROM run WHERE ended_at IS NULL");

        // The daemon of the round before died too, perhaps with a run of its own.
        if (open < Claims)
            throw new InvalidOperationException($"expected {Claims} open runs of a dead worker; found {open}");
        var oldest = watch.Number("SELECT min(id) FROM run WHERE ended_at IS NULL");
        var began = Stopwatch.GetTimestamp();
        using var daemon = DaemonChild.Begin(home);
        double? requeued = null;
        double? claimed = null;
        while (requeued is null || claimed is null)
        {
            if (requeued is null && watch.Number(string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) FROM run WHERE ended_at IS NULL AND id BETWEEN {oldest} AND {newest}")) == 0)
                requeued = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            if (claimed is null && watch.Newest() > newest)
                claimed = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException("the daemon did nothing for a minute; it said: " + daemon.LastWords());
            await Task.Delay(1, cancellationToken);
        }

        return (requeued.Value, claimed.Value);
    }

    private static async Task KillAWorkerAsync(string home, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false, ArgumentList = { ChildWord, home } };
        using var worker = Process.Start(start)!;
        try
        {
            var said = await worker.StandardOutput.ReadLineAsync(cancellationToken);
            if (said != "claimed")
                throw new InvalidOperationException("the worker said: " + said);
        }
        finally
        {
            worker.Kill();
            await worker.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task FileForAPersonAsync(string home, int round, CancellationToken cancellationToken)
    {
        using var store = SqliteMissionControl.Open(new MissionControlOptions { Path = new FactoryHome(home).Database });
        await Filled.FileOneAsync(store, $"Call the landlord about door {round}", cancellationToken);
    }
}
