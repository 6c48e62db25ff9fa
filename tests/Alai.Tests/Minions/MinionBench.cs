using System.Collections.Concurrent;
using System.Text.Json;
using Alai.Fleet;
using Alai.Minions;
using Alai.Processes;
using Alai.Rehearsal;
using Alai.Sandbox;
using Alai.Tasks;
using Alai.Tests.Fleet;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Tests.Minions;

/// <summary>A workspace in a temporary folder, a fake model on loopback, and real minions between them.</summary>
internal sealed class MinionBench : IAsyncDisposable
{
    private static readonly ChildProcesses Processes = new(TimeProvider.System, NullLogger<ChildProcesses>.Instance);
    private readonly string _home = Directory.CreateTempSubdirectory("alai-minion-").FullName;

    private MinionBench(FakeOllama fake, FleetMonitor fleet)
    {
        Fake = fake;
        Door = new ModelDoor(fleet, new HostPicker(new HostSlots()), [FleetBench.Client]);
        Folder = Directory.CreateDirectory(Path.Combine(_home, "work")).FullName;
    }

    public FakeOllama Fake { get; }

    public ModelDoor Door { get; }

    public string Folder { get; }

    public MemoryLog Log { get; } = new();

    public static async Task<MinionBench> StartAsync(RehearsalScript script, params FleetHost[] more)
    {
        var fake = await FleetBench.ServeAsync(script);
        var fleet = FleetBench.Monitor([FleetBench.Host(fake), .. more]);
        await fleet.ProbeAsync(TestContext.Current.CancellationToken);
        return new MinionBench(fake, fleet);
    }

    public static Task<MinionBench> StartAsync(params RehearsalAnswer[] answers) => StartAsync(Script("qwen3:8b", answers));

    public static RehearsalScript Script(string model, params RehearsalAnswer[] answers) => new()
    {
        Models = [new RehearsalModel { Name = model }],
        Rules = [new RehearsalRule { Answers = answers }],
    };

    public static RehearsalAnswer Call(string tool, object args) => new()
    {
        Scenario = Scenario.Calls,
        Calls = [new RehearsalCall(tool, JsonSerializer.SerializeToElement(args))],
    };

    public static RehearsalAnswer Finish { get; } = Call("finish", new { summary = "done" });

    public void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, path))!);
        File.WriteAllText(Path.Combine(Folder, path), text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public WorkOrder Order(string model = "qwen3:8b") => new()
    {
        Key = new RunKey(new TaskId(1), new RunId(1), 1, "test"),
        Cleared = ClearedTask.Try(Task(), new NoRules(), out _)!,
        Route = new Route { Tier = 1, Company = "CodeCraft", Role = "builder", Model = model, Executors = ["ollama-tool"], Reason = "test" },
        Prompt = new Prompt { Messages = [new PromptMessage("system", "You are careful."), new PromptMessage("user", "Change the greeting.")] },
        Host = FleetBench.Host(Fake),
        Folder = Folder,
        ArtefactFolder = Path.Combine(_home, "artefacts"),
        Commands = new SandboxCommands(new NoSandbox(Processes, new SandboxMachine(_home, "/usr/local/bin:/usr/bin:/bin", Path.Combine(_home, "state"))), new SandboxSpec { Command = [], Workspace = Folder }),
        Limits = new WorkLimits { Pace = new ChatPace(Patience.Default, Patience.Default), Wall = TimeSpan.FromMinutes(2) },
    };

    public Task<WorkReport> RunAsync(WorkOrder order, ISafetyRules? rules = null) =>
        new OllamaToolMinion(MinionNames.OllamaTool, Door, rules ?? new NoRules(), TimeProvider.System).RunAsync(order, Log, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Fake.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    public static FactoryTask Task(string title = "Change the greeting") => new()
    {
        Id = new TaskId(1),
        Uid = "01J00000000000000000000000",
        Title = title,
        Filer = "human:anna",
        Classification = new Classification(1, Domain.Backend, TaskKind.Feature, 1, "rules", "test"),
        Lineage = new Lineage(new TaskId(1), null, Stage.Build),
    };

    internal sealed class NoRules : ISafetyRules
    {
        public string Fingerprint => "none";

        public SafetyRuling Judge(TaskText text) => SafetyRuling.Clear;
    }

    internal sealed class AllHeld : ISafetyRules
    {
        public string Fingerprint => "all";

        public SafetyRuling Judge(TaskText text) => new(true, "everything", text.Title, "title");
    }

    internal sealed class MemoryLog : IRunLog
    {
        public ConcurrentQueue<RunStep> Steps { get; } = new();

        public void Step(RunStep step) => Steps.Enqueue(step);
    }
}
