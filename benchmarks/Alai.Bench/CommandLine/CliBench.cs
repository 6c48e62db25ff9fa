using Alai.Bench.Idle;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Bench.CommandLine;

/// <summary>The native command line and the answers people wait for, with a daemon that holds some thousand tasks.</summary>
internal sealed class CliBench : IBench
{
    // What any program costs on this machine, even one that does nothing.
    private const string Nothing = "/bin/true";

    public string Name => "cli";

    public string About => "the native alai: time and memory of 'task list'; 'task why' and 'status' through the API";

    public async Task RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        var home = Path.Combine(run.Folder, "home");
        Directory.CreateDirectory(home);
        using var daemon = await DaemonChild.StartAsync(home, cancellationToken);
        using var client = new FactoryClient(SocketTransport.Open(HomeSocket.PathFor(home)), "human:bench");
        var ids = await FillAsync(client, run.Quick ? 300 : 3000, cancellationToken);
        await ProgramAsync(run, home, cancellationToken);
        await AnswersAsync(run, client, ids, cancellationToken);
    }

    private static async Task ProgramAsync(BenchRun run, string home, CancellationToken cancellationToken)
    {
        if (Released.CommandLine is not { } program)
        {
            run.Sheet.Note("the native alai was not built (./release --native says why): its figures are missing");
            return;
        }

        var rounds = run.Quick ? 15 : 100;
        var list = new Samples();
        var start = new Samples();
        var nothing = new Samples();
        var peak = 0.0;
        for (var i = 0; i < rounds; i++)
        {
            list.Add(await NativeProgram.TimeAsync(program, ["task", "list", "--home", home], cancellationToken));
            start.Add(await NativeProgram.TimeAsync(program, ["--version"], cancellationToken));
            nothing.Add(await NativeProgram.TimeAsync(Nothing, [], cancellationToken));
        }

        for (var i = 0; i < 15; i++)
            peak = Math.Max(peak, await NativeProgram.PeakMbAsync(program, ["task", "list", "--home", home], cancellationToken));
        run.Sheet.Add(new Figure("alai task list, median", list.Median, "ms", 15));
        run.Sheet.Add(new Figure("alai task list, p95", list.P95, "ms"));
        run.Sheet.Add(new Figure("alai --version, median", start.Median, "ms"));
        run.Sheet.Add(new Figure($"{Nothing}, median", nothing.Median, "ms"));
        run.Sheet.Add(new Figure("alai task list, peak memory", peak, "MB", 25));
        run.Sheet.Add(new Figure("size of the program", new FileInfo(program).Length / 1e6, "MB"));
        run.Sheet.Note($"{list.Size}; from before the process is started until it is waited for; memory is VmHWM, read while it runs");
    }

    private static async Task AnswersAsync(BenchRun run, FactoryClient client, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var list = new Samples();
        for (var i = 0; i < 100; i++)
            list.Add(await TimedAsync(() => client.Tasks.ListAsync(new TaskQuery(), cancellationToken)));
        run.Sheet.Add(new Figure("task list through the socket, median", list.Median, "ms"));
        var why = new Samples();
        var status = new Samples();
        var chance = new Random(1);
        for (var i = 0; i < 1100; i++)
        {
            var id = ids[chance.Next(ids.Count)];
            var took = await TimedAsync(() => client.Tasks.WhyAsync(id, cancellationToken));
            if (i >= 100)
                why.Add(took);
        }

        for (var i = 0; i < 60; i++)
            status.Add(await TimedAsync(() => client.Daemon.StatusAsync(cancellationToken)));
        run.Sheet.Add(new Figure("task why through the socket, median", why.Median, "ms"));
        run.Sheet.Add(new Figure("task why through the socket, p95", why.P95, "ms", 2));
        run.Sheet.Add(new Figure("status through the socket, median", status.Median, "ms"));
        run.Sheet.Note($"{ids.Count} roots: ready, held, waiting for another, paused, assigned, cancelled; {why.Size} of why after 100 to warm up");
    }

    private static async Task<double> TimedAsync<T>(Func<Task<Reply<T>>> call)
        where T : class
    {
        var began = TimeProvider.System.GetTimestamp();
        var reply = await call();
        if (reply.Value is null)
            throw new InvalidOperationException(reply.Problem?.ToString());
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }

    // Nothing runs meanwhile: dispatch is halted, so every answer has to look at everything that could be in the way.
    private static async Task<List<long>> FillAsync(FactoryClient client, int count, CancellationToken cancellationToken)
    {
        await client.Daemon.HaltAsync("a bench", cancellationToken);
        var ids = new List<long>();
        for (var i = 0; i < count; i++)
        {
            var filed = await client.Tasks.FileAsync(
                new FileTask { Title = i % 7 == 3 ? $"[DECISION] Choose bank {i}" : $"Mend the footer {i}", After = i % 5 == 4 ? [ids[0]] : [], Priority = i % 2 == 0 ? "high" : "low" },
                cancellationToken);
            var id = filed.Value?.Task.Id ?? throw new InvalidOperationException(filed.Problem?.ToString());
            ids.Add(id);
            var verb = (i % 11) switch { 1 => "pause", 2 => "start", 3 => "cancel", _ => null };
            if (verb is not null && i % 7 != 3)
                await client.Tasks.DoAsync(id, verb, new VerbWords(), cancellationToken);
        }

        return ids;
    }
}
