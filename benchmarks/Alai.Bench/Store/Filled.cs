using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Bench.Store;

/// <summary>Stores with ordinary tasks in them.</summary>
internal static class Filled
{
    private const int Batch = 1000;

    private static readonly PaidCeilings Plenty = new(long.MaxValue / 2, long.MaxValue / 2, TimeZoneInfo.Utc);
    private static readonly Classification Classification = new(2, Domain.Backend, TaskKind.Feature, 0.8, "rules", "words");
    private static readonly Route Route = new() { Tier = 1, Company = "codecraft", Role = "builder", Model = "qwen3:8b", Executors = ["ollama-tool"], Reason = "cheapest tier" };

    public static SqliteMissionControl Open(string folder, string name, Action<string>? atStep = null)
    {
        var home = new FactoryHome(Path.Combine(folder, name));
        Directory.CreateDirectory(home.Data);
        return SqliteMissionControl.Open(new MissionControlOptions { Path = home.Database, Ceilings = () => Plenty, AtStep = atStep });
    }

    /// <summary>Files an urgent task for a person: the daemon can claim it although no model is served.</summary>
    public static async Task FileOneAsync(IMissionControl store, string title, CancellationToken cancellationToken)
    {
        var task = New(0) with { Title = title, Priority = Priority.Blocker, Tier = Tier.Human, FirstStage = Stage.Single, FirstStageTitle = title };
        if ((await store.FileAsync(task, cancellationToken)).Refusal is { } refusal)
            throw new FactoryException($"a task was not filed: {refusal}", "mend the benchmark");
    }

    public static async Task FileAsync(IMissionControl store, int count, CancellationToken cancellationToken)
    {
        for (var from = 0; from < count; from += Batch)
        {
            var tasks = Enumerable.Range(from, Math.Min(Batch, count - from)).Select(New).ToList();
            foreach (var answer in await store.FileManyAsync(tasks, cancellationToken))
            {
                if (answer.Task is null)
                    throw new FactoryException($"a task was not filed: {answer.Refusal}", "mend the benchmark");
            }
        }
    }

    public static ClaimRequest Claim(FactoryTask stage, int worker) => new(stage.Id, stage.Version, $"bench:1:1:{worker}", Route);

    public static Transition Done(RunKey key) => new()
    {
        Key = key,
        Outcome = RunOutcome.Verified,
        Move = new TaskMove { To = TaskState.Done, Outcome = "built", Branch = "alai/1", ArtefactHash = "4b825dc642cb6eb9a060e54bf8d69288fbee4904" },
        Reason = "checks passed",
        Figures = new RunFigures { TokensIn = 12_000, TokensOut = 900, ModelCalls = 6 },
        Checks = [new CheckResult { Check = "verification", Passed = true, Seen = "exit code 0", Command = "dotnet test", ExitCode = 0, OutputTail = "12 passed" }],
    };

    private static NewTask New(int number) => new()
    {
        Title = $"Add page {number} to the menu",
        Body = "With prices in the customer's currency, and a test for each of them.",
        Product = "",
        Filer = "human:anna",
        Priority = (Priority)(number % 4),
        Classification = Classification,
        Criteria = ["it lists three dishes"],
        FirstStage = Stage.Build,
        FirstStageTitle = $"[BENTO-BUILD] Add page {number} to the menu",
    };
}
