using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Bench.Idle;

/// <summary>A real daemon on an empty home with nothing to do, and then with one thing to do.</summary>
internal sealed class IdleBench : IBench
{
    private const int Filed = 30;

    public string Name => "idle";

    public string About => "processor and memory of a daemon with nothing to do; filing to claim through the API";

    public async Task RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        var home = Path.Combine(run.Folder, "home");
        Directory.CreateDirectory(home);
        using var daemon = await DaemonChild.StartAsync(home, cancellationToken);
        var settle = TimeSpan.FromSeconds(run.Quick ? 2 : 10);
        var watch = TimeSpan.FromSeconds(run.Quick ? 5 : 30);
        await Task.Delay(settle, cancellationToken);
        var before = daemon.ProcessorTime;
        await Task.Delay(watch, cancellationToken);
        var used = daemon.ProcessorTime - before;
        run.Sheet.Add(new Figure($"idle daemon, share of one core over {watch.TotalSeconds:0} s", 100 * used / watch, "%", 1));
        run.Sheet.Add(new Figure("idle daemon, resident memory", daemon.ResidentMb, "MB", 150));
        await FilingAsync(run, home, cancellationToken);
        run.Sheet.Add(new Figure($"resident memory after {Filed} tasks", daemon.ResidentMb, "MB", 150));
        run.Sheet.Note($"{DaemonChild.About}; settled for {settle.TotalSeconds:0} s first; no model server answers; memory is VmRSS of the whole process, shared pages counted");
    }

    // The host's clock is the claim's too: the moment before the call until the moment written into the run.
    private static async Task FilingAsync(BenchRun run, string home, CancellationToken cancellationToken)
    {
        using var client = new FactoryClient(SocketTransport.Open(HomeSocket.PathFor(home)), "human:bench");
        var claim = new Samples();
        var call = new Samples();
        for (var i = 0; i < Filed; i++)
        {
            var before = DateTimeOffset.UtcNow;
            var filed = await client.Tasks.FileAsync(new FileTask { Title = $"[DOOR] Call the landlord about door {i}", Owner = "human:bench" }, cancellationToken);
            var id = filed.Value?.Task.Id ?? throw new InvalidOperationException(filed.Problem?.ToString());
            var answered = (DateTimeOffset.UtcNow - before).TotalMilliseconds;
            var claimed = (await ClaimedAsync(client, id, cancellationToken) - before).TotalMilliseconds;

            // The first one pays for compiling the whole path; it is told apart, not left out.
            if (i == 0)
            {
                run.Sheet.Add(new Figure("filed to claimed through the API, the first after the start", claimed, "ms"));
                continue;
            }

            call.Add(answered);
            claim.Add(claimed);
        }

        run.Sheet.Add(new Figure("filing a task through the API, median", call.Median, "ms"));
        run.Sheet.Add(new Figure("filed to claimed through the API, median", claim.Median, "ms", 100));
        run.Sheet.Add(new Figure("filed to claimed through the API, p95", claim.P95, "ms", 100));
    }

    private static async Task<DateTimeOffset> ClaimedAsync(FactoryClient client, long id, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(40));
        while (true)
        {
            var shown = await client.Tasks.ShowAsync(id, patience.Token);
            if (shown.Value?.Runs is [var first, ..])
                return first.StartedAt;
            await Task.Delay(2, patience.Token);
        }
    }
}
