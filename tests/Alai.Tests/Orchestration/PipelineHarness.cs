using System.Runtime.InteropServices;
using System.Text.Json;
using Alai.Host.Models;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Processes;
using Alai.Rehearsal;
using Alai.Sandbox;
using Alai.Tasks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Tests.Orchestration;

/// <summary>A whole factory over a real git product and a scripted model server on loopback.</summary>
internal sealed class PipelineHarness : IAsyncDisposable
{
    public const string Small = "small:8b";
    public const string Large = "large:32b";
    public const string ReviewCharge = "against its acceptance criteria";
    public const string SecurityCharge = "one change for danger";

    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly TemporaryFolder folder = new();
    private readonly ChildProcesses processes = new(TimeProvider.System, NullLogger<ChildProcesses>.Instance);
    private readonly ShiftedTime time = new();
    private Func<string, Task> atPoint = _ => Task.CompletedTask;
    private FakeOllama? server;
    private Factory? factory;
    private FakeAnthropic? provider;
    private PaidSetup? paid;

    public Factory Factory => factory!;

    /// <summary>The daemon's own program, which stands beside the tests.</summary>
    public static SandboxRelay Relay { get; } = new(
        Path.Combine(AppContext.BaseDirectory, "alaid"), Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")));

    public FakeAnthropic Provider => provider!;

    public IReadOnlyList<RecordedChat> Chats => server!.Chats;

    public string Product => Path.Combine(folder.Path, "shop");

    public string Home => Path.Combine(folder.Path, "home");

    public static RehearsalRule Review(string word, params string[] findings) => Judge(ReviewCharge, Verdict(word, findings));

    public static RehearsalRule Security(string word, params string[] findings) => Judge(SecurityCharge, Verdict(word, findings));

    public static RehearsalRule Judge(string charge, string text) => new()
    {
        When = new RehearsalWhen { System = charge },
        Answers = [new RehearsalAnswer { Text = text }],
    };

    public static RehearsalRule[] Passes => [Review("pass"), Security("pass")];

    public static RehearsalAnswer Write(string path, string content) => Call("write_file", new { path, content });

    public static RehearsalAnswer Finish { get; } = Call("finish", new { summary = "done", evidence = "sh tests/run.sh" });

    /// <summary>A builder that writes one file and says it is done.</summary>
    public static RehearsalRule Builds(string path = "lib/menu.sh", string content = "echo sushi 120\necho ramen 140\n", string? task = null) => new()
    {
        When = new RehearsalWhen { Tools = true, Any = task },
        Answers = [Write(path, content), Finish],
    };

    public static string Verdict(string word, params string[] findings) => JsonSerializer.Serialize(new
    {
        reasoning = "I compared the diff with the criteria.",
        findings = findings.Select(text => new { severity = "medium", file = "lib/menu.sh", text }),
        summary = "The change was read.",
        artefact = "${artefact}",
        verdict = word,
    });

    /// <summary>Opens the factory and starts its scheduler.</summary>
    public static async Task<PipelineHarness> StartAsync(IEnumerable<RehearsalRule> rules, PipelineSetup? setup = null)
    {
        var harness = new PipelineHarness();
        setup ??= new PipelineSetup();
        await harness.ShellAsync(
            "mkdir -p lib tests; echo 'echo sushi' > lib/base.sh; printf 'set -e\\nfor t in tests/test_*.sh; do sh $t; done\\n' > tests/run.sh;"
            + "echo 'grep -q sushi lib/base.sh || { echo the-sushi-is-gone; exit 1; }' > tests/test_base.sh; git init -q -b main; git add -A; git commit -qm First" + (setup.Bare ? "; git checkout -q --detach" : ""));
        harness.server = await RehearsalServer.StartAsync(
            new RehearsalOptions { Script = new RehearsalScript { Models = [.. setup.Models.Select(name => new RehearsalModel { Name = name, Parameters = name.Split(':')[^1].ToUpperInvariant(), Context = 32768 })], Rules = [.. rules] } },
            Never);
        Directory.CreateDirectory(Path.Combine(harness.Home, "products"));
        harness.WriteProduct(setup.Deploy);
        await File.WriteAllTextAsync(Path.Combine(harness.Home, "alai.yaml"), $"""
            fleet:
              hosts:
                - name: forge
                  url: "{harness.server.Url.ToString().TrimEnd('/')}"
                  max_runs: {setup.MostRuns}
            orchestrator:
              tick_s: 1
              max_runs: {setup.MostRuns}
              person_grace_s: 0
            landing: {setup.Landing}
            {(setup.Paid is { } paid ? setup.Settings.Replace("@provider", await harness.PutClaudeAsync(paid), StringComparison.Ordinal) : setup.Settings)}
            """, Never);
        harness.Open(setup.AllowUnsandboxedLanding);
        return harness;
    }

    public void WriteProduct(string deploy = "", string verify = "sh tests/run.sh") => File.WriteAllText(
        Path.Combine(Home, "products", "shop.yaml"), $"repository: \"{Product}\"\ntarget_branch: main\nverify:\n  - \"{verify}\"\n{deploy}");

    public async Task<TaskId> FileAsync(string title = "Add a menu", bool deploy = false, int tier = 0)
    {
        var answer = await Factory.Filing.FileAsync(
            new FilingRequest { Title = title, Body = "The menu prints every dish with its price.", Product = "shop", Actor = "human:anna", Deploy = deploy, Tier = tier, Criteria = ["prices are printed"] }, Never);
        Assert.Null(answer.Refusal);
        return answer.Task!.Id;
    }

    public FactoryTask Root(TaskId id) => Factory.Reader.Find(id)!;

    /// <summary>The stages as they were filed, for example <c>BUILD0 REVIEW0 BUILD1</c>.</summary>
    public string Stages(TaskId id) => string.Join(' ', Family(id).Select(task => $"{SnakeWord<Stage>.Of(task.Lineage.Stage!.Value).ToUpperInvariant()}{task.Lineage.Round}"));

    public IReadOnlyList<FactoryTask> Family(TaskId id) => [.. Factory.Reader.Family(id).Where(task => !task.IsRoot)];

    public IReadOnlyList<RunRecord> Runs(TaskId id) => [.. Family(id).SelectMany(task => Factory.Reader.Runs(task.Id))];

    public string Story(TaskId id) => string.Join('\n', Factory.Reader.Events(id, 0, 500).Select(line => $"{line.Kind}: {line.Text}"));

    /// <summary>Waits until a root is done or anything of it is held.</summary>
    public async Task<FactoryTask> RestAsync(TaskId id)
    {
        await UntilAsync(id, () => Root(id).State is TaskState.Done or TaskState.Held or TaskState.Cancelled || Family(id).Any(task => task.State == TaskState.Held));
        return Root(id);
    }

    public async Task UntilAsync(TaskId id, Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience.Default * 3);
        while (!holds())
        {
            Assert.False(limit.IsCancellationRequested, $"it did not come to pass; {Stages(id)}\n{Story(id)}\nowners: {string.Join(' ', Factory.Reader.RunOwners())}; last tick: {string.Join("", Factory.Reader.Ticks(1))}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>Says yes to what is held, bound to the hash that is there now unless another is given.</summary>
    public Task<ChangeAnswer> ApproveAsync(TaskId id, string? hash = null) => Factory.ChangeAsync(
        new ApproveHold(id, "human:anna", hash ?? Held(id).ArtefactHash!, ""), Never);

    public Task<ChangeAnswer> RejectAsync(TaskId id, string reason) => Factory.ChangeAsync(new RejectHold(id, "human:anna", reason), Never);

    public Task<ChangeAnswer> RevertAsync(TaskId id) => Factory.Reverting.RevertAsync(Root(id), "human:anna", "", Never);

    public Task<ChangeAnswer> RetryAsync(TaskId id) => Factory.ChangeAsync(new RetryTask(id, "human:anna", null), Never);

    public FactoryTask Held(TaskId id) => Root(id).State == TaskState.Held ? Root(id) : Family(id).First(task => task.State == TaskState.Held);

    /// <summary>Approves a landing and waits for the end.</summary>
    public async Task<FactoryTask> LandAsync(TaskId id)
    {
        var answer = await ApproveAsync(id);
        Assert.Null(answer.Refusal);
        await UntilAsync(id, () => Root(id).State != TaskState.Open || Factory.Reader.Events(id, 0, 500).Any(line => line.Kind == "landed"));
        return await RestAsync(id);
    }

    /// <summary>Runs a script in the product as the person would.</summary>
    public async Task<string> ShellAsync(string script)
    {
        Directory.CreateDirectory(Product);
        var result = await processes.RunAsync(
            new ChildProcessSpec
            {
                Command = ["/bin/sh", "-ec", script],
                Directory = Product,
                Environment = new Dictionary<string, string>
                {
                    ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
                    ["HOME"] = folder.Path,
                    ["GIT_AUTHOR_NAME"] = "Anna",
                    ["GIT_AUTHOR_EMAIL"] = "anna@example.org",
                    ["GIT_COMMITTER_NAME"] = "Anna",
                    ["GIT_COMMITTER_EMAIL"] = "anna@example.org",
                    ["GIT_CONFIG_NOSYSTEM"] = "1",
                },
                Timeout = TimeSpan.FromMinutes(1),
            },
            Never);
        Assert.True(result.Succeeded, result.Output + result.Reason);
        return result.StandardOutput.TrimEnd('\n');
    }

    public Task<string> OnMainAsync(string path) => ShellAsync($"git show main:{path}");

    /// <summary>From now on the n-th visited point never returns; the given task ends when it is reached.</summary>
    public Task<string> StopAtAsync(Func<string, bool> at)
    {
        var reached = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        atPoint = name =>
        {
            if (!at(name))
                return Task.CompletedTask;
            reached.TrySetResult(name);
            return new TaskCompletionSource().Task;
        };
        return reached.Task;
    }

    /// <summary>Kills the factory where it stands and starts another on the same home, the back-off of lost work over.</summary>
    public async Task KillAndRestartAsync()
    {
        atPoint = _ => Task.CompletedTask;
        var owner = Factory.Parts.Owner;
        var locks = Directory.GetFiles(Path.Combine(Home, "data", "owners"));
        Factory.Abandon();
        // A killed process leaves its lock file behind, unlocked.
        foreach (var path in locks)
            await File.WriteAllTextAsync(path, "", Never);
        Open(allowUnsandboxedLanding: true);
        await UntilAsync(new TaskId(1), () => !Factory.Reader.RunOwners().Contains(owner));
        Advance(TimeSpan.FromSeconds(30));
    }

    /// <summary>A model server that vanished is there again.</summary>
    public void ModelsReturn() => server!.Return();

    public void Advance(TimeSpan by)
    {
        time.Shift += by;
        Factory.Wake.Now();
    }

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
            await factory.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
        if (provider is not null)
            await provider.DisposeAsync();
        processes.Dispose();
        folder.Dispose();
    }

    private async Task<string> PutClaudeAsync(PaidSetup setup)
    {
        paid = setup;
        FakeClaude.Write(Path.Combine(folder.Path, "bin", "claude"), setup.Turns, setup.Work, setup.Model);
        if (setup.KeyInFile is { } key)
        {
            Directory.CreateDirectory(Path.Combine(Home, "secrets"));
            await File.WriteAllTextAsync(Path.Combine(Home, "secrets", "anthropic"), key + "\n", Never);
        }

        provider = await FakeAnthropic.StartAsync(PaidSetup.Key, setup.Answers, Never);
        return provider.Url.ToString().TrimEnd('/');
    }

    private void Open(bool allowUnsandboxedLanding)
    {
        var environment = new[] { "PATH", "HOME", "LANG" }.ToDictionary(name => name, name => Environment.GetEnvironmentVariable(name) ?? "");
        if (paid is not null)
            environment["PATH"] = Path.Combine(folder.Path, "bin") + ":" + environment["PATH"];
        factory = AlaiServices.Open(
            new FactoryOptions
            {
                Home = Home, Time = time, Random = new Random(7), Environment = environment,
                AllowUnsandboxed = true, AllowUnsandboxedLanding = allowUnsandboxedLanding, AtPoint = name => atPoint(name),
                Relay = Relay, PaidModels = paid is null ? null : parts => new ModelProxy(parts),
            });
        factory.StartScheduler();
    }

    private static RehearsalAnswer Call(string tool, object args) => new()
    {
        Scenario = Scenario.Calls,
        Calls = [new RehearsalCall(tool, JsonSerializer.SerializeToElement(args))],
    };

    // The machine's clock, moved ahead by what the tests skip; its timers are real.
    private sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
    }
}
