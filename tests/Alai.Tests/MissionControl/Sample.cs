using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Tests.MissionControl;

/// <summary>Ordinary things to file, claim and apply.</summary>
internal static class Sample
{
    public const string Owner = "boot:1:1:abc";

    public static Classification Classification { get; } = new(2, Domain.Backend, TaskKind.Feature, 0.8, "rules", "words");

    public static Route Route { get; } = new() { Tier = 1, Company = "codecraft", Role = "builder", Model = "qwen3:8b", Executors = ["ollama-tool"], Reason = "cheapest tier" };

    public static NewTask Root(string title = "Add a menu") => new()
    {
        Title = title,
        Body = "With prices.",
        Product = "bento",
        Filer = "human:anna",
        Classification = Classification,
        Criteria = ["it lists three dishes"],
        Labels = ["web"],
        FirstStage = Stage.Build,
        FirstStageTitle = $"[BENTO-BUILD] {title}",
    };

    public static NewTask StageUnder(TaskId root, Stage stage) => new()
    {
        Title = $"[BENTO-{stage.ToString().ToUpperInvariant()}] Add a menu",
        Filer = "daemon",
        Classification = Classification,
        Stage = stage,
        Root = root,
    };

    public static ClaimRequest Claim(FactoryTask stage, string owner = Owner) => new(stage.Id, stage.Version, owner, Route);

    public static Transition Verified(RunKey key) => new()
    {
        Key = key,
        Outcome = RunOutcome.Verified,
        Move = new TaskMove { To = TaskState.Done, Outcome = "built", Branch = "alai/1", ArtefactHash = "tree1" },
        Reason = "checks passed",
        Figures = new RunFigures { TokensIn = 10, TokensOut = 5, ModelCalls = 1 },
        Checks = [new CheckResult { Check = "verification", Passed = true, Seen = "exit 0" }],
    };

    public static Transition Failed(RunKey key, RunOutcome outcome, TaskMove move) => new()
    {
        Key = key,
        Outcome = outcome,
        Move = move,
        CountsAttempt = OutcomeTable.ClassOf(outcome) == OutcomeClass.Work,
        Reason = "it did not work",
    };
}
