using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace Alai.Tests.Orchestration;

/// <summary>A whole factory on a home of its own, in which only a person's tier is served.</summary>
internal sealed class QuietFactory : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("alai-quiet-").FullName;

    public QuietFactory(string orchestrator = "{ max_runs: 2 }", TimeProvider? time = null)
    {
        File.WriteAllText(Path.Combine(folder, "alai.yaml"), $$"""
            fleet:
              hosts:
                - { name: nobody, url: "http://127.0.0.1:9", engine: ollama, max_runs: 2 }
            tiers:
              1: { model: "qwen3:8b", hosts: [nobody], executors: [ollama-tool] }
              5: { executors: [human-queue] }
            time_zone: UTC
            orchestrator: {{orchestrator}}
            """);
        Factory = AlaiServices.Open(new FactoryOptions { Home = folder, Random = new Random(1), Time = time ?? Clock, Disk = _ => Disk });
    }

    public static DateTimeOffset Noon { get; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public DiskSpace Disk { get; set; } = new(100L << 30, 200L << 30);

    public FakeTimeProvider Clock { get; } = new(Noon);

    public Factory Factory { get; }

    public IMissionControl Store => Factory.Store;

    public IMissionControlReader Reader => Factory.Reader;

    /// <summary>Work for a person: the one tier that is there.</summary>
    public static NewTask Errand(string title = "Call the landlord") => new()
    {
        Title = title,
        Filer = "human:anna",
        Classification = new Classification(1, Domain.Backend, TaskKind.Errand, 0.9, "rules", "an errand"),
        FirstStage = Stage.Single,
        FirstStageTitle = title,
        Tier = Tier.Human,
    };

    /// <summary>Work for a model nobody serves.</summary>
    public static NewTask Unservable(string title = "Mend the footer") => Errand(title) with
    {
        Classification = new Classification(1, Domain.Backend, TaskKind.Bugfix, 0.9, "rules", "a fault"),
        Tier = 1,
    };

    /// <summary>Files a task as it is, past the checks of filing, and gives root and stage.</summary>
    public async Task<(FactoryTask Root, FactoryTask Stage)> FileAsync(NewTask task)
    {
        var answer = await Store.FileAsync(task, TestContext.Current.CancellationToken);
        Assert.True(answer.Task is not null, answer.Refusal);
        var family = Reader.Family(answer.Task.Id);
        return (family[0], family[1]);
    }

    public async Task<RunKey> ClaimAsync(FactoryTask stage)
    {
        var route = new Route { Tier = stage.Progress.Tier, Company = "codecraft", Role = "builder", Model = "", Executors = ["human-queue"], Reason = "test" };
        var claim = await Store.ClaimAsync(new ClaimRequest(stage.Id, stage.Version, Factory.Parts.Owner, route), TestContext.Current.CancellationToken);
        return claim.Key ?? throw new InvalidOperationException(claim.Refusal);
    }

    public async Task<ChangeAnswer> DoAsync(PersonChange change) => await Factory.ChangeAsync(change, TestContext.Current.CancellationToken);

    /// <summary>Waits until something holds, looking each hundredth of a second of real time.</summary>
    public static async Task UntilAsync(Func<bool> holds, string what)
    {
        using var patience = new CancellationTokenSource(Patience.Default);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!holds())
        {
            Assert.False(patience.IsCancellationRequested, "waited in vain until " + what);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Factory.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
