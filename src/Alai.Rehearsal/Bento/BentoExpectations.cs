using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Pipeline;
using Alai.Tasks;

namespace Alai.Rehearsal.Bento;

/// <summary>What the demo promises, each looked up in the store, the repository, the wiki or the process table.</summary>
internal sealed class BentoExpectations(DemoStage stage, IReadOnlyDictionary<string, TaskId> filed)
{
    // Every root that lands leaves one: six of the filed ones and the follow-up.
    private const int Lessons = 7;

    private readonly Factory factory = stage.Factory;

    private IMissionControlReader Reader => factory.Reader;

    /// <summary>Checks all of them.</summary>
    public async Task<IReadOnlyList<Expectation>> CheckAsync(CancellationToken cancellationToken)
    {
        var hive = await factory.Hive.StatsAsync(cancellationToken);
        return
        [
            Stands("prices", "a clean change passes every stage and lands", Rounds("prices") == 0 && Outcomes("prices").All(outcome => outcome == RunOutcome.Verified)),
            Stands("zero", "a change that REVIEW rejects is built again and passes", Rounds("zero") == 1 && Judged("zero", JudgementWord.Reject)),
            Stands("cheapest", "a finding becomes a follow-up task, which is done too", Judged("cheapest", JudgementWord.PassWithFindings) && FollowUpDone()),
            Stands("vegetarian", "success claimed over an empty diff is caught, and the next tier succeeds", EscalatedAfterNoChange("vegetarian")),
            Is("a deleted test is put back by the gate; the result waits for a person and has not landed", CaughtWithDeletedTest("discount"), StateOf("discount")),
            Is("the [DECISION] task never ran and waits for a person", Find("bank") is { State: TaskState.Held, Hold.Code: HoldCode.SafetyRule } && Runs("bank").Count == 0, StateOf("bank")),
            Stands("hours", "a landed change is deployed, checked and documented", Ended("hours", Stage.Ops) && Ended("hours", Stage.Docs)),
            Is("the staging kitchen is a live process", KitchenLives(), "no such process"),
            Is("the wiki has the page", await HasPageAsync(cancellationToken), "no page"),
            Is("HiveMind learned from every task that landed", hive.Entries == Lessons, $"{hive.Entries} lessons, expected {Lessons}"),
            Stands("sunday", "a later task was given the lesson of an earlier one", hive.Recalls > 0 && await UsedLessonAsync(cancellationToken)),
            await MainPassesAsync(cancellationToken),
        ];
    }

    private async Task<Expectation> MainPassesAsync(CancellationToken cancellationToken)
    {
        var scratch = Path.Combine(stage.Paths.Home, "data", "check-main");
        var said = await stage.Product.TestMainAsync(stage.Paths.Repository, scratch, cancellationToken);
        return Is("what landed on main passes its tests", said is null, said ?? "");
    }

    private Expectation Stands(string key, string what, bool also) => Is(what, Find(key) is { State: TaskState.Done } && also, StateOf(key));

    private static Expectation Is(string what, bool met, string seen) => new(what, met, seen);

    private FactoryTask? Find(string key) => filed.TryGetValue(key, out var id) ? Reader.Find(id) : null;

    private IReadOnlyList<FactoryTask> Family(string key) => filed.TryGetValue(key, out var id) ? Reader.Family(id) : [];

    private List<RunRecord> Runs(string key) => [.. Family(key).SelectMany(task => Reader.Runs(task.Id))];

    private IEnumerable<RunOutcome> Outcomes(string key) => Runs(key).Select(run => run.Outcome).OfType<RunOutcome>();

    private int Rounds(string key) => Family(key).Max(task => task.Lineage.Round);

    private bool Judged(string key, JudgementWord word) => Runs(key).Any(run => run.Judgement?.Word == word);

    private bool Ended(string key, Stage wanted) => Family(key).Any(task => task.Lineage.Stage == wanted && task.State == TaskState.Done);

    private bool FollowUpDone() => Reader.List(new TaskFilter { Label = PipelineStep.FollowUpLabel }).Tasks is [{ State: TaskState.Done }];

    private bool EscalatedAfterNoChange(string key)
    {
        var builds = Runs(key).Where(run => run.Stage == Stage.Build).ToList();
        return builds is [{ Outcome: RunOutcome.NoChange }, { Outcome: RunOutcome.Verified }] && builds[1].Route.Tier > builds[0].Route.Tier;
    }

    private bool CaughtWithDeletedTest(string key) =>
        Find(key) is { State: TaskState.Open, ArtefactHash: null }
        && Family(key).Any(task => task is { State: TaskState.Held, Hold.Code: HoldCode.NeedsApproval })
        && Runs(key).Any(run => run.Checks.Any(check => !check.Passed && check.Command.Length > 0));

    // Where there is no process table to look at, the health check of the OPS stage has to do.
    private bool KitchenLives()
    {
        var pid = Path.Combine(stage.Paths.Staging, "pid");
        return File.Exists(pid) && int.TryParse(File.ReadAllText(pid), out var number)
            && (!Directory.Exists("/proc/self") || Directory.Exists($"/proc/{number}"));
    }

    private async Task<bool> HasPageAsync(CancellationToken cancellationToken) =>
        Find("hours") is { } root && await factory.Wiki().FindAsync($"task-{root.Uid}", cancellationToken) is not null;

    private async Task<bool> UsedLessonAsync(CancellationToken cancellationToken)
    {
        if (Runs("sunday").FirstOrDefault(run => run.Stage == Stage.Build) is not { } build)
            return false;
        var transcript = factory.Parts.Home.TranscriptOf(build.Key.Task.Value, build.Key.Run.Value);
        return File.Exists(transcript) && (await File.ReadAllTextAsync(transcript, cancellationToken)).Contains("recalled hive", StringComparison.Ordinal);
    }

    private string StateOf(string key) => Find(key) is { } root
        ? $"{root.Id} is {SnakeWord<TaskState>.Of(root.State)}{(root.Hold is { } hold ? $" ({hold.Text})" : "")}; runs: {string.Join(", ", Runs(key).Select(run => $"{SnakeWord<Stage>.Of(run.Stage)} {(run.Outcome is { } outcome ? SnakeWord<RunOutcome>.Of(outcome) : "?")}"))}"
        : "it was not filed";
}
