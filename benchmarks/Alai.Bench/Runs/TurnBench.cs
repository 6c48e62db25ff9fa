using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Alai.Fleet;
using Alai.Minions;
using Alai.Orchestration;
using Alai.Redaction;
using Alai.Rehearsal;
using Alai.Safety;
using Alai.Tasks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Bench.Runs;

/// <summary>
/// What the daemon adds to each turn of a model that answers at once: reading the turn, doing the call, writing the
/// transcript, building the next request, and the client against a bare exchange of the same bytes.
/// </summary>
internal sealed class TurnBench : IBench
{
    private const int Turns = 50;
    private const double Goal = 10;

    public string Name => "turn";

    public string About => "daemon time added to each turn of a model server that answers at once";

    public async Task RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        await using var fake = await RehearsalServer.StartAsync(new RehearsalOptions { Script = Script() }, cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        var engine = new TimedEngine(new OllamaClient(http, TimeProvider.System));
        await WorkAsync(Path.Combine(run.Folder, "warm"), fake, engine, http, cancellationToken);
        var warm = fake.Chats.Count;
        engine.Calls.Clear();
        engine.Between.Clear();
        var runs = run.Quick ? 1 : 6;
        var cpu = Environment.CpuUsage.TotalTime;
        for (var number = 0; number < runs; number++)
        {
            engine.Pause();
            await WorkAsync(Path.Combine(run.Folder, $"{number}"), fake, engine, http, cancellationToken);
        }

        cpu = Environment.CpuUsage.TotalTime - cpu;
        var bare = await BareAsync(fake, warm, http, cancellationToken);
        // The first turn of a run has nothing before it.
        var calls = engine.Calls.Where((_, index) => index % (engine.Calls.Count / runs) != 0).ToList();
        var alone = bare.Where((_, index) => index % (bare.Count / runs) != 0).ToList();
        var (between, added) = (new Samples(), new Samples());
        foreach (var (gap, index) in engine.Between.Select((gap, index) => (gap, index)))
        {
            between.Add(gap);
            added.Add(gap + Math.Max(0, calls[index] - alone[index]));
        }

        run.Sheet.Add(new Figure("between two calls of the model, median", between.Median, "ms"));
        run.Sheet.Add(new Figure("processor time a turn, fake server included", cpu.TotalMilliseconds / engine.Calls.Count, "ms"));
        run.Sheet.Add(new Figure("added by the daemon, median", added.Median, "ms"));
        run.Sheet.Add(new Figure("added by the daemon, p95", added.P95, "ms", Goal));
        run.Sheet.Note($"{added.Size} of writing a file; added = between two calls + the client's call less a bare exchange of the same bytes");
    }

    private static async Task WorkAsync(string folder, FakeOllama fake, TimedEngine engine, HttpClient http, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var host = new FleetHost { Name = "fake", Url = fake.Url, MaxRuns = 1 };
        var fleet = new FleetMonitor(new FleetOptions { Hosts = [host] }, http, TimeProvider.System, NullLogger<FleetMonitor>.Instance);
        await fleet.ProbeAsync(cancellationToken);
        var rules = SafetyRules.Shipped;
        var minion = new OllamaToolMinion(MinionNames.OllamaTool, new ModelDoor(fleet, new HostPicker(new HostSlots()), [engine]), rules, TimeProvider.System);
        using var log = new Transcript(Path.Combine(folder, "transcript.jsonl"), new Redactor([]), TimeProvider.System);
        var report = await minion.RunAsync(Order(folder, host, rules), log, cancellationToken);
        if (report.Failure is not null)
            throw new InvalidOperationException($"the scripted run failed: {report.Reason}");
    }

    private static WorkOrder Order(string folder, FleetHost host, ISafetyRules rules) => new()
    {
        Key = new RunKey(new TaskId(1), new RunId(1), 1, "bench"),
        Cleared = ClearedTask.Try(Task(), rules, out _)!,
        Route = new Route { Tier = 1, Company = "codecraft", Role = "builder", Model = "qwen3-coder:30b", Executors = [MinionNames.OllamaTool], Reason = "bench" },
        Prompt = new Prompt { Messages = [new PromptMessage("system", "You are careful."), new PromptMessage("user", "Write the notes.")] },
        Host = host,
        Folder = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName,
        Limits = new WorkLimits { Steps = Turns + 10 },
    };

    private static FactoryTask Task() => new()
    {
        Id = new TaskId(1),
        Uid = "01J00000000000000000000000",
        Title = "Write the notes",
        Filer = "human:bench",
        Classification = new Classification(1, Domain.General, TaskKind.Feature, 1, "rules", "bench"),
        Lineage = new Lineage(new TaskId(1), null, Stage.Build),
    };

    private static async Task<List<double>> BareAsync(FakeOllama fake, int from, HttpClient http, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        foreach (var chat in fake.Chats.Skip(from).ToList())
        {
            var started = Stopwatch.GetTimestamp();
            using var content = new StringContent(chat.Body.GetRawText(), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri(fake.Url, "/api/chat"), content, cancellationToken);
            await response.Content.ReadAsByteArrayAsync(cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times;
    }

    private static RehearsalScript Script() => new()
    {
        Models = [new RehearsalModel { Name = "qwen3-coder:30b", Context = 65536 }],
        Rules =
        [
            new RehearsalRule
            {
                Answers =
                [
                    .. Enumerable.Range(1, Turns).Select(turn => Call("write_file", new { path = $"notes/{turn}.txt", content = $"note {turn}\n" })),
                    Call("finish", new { summary = "written" }),
                ],
            },
        ],
    };

    private static RehearsalAnswer Call(string tool, object args) => new()
    {
        Scenario = Scenario.Calls,
        Calls = [new RehearsalCall(tool, JsonSerializer.SerializeToElement(args))],
    };
}
