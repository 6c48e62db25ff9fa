using System.Globalization;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Processes;
using Alai.Products;
using Alai.Rehearsal;
using Alai.Tasks;
using Alai.Tests.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Tests.Orchestration;

/// <summary>A whole factory in a temporary home: real git repositories, the real sandbox, a scripted model server on loopback.</summary>
internal sealed class RunBench : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly TempFolder folder = new();
    private readonly ChildProcesses processes = new(TimeProvider.System, NullLogger<ChildProcesses>.Instance);
    private readonly List<FakeOllama> models = [];
    private Factory? factory;

    private RunBench()
    {
        Directory.CreateDirectory(Path.Combine(Home, "products"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "people"));
    }

    public string Home => folder["home"];

    /// <summary>A folder that is neither the home nor a repository: what appears here came from outside the sandbox.</summary>
    public string Folder => folder.Path;

    public Factory Factory => factory!;

    public FakeOllama Models => models[0];

    public IReadOnlyList<FakeOllama> Servers => models;

    /// <summary>How long a run may take here: products are built for real on a machine that may be busy.</summary>
    public TimeSpan Limit { get; init; } = Patience.Default * 4;

    /// <summary>Starts the model servers; nothing else yet.</summary>
    public static async Task<RunBench> StartAsync(params IReadOnlyList<RehearsalRule>[] scripts)
    {
        RequireSandbox();
        var bench = new RunBench();
        foreach (var script in scripts)
            bench.models.Add(await RehearsalServer.StartAsync(new RehearsalOptions { Script = Says.Script(script) }, CancellationToken.None));
        return bench;
    }

    public static void RequireSandbox()
    {
        if (!File.Exists("/usr/bin/bwrap"))
            Assert.Skip("needs bubblewrap: apt-get install bubblewrap");
    }

    public string RepositoryOf(string product) => Path.Combine(folder.Path, "people", product);

    /// <summary>Makes a repository with one commit and registers it.</summary>
    public async Task<RunBench> WithAsync(Product product, params (string Path, string Text)[] files)
    {
        var top = product.Repository.Length > 0 ? product.Repository : RepositoryOf(product.Name);
        Directory.CreateDirectory(top);
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(top, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        if (files.Length > 0)
            await ShellAsync(top, "git init -q -b main; git add -A; git commit -qm Start");
        Register(product with { Repository = top });
        return this;
    }

    public void Register(Product product)
    {
        File.WriteAllText(Path.Combine(Home, "products", product.Name + ".yaml"), ProductFile.Write(product));
        factory?.Configuration.Run();
    }

    /// <summary>Opens the factory and starts its scheduler.</summary>
    public async Task<RunBench> OpenAsync(string settings = "", bool starts = true)
    {
        await File.WriteAllTextAsync(Path.Combine(Home, "alai.yaml"), settings.Length > 0 ? settings : Settings());
        var environment = new[] { "PATH", "HOME", "LANG" }.ToDictionary(name => name, name => Environment.GetEnvironmentVariable(name) ?? "");
        factory = AlaiServices.Open(new FactoryOptions { Home = Home, Random = new Random(7), Environment = environment, Relay = PipelineHarness.Relay });
        Assert.Empty(factory.Configuration.Problems);
        if (starts)
            factory.StartScheduler();
        return this;
    }

    /// <summary>One tier on every server, and a person.</summary>
    public string Settings(int idle = 20, int wall = 120, string more = "") => $$"""
        fleet:
          hosts:
        {{string.Join('\n', models.Select((server, index) => $"    - {{ name: host{index + 1}, url: \"{server.Url.ToString().TrimEnd('/')}\", max_runs: 4 }}"))}}
        tiers:
          1: { model: "qwen3:8b", executors: [ollama-tool], idle_s: {{idle}}, wall_s: {{wall}} }
          5: { executors: [human-queue] }
        orchestrator: { tick_s: 2, max_runs: 4, person_grace_s: 0 }
        {{more}}

        """;

    /// <summary>Files a one-shot, as <c>alai run</c> does.</summary>
    public async Task<TaskId> FileAsync(string title, string product, string? verify = null)
    {
        var answer = await Factory.Filing.FileAsync(
            new FilingRequest { Title = title, Product = product, Actor = "human:anna", OneShot = true, Verify = verify }, CancellationToken.None);
        return answer.Task?.Id ?? throw new InvalidOperationException(answer.Refusal);
    }

    public async Task<Ended> RunAsync(string title, string product) => await EndedAsync(await FileAsync(title, product));

    /// <summary>Waits until the work has ended, is held, or waits for a time after a run.</summary>
    public async Task<Ended> EndedAsync(TaskId root)
    {
        await UntilAsync(() => Look(root) is { } end && IsOver(end), () => Story(root));
        return Look(root);
    }

    /// <summary>Waits for a condition on the store.</summary>
    public async Task UntilAsync(Func<bool> condition, Func<string>? story = null)
    {
        using var patience = new CancellationTokenSource(Limit);
        while (!condition())
        {
            if (patience.IsCancellationRequested)
                Assert.Fail($"not so after {Limit.TotalSeconds:0} s\n{story?.Invoke()}");
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    public Ended Look(TaskId root)
    {
        var stage = Factory.Reader.Family(root)[^1];
        return new Ended(Factory.Reader.Find(root)!, Factory.Reader.Find(stage.Id)!, Factory.Reader.Runs(stage.Id));
    }

    /// <summary>Says yes to landing and waits until it has landed.</summary>
    public async Task<FactoryTask> LandAsync(TaskId root)
    {
        var held = Factory.Reader.Find(root)!;
        Assert.Equal(HoldCode.NeedsApproval, held.Hold?.Code);
        var answer = await Factory.ChangeAsync(new ApproveHold(root, "human:anna", held.ArtefactHash!, "looks right"), CancellationToken.None);
        Assert.Null(answer.Refusal);
        await UntilAsync(() => Factory.Reader.Find(root) is { State: TaskState.Done or TaskState.Held }, () => Story(root));
        return Factory.Reader.Find(root)!;
    }

    /// <summary>Everything that was written of a root, for a failed assertion.</summary>
    public string Story(TaskId root)
    {
        var end = Look(root);
        var events = Factory.Reader.Events(root, 0, 200).Select(happened => happened.Text);
        var last = end.Runs.Count == 0 ? "" : Path.Combine(Home, "data", "transcripts", $"{end.Stage.Id.Value}", end.Runs[^1].Key.Run.Value.ToString(CultureInfo.InvariantCulture) + ".jsonl");
        return string.Join('\n', events.Append(File.Exists(last) ? File.ReadAllText(last) : ""));
    }

    public async Task<string> ShellAsync(string directory, string script)
    {
        var result = await processes.RunAsync(
            new ChildProcessSpec
            {
                Command = ["/bin/sh", "-ec", script],
                Directory = directory,
                Environment = new Dictionary<string, string>
                {
                    ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
                    ["HOME"] = Folder,
                    ["GIT_AUTHOR_NAME"] = "Anna",
                    ["GIT_AUTHOR_EMAIL"] = "anna@example.org",
                    ["GIT_COMMITTER_NAME"] = "Anna",
                    ["GIT_COMMITTER_EMAIL"] = "anna@example.org",
                    ["GIT_CONFIG_NOSYSTEM"] = "1",
                },
                Timeout = TimeSpan.FromMinutes(5),
            },
            CancellationToken.None);
        Assert.True(result.Succeeded, result.Output + result.Reason);
        return result.StandardOutput.TrimEnd('\n');
    }

    /// <summary>Command lines of living processes that name the folder.</summary>
    public IReadOnlyList<string> Living() => LivingProcesses.Naming(Folder);

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
            await factory.DisposeAsync();
        foreach (var server in models)
            await server.DisposeAsync();
        processes.Dispose();
        folder.Dispose();
    }

    private static bool IsOver(Ended end) => end.Stage.State switch
    {
        TaskState.Done => end.Root.State is not TaskState.Open || end.Root.Hold is not null,
        TaskState.Held or TaskState.Cancelled => true,
        TaskState.Open => end.Runs.Any(run => run.Outcome is not null) && end.Stage.Progress.WaitReason.Length > 0,
        _ => false,
    };
}
